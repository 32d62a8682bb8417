import type { AddressInfo } from 'node:net';
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder';
import { MsalServiceClientCredentialsFactory } from 'botframework-connector';
import express from 'express';
import { appId, tenantId } from '../tenant/seed/people.ts';
import type { RunningTenant } from '../tenant/server.ts';
import { confidentialClient } from './local-graph.ts';

// The connector types its factory with its own msal-node 2; at run time only acquireTokenByClientCredential is called.
type ConnectorMsal = ConstructorParameters<typeof MsalServiceClientCredentialsFactory>[1];

export interface LocalBot {
  adapter: CloudAdapter;
  /** Every activity that got past botbuilder's own sign-in check, oldest first. */
  heard: Activity[];
  /** Answers invokes; null does not answer at all. */
  onInvoke: (activity: Activity) => Promise<InvokeResponse | null>;
  stop(): Promise<void>;
}

/** botbuilder's own adapter behind express, unmodified, signed in against the local Microsoft 365, which is told where it listens. */
export async function startLocalBot(local: RunningTenant): Promise<LocalBot> {
  const adapter = openAdapter(local);
  const bot: Omit<LocalBot, 'stop'> = { adapter, heard: [], onInvoke: () => Promise.resolve({ status: 200 }) };
  const handler = new ActivityHandler();
  handler.onTurn(async (context, next) => {
    bot.heard.push(context.activity);
    if (context.activity.type === 'invoke') await answerInvoke(bot, context);
    await next();
  });
  const web = express().use(express.json());
  web.post('/api/messages', (request, response) => { void adapter.process(request, response, (context) => handler.run(context)); });
  const server = web.listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  local.tenant.botUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return Object.assign(bot, { stop: () => new Promise<void>((done) => { server.close(() => { done(); }); server.closeAllConnections(); }) });
}

async function answerInvoke(bot: Omit<LocalBot, 'stop'>, context: TurnContext): Promise<void> {
  const value = await bot.onInvoke(context.activity);
  if (value !== null) await context.sendActivity({ type: 'invokeResponse', value });
}

function openAdapter(local: RunningTenant): CloudAdapter {
  const openId = `${local.origin}/botframework/v1/.well-known/openidconfiguration`;
  return new CloudAdapter(new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId, MicrosoftAppType: 'SingleTenant',
    ToChannelFromBotLoginUrl: `${local.origin}/${tenantId}`, ToChannelFromBotOAuthScope: 'https://api.botframework.com', ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
    OAuthUrl: 'https://token.botframework.com', ToBotFromChannelOpenIdMetadataUrl: openId, ToBotFromEmulatorOpenIdMetadataUrl: openId,
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the connector's own factories implement, not extend, the class that this option names
  }, new MsalServiceClientCredentialsFactory(appId, confidentialClient(local) as unknown as ConnectorMsal)));
}
