import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Client } from '@microsoft/microsoft-graph-client';
import { tenantId } from '../tenant/seed/people.ts';
import type { RunningTenant } from '../tenant/server.ts';
import { localGraph, refusal, startRecordedTenant } from './local-graph.ts';
import { control, openEndpoint, post, until, type Endpoint } from './tenant-mail-set-up.ts';

let local: RunningTenant;
let graph: Client;
let endpoint: Endpoint;
const school = '/users/school@grove.example';

interface Notification { subscriptionId: string; clientState: string; changeType: string; tenantId: string; resourceData: { id: string } }

beforeAll(async () => { local = await startRecordedTenant(); graph = localGraph(local); });
beforeEach(async () => { await control(local, 'POST', '/reset'); endpoint = await openEndpoint(); });
afterEach(async () => { await endpoint.close(); });
afterAll(async () => { await local.stop(); });

const inMinutes = (minutes: number): string => new Date(local.tenant.now() + minutes * 60_000).toISOString();
const order = (more: object = {}): object => ({
  changeType: 'created', resource: `${school}/mailFolders('Inbox')/messages`, notificationUrl: `${endpoint.url}/notify?school=grv`, lifecycleNotificationUrl: `${endpoint.url}/lifecycle`,
  expirationDateTime: inMinutes(4200), clientState: 'a secret', ...more,
});
const subscribe = async (more: object = {}): Promise<{ id: string; expirationDateTime: string }> =>
  await graph.api('/subscriptions').header('Prefer', 'IdType="ImmutableId"').post(order(more)) as { id: string; expirationDateTime: string };
const told = (): Notification[] => endpoint.seen.filter((one) => one.url.startsWith('/notify')).flatMap((one) => (JSON.parse(one.body) as { value: Notification[] }).value);

test('a mail that arrives is told to the address, query kept, with clientState and the lasting id', async () => {
  const { id } = await subscribe();
  await post(local, { subject: 'Told', text: 'x' });
  const first = await until(() => told()[0]);
  expect(first).toMatchObject({ subscriptionId: id, clientState: 'a secret', changeType: 'created', tenantId });
  expect(endpoint.seen[0]?.url).toBe('/notify?school=grv');
  expect(await graph.api(`${school}/messages/${first.resourceData.id}`).get()).toMatchObject({ subject: 'Told' });
});

test('the whole mailbox can be watched, for changes too; another mailbox cannot', async () => {
  await subscribe({ changeType: 'created,updated,deleted', resource: `${school}/messages` });
  await post(local, { subject: 'Watched', text: 'x' });
  const first = await until(() => told()[0]);
  await graph.api(`${school}/messages/${first.resourceData.id}`).patch({ isRead: true });
  await graph.api(`${school}/messages/${first.resourceData.id}/move`).post({ destinationId: 'archive' });
  await until(() => told().length >= 4);
  expect(told().map((one) => one.changeType)).toEqual(['created', 'updated', 'deleted', 'created']);
  expect(await refusal(graph.api('/subscriptions').post(order({ resource: '/users/tom.ashby@grove.example/messages' })))).toMatchObject({ status: 403 });
});

test('no subscription without the handshake, none for longer than 4,230 minutes', async () => {
  endpoint.handshake(false);
  expect(await refusal(graph.api('/subscriptions').post(order()))).toMatchObject({ status: 400, code: 'InvalidRequest' });
  endpoint.handshake(true);
  expect(await refusal(graph.api('/subscriptions').post(order({ expirationDateTime: inMinutes(4300) })))).toMatchObject({ status: 400, code: 'ExtensionError' });
  expect(await graph.api('/subscriptions').get()).toMatchObject({ value: [] });
});

test('renewed, run out, taken away', async () => {
  const { id, expirationDateTime } = await subscribe();
  await control(local, 'POST', '/clock/advance', { ms: 4100 * 60_000 });
  const renewed = await graph.api(`/subscriptions/${id}`).patch({ expirationDateTime: inMinutes(4200) }) as { expirationDateTime: string };
  expect(Date.parse(renewed.expirationDateTime)).toBeGreaterThan(Date.parse(expirationDateTime));
  await control(local, 'POST', '/clock/advance', { ms: 4201 * 60_000 });
  expect(await refusal(graph.api(`/subscriptions/${id}`).patch({ expirationDateTime: inMinutes(60) }))).toMatchObject({ status: 404, code: 'ResourceNotFound' });
  const again = await subscribe();
  await graph.api(`/subscriptions/${again.id}/reauthorize`).post({});
  await graph.api(`/subscriptions/${again.id}`).delete();
  expect(await graph.api('/subscriptions').get()).toMatchObject({ value: [] });
});

test('what is not taken is sent again; what is to be lost is lost; what is to be doubled comes twice', async () => {
  await subscribe();
  endpoint.answerWith(503);
  await post(local, { subject: 'Again', text: 'x' });
  await until(() => told().length === 1);
  endpoint.answerWith(202);
  await until(() => told().length === 2);
  await control(local, 'POST', '/subscriptions/delivery', { lose: 1, double: 1 });
  await post(local, { subject: 'Lost', text: 'x' });
  await post(local, { subject: 'Doubled', text: 'x' });
  await until(() => told().length === 4);
  expect(told()[2]?.resourceData.id).toBe(told()[3]?.resourceData.id);
});

test('lifecycle events come to their own address; a removed subscription is gone', async () => {
  const { id } = await subscribe();
  for (const event of ['missed', 'reauthorizationRequired', 'subscriptionRemoved']) await control(local, 'POST', '/subscriptions/lifecycle', { event });
  const events = endpoint.seen.map((one) => (JSON.parse(one.body) as { value: { lifecycleEvent: string; subscriptionId: string }[] }).value[0]);
  expect(events.map((one) => one?.lifecycleEvent)).toEqual(['missed', 'reauthorizationRequired', 'subscriptionRemoved']);
  expect(events.every((one) => one?.subscriptionId === id)).toBe(true);
  expect(await graph.api('/subscriptions').get()).toMatchObject({ value: [] });
});
