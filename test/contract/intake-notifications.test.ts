import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import { notificationRoutes } from '../../bot/api/mount-notifications.ts';
import { doersOf } from '../../bot/open-school.ts';
import { startWorker, type Worker } from '../../bot/worker.ts';
import { forgetSubscription } from '../../src/mail/reading/keep-subscriptions.ts';
import type { School } from '../../src/school.ts';
import { createFolder } from '../tenant/mail/folders.ts';
import { moveMessage } from '../tenant/mail/messages.ts';
import { setDeliveryFaults } from '../tenant/subscriptions/delivery-faults.ts';
import { sendLifecycle, type LifecycleEvent } from '../tenant/subscriptions/lifecycle.ts';
import { living } from '../tenant/subscriptions/routes.ts';
import type { Subscription } from '../tenant/subscriptions/model.ts';
import { arrive, schoolMailbox, startIntake, written, type Intake } from './intake-school.ts';
import { until } from './tenant-mail-set-up.ts';

// The loops themselves, with nothing between two readings but what Microsoft tells: a whole hour would pass until the next one.
let intake: Intake;
let school: School;
let server: Server;
let worker: Worker;

beforeAll(async () => {
  intake = await startIntake('NTF');
  const app = express();
  app.use('/api/graph', notificationRoutes({
    clientState: () => worker.subscription()?.clientState ?? null, readSoon: () => { worker.readSoon(); }, readAllSoon: () => { worker.readAllSoon(); },
    renewSoon: () => { worker.renewSoon(); }, subscriptionGone: () => { void forgetSubscription(school).then(() => { worker.renewSoon(); }); },
  }));
  server = createServer(app);
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  school = await intake.open({ PUBLIC_URL: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, READ_EVERY_SECONDS: '3600' });
  worker = startWorker(school, doersOf(school));
  await until(() => worker.subscription() !== null);
  await until(async () => (await intake.stores.links.all('cursor')).length >= 6);
});
afterAll(async () => {
  await worker.stop();
  server.close();
  server.closeAllConnections();
  await intake.stop();
});

const now = (): Subscription => {
  const [one] = living(intake.local.tenant);
  if (one === undefined) throw new Error('No subscription.');
  return one;
};
const tell = (event: LifecycleEvent) => sendLifecycle(intake.local.tenant, now(), event);
const isIn = (subject: string) => async () => (await intake.stores.ledger.all()).some((mail) => mail.words?.subject === subject);

test('a mail that arrives is read at once', async () => {
  await arrive(intake, written({ subject: 'Told at once' }));
  await until(isIn('Told at once'));
});

test('"missed" reads every folder now: what was filed meanwhile is found', async () => {
  setDeliveryFaults(intake.local.tenant, { lose: 1_000, double: 0 });
  const mail = await arrive(intake, written({ subject: 'Nobody told us' }));
  moveMessage(intake.local.tenant, mail, createFolder(intake.local.tenant, schoolMailbox, null, 'Year 5').id);
  setDeliveryFaults(intake.local.tenant, { lose: 0, double: 0 });
  expect(await isIn('Nobody told us')()).toBe(false);
  expect(await tell('missed')).toBe(true);
  await until(isIn('Nobody told us'));
});

test('"reauthorizationRequired" renews now, and keeps the subscription', async () => {
  const before = now();
  intake.local.clock.advance(60 * 60_000);
  expect(await tell('reauthorizationRequired')).toBe(true);
  await until(() => now().expiresAt > before.expiresAt);
  expect(now()).toMatchObject({ id: before.id, clientState: before.clientState });
});

test('"subscriptionRemoved" makes a new one, and what came in between is read', async () => {
  const before = now();
  setDeliveryFaults(intake.local.tenant, { lose: 1_000, double: 0 });
  const mail = await arrive(intake, written({ subject: 'While nobody listened' }));
  moveMessage(intake.local.tenant, mail, createFolder(intake.local.tenant, schoolMailbox, null, 'Year 3').id);
  setDeliveryFaults(intake.local.tenant, { lose: 0, double: 0 });
  expect(await tell('subscriptionRemoved')).toBe(true);
  await until(() => living(intake.local.tenant).length === 1 && now().id !== before.id && worker.subscription()?.id === now().id);
  await until(isIn('While nobody listened'));
});

test('a thousand notifications that come together, some of them forged, cost one reading', async () => {
  const { clientState, notificationUrl, id } = now();
  const deltas = () => intake.exchanges().filter(({ path }) => path.endsWith('/inbox/messages/delta')).length;
  const before = deltas();
  const value = Array.from({ length: 100 }, (_, n) => ({ clientState: n % 10 === 0 ? 'forged' : clientState, subscriptionId: n % 2 === 0 ? id : 'another', changeType: 'created', resource: `Users/x/Messages/${String(n)}` }));
  const answers = await Promise.all(Array.from({ length: 10 }, () => fetch(notificationUrl, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ value }) })));
  expect(answers.map((each) => each.status)).toEqual(Array(10).fill(202));
  await until(() => deltas() > before);
  await arrive(intake, written({ subject: 'After the storm' }));
  await until(isIn('After the storm'));
  // The storm's one reading (two where it began while some were still coming), and those for the mail after it.
  expect(deltas() - before).toBeLessThanOrEqual(5);
});
