import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { people } from '../tenant/seed/people.ts';
import type { RunningTenant } from '../tenant/server.ts';
import { startTenantForTests } from '../tenant/start-for-tests.ts';
import { control, until } from './tenant-mail-set-up.ts';

let local: RunningTenant;
beforeAll(async () => { local = await startTenantForTests(); });
afterAll(async () => { await local.stop(); });

/** A raw call: fetch lets nobody set Host or Origin. */
function statusOf(headers: Record<string, string>): Promise<number> {
  return new Promise((done, refuse) => {
    request(`${local.controlUrl}/clock`, { headers }, (answer) => { answer.resume(); done(answer.statusCode ?? 0); }).on('error', refuse).end();
  });
}

test('the clock is read, moved on, set, and given back', async () => {
  expect(await control(local, 'GET', '/clock')).toMatchObject({ offsetMs: 0 });
  await control(local, 'POST', '/clock/set', { now: '2027-01-04T09:00:00Z' });
  expect(new Date(local.tenant.now()).toISOString()).toMatch(/^2027-01-04T09:00:0/);
  await control(local, 'POST', '/clock/advance', { ms: 60_000 });
  expect(new Date(local.tenant.now()).toISOString()).toMatch(/^2027-01-04T09:01:0/);
  expect(await control(local, 'POST', '/clock/reset')).toMatchObject({ offsetMs: 0 });
});

test('another host name or another site\'s page is refused', async () => {
  expect(await statusOf({})).toBe(200);
  expect(await statusOf({ host: 'evil.example' })).toBe(403);
  expect(await statusOf({ origin: 'https://evil.example' })).toBe(403);
  expect(await statusOf({ origin: local.pageUrl })).toBe(200);
});

test('a tab token for staff, none for a parent; a body that does not fit is refused with the field', async () => {
  const parent = people.find((person) => person.outside)?.oid;
  expect(await control(local, 'POST', '/user-token', { oid: people[0]?.oid })).toMatchObject({ token: expect.stringMatching(/^ey/) as unknown });
  await expect(control(local, 'POST', '/user-token', { oid: parent })).rejects.toThrow('404');
  await expect(control(local, 'POST', '/clock/advance', { ms: 'soon' })).rejects.toThrow(/400.*ms/);
  await expect(control(local, 'GET', '/nothing')).rejects.toThrow('501');
});

test('the page hears what happens', async () => {
  let heard = '';
  const abort = new AbortController();
  const answer = await fetch(`${local.controlUrl}/news`, { signal: abort.signal });
  void (async () => { for await (const part of answer.body ?? []) heard += Buffer.from(part as Uint8Array).toString(); })().catch(() => undefined);
  await until(() => heard.includes('listening'));
  await control(local, 'POST', '/clock/advance', { ms: 1000 });
  await until(() => heard.includes('event: clock-moved'));
  abort.abort();
});
