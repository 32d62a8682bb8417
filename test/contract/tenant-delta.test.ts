import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Client } from '@microsoft/microsoft-graph-client';
import type { RunningTenant } from '../tenant/server.ts';
import { localGraph, refusal, startRecordedTenant } from './local-graph.ts';
import { control, post } from './tenant-mail-set-up.ts';

let local: RunningTenant;
let graph: Client;
const inbox = '/users/school@grove.example/mailFolders/inbox/messages';
const prefer = (size: number): string => `odata.maxpagesize=${String(size)}, IdType="ImmutableId"`;

interface Entry { id: string; subject?: string; '@removed'?: { reason: string } }
interface Page { value: Entry[]; '@odata.nextLink'?: string; '@odata.deltaLink'?: string }

beforeAll(async () => { local = await startRecordedTenant(); graph = localGraph(local); });
beforeEach(async () => { await control(local, 'POST', '/reset'); });
afterAll(async () => { await local.stop(); });

/** Follows next links until the delta link; `pages` are the sizes of the pages met. */
async function round(path: string, size = 50): Promise<{ entries: Entry[]; pages: number[]; delta: string }> {
  const entries: Entry[] = [];
  const pages: number[] = [];
  for (let next = path; ;) {
    const page = await graph.api(next).header('Prefer', prefer(size)).get() as Page;
    entries.push(...page.value);
    pages.push(page.value.length);
    if (page['@odata.deltaLink'] !== undefined) return { entries, pages, delta: page['@odata.deltaLink'] };
    expect(page['@odata.nextLink']).toMatch(new RegExp(`^${local.origin}/`));
    next = page['@odata.nextLink'] ?? '';
  }
}

const subjects = (entries: Entry[]): (string | undefined)[] => entries.map((one) => one.subject);

test('the first round lists the folder in pages, newest first; later rounds tell only what changed', async () => {
  for (const n of [1, 2, 3]) await post(local, { subject: `Mail ${String(n)}`, text: 'x' });
  const first = await round(`${inbox}/delta?$select=subject`, 2);
  expect([first.pages, subjects(first.entries)]).toEqual([[2, 1], ['Mail 3', 'Mail 2', 'Mail 1']]);
  const quiet = await round(first.delta);
  expect(quiet.entries).toEqual([]);
  await post(local, { subject: 'Mail 4', text: 'x' });
  await graph.api(`${inbox}/${first.entries[0]?.id ?? ''}`).patch({ isRead: true });
  expect(subjects((await round(quiet.delta)).entries).sort()).toEqual(['Mail 3', 'Mail 4']);
});

test('what leaves the folder is told as removed under its lasting id; what comes back is listed again', async () => {
  await post(local, { subject: 'Wanders', text: 'x' });
  const first = await round(`${inbox}/delta`);
  const id = first.entries[0]?.id ?? '';
  await graph.api(`${inbox}/${id}/move`).post({ destinationId: 'archive' });
  const away = await round(first.delta);
  expect(away.entries).toEqual([{ '@odata.type': '#microsoft.graph.message', id, '@removed': { reason: 'deleted' } }]);
  await graph.api(`/users/school@grove.example/messages/${id}/move`).post({ destinationId: 'inbox' });
  expect((await round(away.delta)).entries).toMatchObject([{ id, subject: 'Wanders' }]);
});

test('a bound on the time holds for every round; other filters and orders are refused', async () => {
  await post(local, { subject: 'Old', text: 'x' });
  local.clock.advance(3_600_000);
  const since = new Date(local.tenant.now()).toISOString();
  await post(local, { subject: 'New', text: 'x' });
  const first = await round(`${inbox}/delta?$filter=receivedDateTime ge ${since}`);
  expect(subjects(first.entries)).toEqual(['New']);
  const old = (await graph.api(`${inbox}?$filter=subject eq 'Old'`).get() as Page).value[0]?.id ?? '';
  await graph.api(`${inbox}/${old}`).patch({ isRead: true });
  expect((await round(first.delta)).entries).toEqual([]);
  expect(await refusal(graph.api(`${inbox}/delta?$filter=isRead eq false`).get())).toMatchObject({ status: 400 });
  expect(await refusal(graph.api(`${inbox}/delta?$orderby=subject`).get())).toMatchObject({ status: 400 });
  expect(await refusal(graph.api(`${first.delta}&$select=subject`).get())).toMatchObject({ status: 400 });
});

test('changeType created keeps silent of marks, even when the round has several pages', async () => {
  await post(local, { subject: 'Before', text: 'x' });
  const first = await round(`${inbox}/delta?changeType=created`);
  for (const n of [1, 2]) await post(local, { subject: `Mail ${String(n)}`, text: 'x' });
  const { value } = await graph.api(`${inbox}?$filter=subject eq 'Mail 1' or subject eq 'Before'`).get() as Page;
  for (const one of value) await graph.api(`${inbox}/${one.id}`).patch({ isRead: true });
  expect(subjects((await round(first.delta, 1)).entries).sort()).toEqual(['Mail 1', 'Mail 2']);
});

test('now and then a page is empty though there is more', async () => {
  let { delta } = await round(`${inbox}/delta`);
  let emptyFirst = 0;
  for (const n of [1, 2, 3]) {
    await post(local, { subject: `Mail ${String(n)}`, text: 'x' });
    const next = await round(delta);
    if (next.pages[0] === 0) emptyFirst += 1;
    expect(subjects(next.entries)).toEqual([`Mail ${String(n)}`]);
    delta = next.delta;
  }
  expect(emptyFirst).toBe(1);
});

test('an expired link is 410 with the address of a fresh start; nonsense is refused', async () => {
  const { delta } = await round(`${inbox}/delta`);
  await control(local, 'POST', '/mail/expire-delta');
  const token = await local.tenant.sign({ aud: 'https://graph.microsoft.com', appid: local.tenant.appId });
  const answer = await fetch(delta, { headers: { authorization: `Bearer ${token}` } });
  expect([answer.status, (await answer.json() as { error: { code: string } }).error.code]).toEqual([410, 'SyncStateNotFound']);
  expect((await fetch(answer.headers.get('location') ?? '', { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
  expect(await refusal(graph.api(`${inbox}/delta?$deltatoken=nonsense`).get())).toMatchObject({ status: 400 });
});

test('a delta link goes on across a move of the clock', async () => {
  await post(local, { subject: 'One', text: 'x' });
  const { delta } = await round(`${inbox}/delta`);
  await control(local, 'POST', '/clock/advance', { ms: 86_400_000 });
  await post(local, { subject: 'Two', text: 'x' });
  expect(subjects((await round(delta)).entries)).toEqual(['Two']);
  expect(await control(local, 'GET', '/clock')).toMatchObject({ offsetMs: 86_400_000 });
});
