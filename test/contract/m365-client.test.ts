import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { UnsecuredJWT } from 'jose';
import { openGraph, type GraphCall } from '../../src/microsoft365/client.ts';
import { Fault } from '../../src/ports.ts';
import { appId, appSecret, tenantId } from '../tenant/seed/people.ts';
import type { RunningTenant } from '../tenant/server.ts';
import { startRecordedTenant } from './local-graph.ts';
import { endpointsOf, productGraph } from './m365-graph.ts';

const secret = { tenantId, clientId: appId, secret: appSecret };
const path = '/users/letters%40grove.example/messages';
const read: GraphCall = { doing: 'list the mail of the mailbox', right: 'mail', method: 'GET', path };
const create: GraphCall = { doing: 'make the draft of a letter', right: 'mail', method: 'POST', path, json: { subject: 'A letter' } };

let local: RunningTenant;
beforeAll(async () => { local = await startRecordedTenant(); });
afterAll(async () => { await local.stop(); });
beforeEach(() => { local.faults.clear(); });

describe('who the app is', () => {
  test('a managed identity proves it without a secret', async () => {
    const assertion = new UnsecuredJWT({}).setAudience('api://AzureADTokenExchange').setIssuer('https://login.microsoftonline.com/x/v2.0').encode();
    const graph = openGraph(endpointsOf(local), { tenantId, clientId: appId, assertion: () => Promise.resolve(assertion) });
    expect((await graph.send(read)).status).toBe(200);
  });

  test('an identity that gives no token is the fault that is told, not a wrapped one', async () => {
    const none = new Fault('The managed identity gave no token.', 'later');
    const graph = openGraph(endpointsOf(local), { tenantId, clientId: appId, assertion: () => Promise.reject(none) });
    await expect(graph.send(create)).rejects.toBe(none);
  });

  test('the bot takes its tokens from the same client', async () => {
    const token = await productGraph(local).signIn.acquireTokenByClientCredential({ scopes: ['https://api.botframework.com/.default'] });
    expect(token?.accessToken).toMatch(/^eyJ/);
  });
});

describe('silence', () => {
  test('ends: what only reads is tried again later', async () => {
    local.faults.add({ method: 'GET', path: 'messages', times: 9, delayMs: 600 });
    await expect(openGraph(endpointsOf(local), secret, 100).send(read)).rejects.toMatchObject({ again: 'later', message: expect.stringContaining('in time') });
  });

  test('after something was to be made means: look first', async () => {
    local.faults.add({ method: 'POST', path: 'messages', times: 1, delayMs: 600 });
    await expect(openGraph(endpointsOf(local), secret, 100).send(create)).rejects.toMatchObject({ again: 'look-first', message: expect.stringContaining('in time') });
  });

  test('of a door that is shut can have made nothing', async () => {
    const graph = `https://localhost:${String(await closedPort())}`;
    await expect(openGraph({ ...endpointsOf(local), graph }, secret).send(create)).rejects.toMatchObject({ again: 'later' });
  });
});

test('a service that stays broken is asked three times, not for ever', async () => {
  local.faults.add({ method: 'GET', path: 'messages', times: 9, status: 503 });
  await expect(productGraph(local).send(read)).rejects.toMatchObject({ again: 'later' });
  expect(local.faults.waiting()[0]?.times).toBe(6);
});

test('no sentence names a mailbox or an address of Microsoft, since it is logged', async () => {
  const said: string[] = [];
  for (const status of [400, 401, 403, 404, 409, 412, 429, 500, 504]) {
    local.faults.add({ method: 'POST', path: 'messages', times: 2, status, body: { error: { code: 'SomeCode', message: 'letters@grove.example is not a mailbox' } } });
    await productGraph(local).send(create).catch((error: unknown) => { said.push(String(error)); });
    local.faults.clear();
  }
  expect(said).toHaveLength(9);
  expect(said.filter((one) => /@|%40|https?:|users\//.test(one))).toEqual([]);
});

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => { server.close(done); });
  return port;
}
