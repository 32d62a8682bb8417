import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { packageRoot } from './package-root.ts';
import type { Settings } from '../src/config.ts';
import { faultName, type Log } from '../src/log.ts';
import { forgetSubscription } from '../src/mail/reading/keep-subscriptions.ts';
import { isLoopback } from '../src/config.ts';
import { tabLink } from '../src/views/tab-link.ts';
import { apiRoutes } from './api/mount-api.ts';
import { notificationRoutes } from './api/mount-notifications.ts';
import { tabRoutes } from './api/mount-tab.ts';
import { tokenVerifier } from './api/verify-token.ts';
import { openDoor } from './open-door.ts';
import { doersOf, openSchool, openWorld } from './open-school.ts';
import { openAdapter, type BotSettings } from './teams/adapter.ts';
import { openCardPoster } from './teams/card-poster.ts';
import { openConversations } from './teams/conversations.ts';
import { mountTeams } from './teams/mount-teams.ts';
import { nobodyPosts, passingLinks } from './playground-door.ts';
import { startFollowing, startWorker, type Worker } from './worker.ts';

export interface RunningBot { port: number; stop(): Promise<void> }

/** Opens everything, then the doors. Nothing of Microsoft 365 has to be up for that: what cannot be reached now is reached later. */
export async function startBot(settings: Settings, log: Log): Promise<RunningBot> {
  const botSettings = botSettingsOf(settings);
  const world = await openWorld(settings);
  const adapter = openAdapter(botSettings, settings.playground === null ? world.graph.signIn : null);
  const conversations = openConversations(settings.playground === null ? world.stores.links : passingLinks());
  const poster = settings.playground === null ? openCardPoster({ adapter, settings: botSettings, conversations, sharedChat: settings.sharedChat }) : nobodyPosts;
  const school = await openSchool(settings, log, world, poster);
  const running = new Set<Promise<void>>();
  const after = (work: () => Promise<void>): void => {
    const done = work().catch((error: unknown) => { log({ what: 'after-failed', fault: faultName(error) }); }).finally(() => { running.delete(done); });
    running.add(done);
  };
  const door = openDoor(school, after);
  const app = express();
  app.disable('x-powered-by');
  mountTeams(app, { adapter, settings: botSettings, conversations, door, log, sharedChat: settings.sharedChat, deepLink: (ref) => tabLink(settings, ref) });
  let worker: Worker | null = null;
  app.use('/api/graph', notificationRoutes({
    clientState: () => worker?.subscription()?.clientState ?? null, readSoon: () => { worker?.readSoon(); }, readAllSoon: () => { worker?.readAllSoon(); },
    renewSoon: () => { worker?.renewSoon(); }, subscriptionGone: () => { after(async () => { await forgetSubscription(school); worker?.renewSoon(); }); },
  }));
  app.use('/api', apiRoutes({ door, verify: tokenVerifier(settings), settings, log }));
  app.use('/tab', tabRoutes(`${packageRoot()}/dist/tab`, settings));
  app.get('/health', (_, response) => { response.json({ ok: true, mode: settings.mode }); });
  const server = await listen(createServer(app), settings);
  // The Playground's bot is a second door to a set-up whose worker is running already.
  worker = settings.playground === null ? startWorker(school, doersOf(school)) : startFollowing(school);
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      await new Promise<void>((resolve) => { server.close(() => { resolve(); }); server.closeAllConnections(); });
      await worker.stop();
      await Promise.allSettled([...running]);
    },
  };
}

function botSettingsOf(settings: Settings): BotSettings {
  const { endpoints, entra } = settings;
  return settings.playground === null
    ? { appId: entra.clientId, tenantId: entra.tenantId, endpoints }
    : { appId: '', tenantId: entra.tenantId, endpoints: { ...endpoints, serviceUrls: [settings.playground.serviceUrl] }, signInOff: true };
}

function listen(server: Server, settings: Settings): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${String(settings.port)} is in use. Stop what listens there, or set PORT to another.`) : error);
    });
    // Behind Azure's front end every interface is asked for; on a developer's machine nobody else is let in.
    server.listen(settings.port, isLoopback(settings.publicUrl) ? 'localhost' : '0.0.0.0', () => { resolve(server); });
  });
}
