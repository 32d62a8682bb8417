import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { appId } from '../tenant/seed/people.ts';
import type { RunningTenant } from '../tenant/server.ts';
import { lists } from '../tenant/sharepoint/lists.ts';
import { grantSite, siteHost, sites, type SiteRole } from '../tenant/sharepoint/site.ts';
import { confidentialClient, startRecordedTenant } from './local-graph.ts';

interface Named { displayName: string; columns: { name: string }[] }
const script = fileURLToPath(new URL('../../infra/sharepoint/provision.mjs', import.meta.url));
const wanted = (JSON.parse(readFileSync(new URL('../../infra/sharepoint/lists.json', import.meta.url), 'utf8')) as { lists: Named[] }).lists;

let local: RunningTenant;
beforeAll(async () => { local = await startRecordedTenant(); });
afterAll(async () => { await local.stop(); });

/** An empty site, and whoever provisions it with this role there. */
function makeSite(path: string, role: SiteRole): string {
  const id = `${siteHost},${path}`;
  sites(local.tenant).put(id, { id, path: `/sites/${path}`, displayName: path, created: '2026-09-01T00:00:00Z' });
  grantSite(local.tenant, id, appId, role);
  return id;
}

const listsOf = (siteId: string): Named[] => lists(local.tenant).values().filter((list) => list.siteId === siteId);

async function provision(path: string): Promise<{ code: number; said: string }> {
  const token = (await confidentialClient(local).acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] }))?.accessToken ?? '';
  return new Promise((answer) => {
    execFile(process.execPath, [script, `--site=${siteHost}:/sites/${path}`, `--graph=${local.origin}`, `--token=${token}`], (error, out, complaints) => {
      answer({ code: error === null ? 0 : Number(error.code), said: `${out}${complaints}` });
    });
  });
}

test('a site gets the lists and columns of the file, and a second run makes nothing', async () => {
  const id = makeSite('empty', 'fullcontrol');
  expect(await provision('empty')).toEqual({ code: 0, said: expect.stringMatching(/^Made "Concerns"[^]*Made "Concern files"[^]*id, for SITE_PATH/) });
  const made = listsOf(id);
  expect(made.map((list) => list.displayName)).toEqual(wanted.map((list) => list.displayName));
  for (const list of wanted) expect(made.find((each) => each.displayName === list.displayName)?.columns).toEqual(expect.arrayContaining(list.columns.map((column) => expect.objectContaining(column))));
  expect((await provision('empty')).said).toMatch(/^"Concerns" \([^)]+\) is as it should be\./);
  expect(listsOf(id)).toEqual(made);
});

test('a column that a later release brings is added', async () => {
  const id = makeSite('older', 'fullcontrol');
  await provision('older');
  const list = lists(local.tenant).values().find((each) => each.siteId === id && each.displayName === 'Concerns');
  if (list === undefined) throw new Error('The list is missing.');
  lists(local.tenant).put(list.id, { ...list, columns: list.columns.filter((column) => column.name !== 'NextDate') });
  expect((await provision('older')).said).toMatch(/Added to "Concerns" \([^)]+\): NextDate\./);
});

test('whoever may not make lists is told so', async () => {
  makeSite('closed', 'write');
  expect(await provision('closed')).toEqual({ code: 1, said: expect.stringMatching(/Microsoft Graph refused POST \/sites\/[^ ]+\/lists \(403\): Access denied/) });
});
