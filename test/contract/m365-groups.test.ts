import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openGroups } from '../../src/microsoft365/groups.ts';
import type { Groups } from '../../src/ports.ts';
import { setMembership } from '../tenant/directory/routes.ts';
import { groups as seeded, people } from '../tenant/seed/people.ts';
import type { RunningTenant } from '../tenant/server.ts';
import { startRecordedTenant } from './local-graph.ts';
import { productGraph } from './m365-graph.ts';

let local: RunningTenant;
let groups: Groups;
beforeAll(async () => { local = await startRecordedTenant(); });
afterAll(async () => { await local.stop(); });
beforeEach(() => {
  local.faults.clear();
  groups = openGroups(productGraph(local), {
    office: 'Concern Desk Office', slt: 'Concern Desk SLT', head: 'Concern Desk Head', 'executive-head': 'Concern Desk Executive Head',
    'safeguarding-lead': 'Concern Desk Safeguarding', chair: 'Concern Desk Chair', governor: 'Concern Desk Governors', staff: 'Concern Desk Staff',
  });
});

const oidOf = (name: string): string => people.find((one) => one.displayName === name)?.oid ?? '';
const idOf = (name: string): string => seeded.find((one) => one.displayName === name)?.id ?? '';

describe('people of the school', () => {
  test('each stands there once, with every role that a group gives', async () => {
    const found = await groups.people();
    expect(found.find((one) => one.displayName === 'Helen Whitlock')).toEqual({
      oid: oidOf('Helen Whitlock'), displayName: 'Helen Whitlock', mail: 'helen.whitlock@grove.example', jobTitle: '', roles: ['slt', 'head', 'staff'],
    });
    expect(found.find((one) => one.displayName === 'Gwen Adeyemi')?.roles).toEqual(['chair', 'governor']);
    expect(found).toHaveLength(8);
  });

  test('a change of head is seen at the next reading', async () => {
    setMembership(local.tenant, 'Concern Desk Head', [oidOf('Priya Raman')]);
    const heads = (await groups.people()).filter((one) => one.roles.includes('head'));
    setMembership(local.tenant, 'Concern Desk Head', [oidOf('Helen Whitlock')]);
    expect(heads.map((one) => one.displayName)).toEqual(['Priya Raman']);
  });

  test('a group may be named by its id', async () => {
    const found = await openGroups(productGraph(local), { office: idOf('Concern Desk Office') }).people();
    expect(found.map((one) => one.displayName)).toEqual(['Olive Marsh']);
  });
});

describe('what the operator is told', () => {
  test('a group that is missing is named', async () => {
    await expect(openGroups(productGraph(local), { head: "Head's group" }).people()).rejects.toMatchObject({ again: 'never', message: expect.stringContaining('no group "Head\'s group"') });
  });

  test('two groups of one name are not guessed between', async () => {
    const twin = { id: idOf('Concern Desk SLT'), displayName: 'Concern Desk Head' };
    local.faults.add({ method: 'GET', path: '/groups\\?', times: 1, status: 200, body: { value: [{ id: idOf('Concern Desk Head'), displayName: 'Concern Desk Head' }, twin] } });
    await expect(openGroups(productGraph(local), { head: 'Concern Desk Head' }).people()).rejects.toMatchObject({ again: 'never', message: expect.stringContaining('Put the id of the right one') });
  });

  test('a refusal names the permission', async () => {
    local.faults.add({ method: 'GET', path: 'transitiveMembers', times: 1, status: 403 });
    await expect(groups.people()).rejects.toMatchObject({ again: 'never', message: expect.stringContaining('GroupMember.Read.All') });
  });

  test('a wrong secret is a sentence about the app registration', async () => {
    await expect(openGroups(productGraph(local, 'not-the-secret'), { head: idOf('Concern Desk Head') }).people())
      .rejects.toMatchObject({ again: 'never', message: expect.stringMatching(/AADSTS7000215.*app registration/) });
  });
});

describe('on a bad day', () => {
  test('a throttled read waits as long as it is asked to, and then goes on', async () => {
    local.faults.add({ method: 'GET', path: 'transitiveMembers', times: 1, status: 429, headers: { 'Retry-After': '1' } });
    const began = performance.now();
    expect(await groups.people()).toHaveLength(8);
    expect(performance.now() - began).toBeGreaterThan(990);
  });

  test('a long pause is left to the caller, who may do other work meanwhile', async () => {
    local.faults.add({ method: 'GET', path: 'transitiveMembers', times: 1, status: 503, headers: { 'Retry-After': '120' } });
    await expect(groups.people()).rejects.toMatchObject({ again: 'later', after: 120 });
  });

  test('a token that no longer holds is replaced once', async () => {
    local.faults.add({ method: 'GET', path: 'transitiveMembers', times: 1, status: 401 });
    expect(await groups.people()).toHaveLength(8);
  });

  test('a cut line is tried again', async () => {
    local.faults.add({ method: 'GET', path: 'transitiveMembers', times: 1, drop: 'before' });
    expect(await groups.people()).toHaveLength(8);
  });

  test('everybody is read, however small the pages', async () => {
    const pages = [{ value: [{ '@odata.type': '#microsoft.graph.user', id: 'a' }], '@odata.nextLink': `${local.origin}/v1.0/groups/${idOf('Concern Desk SLT')}/transitiveMembers?$select=id` }];
    local.faults.add({ method: 'GET', path: 'transitiveMembers', times: 1, status: 200, body: pages[0] });
    expect(await openGroups(productGraph(local), { slt: idOf('Concern Desk SLT') }).people()).toHaveLength(5);
  });

  test('a link to another host is not followed: the token would go with it', async () => {
    local.faults.add({ method: 'GET', path: 'transitiveMembers', times: 1, status: 200, body: { value: [], '@odata.nextLink': 'https://localhost.attacker.example/v1.0/groups' } });
    await expect(openGroups(productGraph(local), { slt: idOf('Concern Desk SLT') }).people()).rejects.toMatchObject({ again: 'never', message: expect.stringContaining('another host') });
  });
});
