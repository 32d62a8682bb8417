import { PageIterator, type Client } from '@microsoft/microsoft-graph-client';
import type { Group, User } from '@microsoft/microsoft-graph-types';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { membershipOf, setMembership } from '../tenant/directory/membership.ts';
import { people } from '../tenant/seed/people.ts';
import type { RunningTenant } from '../tenant/server.ts';
import { localGraph, refusal, startRecordedTenant } from './local-graph.ts';

let local: RunningTenant;
let graph: Client;
beforeAll(async () => { local = await startRecordedTenant(); graph = localGraph(local); });
afterAll(async () => { await local.stop(); });

const groupCalled = async (name: string): Promise<Group> => (await graph.api('/groups').filter(`displayName eq '${name}'`).select('id,displayName').get() as { value: Group[] }).value[0] ?? {};
const called = (title: string): string => people.find((person) => person.jobTitle === title)?.oid ?? '';

test('a group is found by its name and its members by their type', async () => {
  const head = await groupCalled('Concern Desk Head');
  for (const way of ['members', 'transitiveMembers/microsoft.graph.user', 'members/microsoft.graph.user']) {
    const found = await graph.api(`/groups/${head.id ?? ''}/${way}`).select('id,displayName').get() as { value: User[] };
    expect(found.value).toMatchObject([{ id: called('Head teacher'), displayName: 'Helen Whitlock' }]);
  }
});

test('members come page by page', async () => {
  const staff = await groupCalled('Concern Desk Staff');
  const seen: unknown[] = [];
  const first = await graph.api(`/groups/${staff.id ?? ''}/transitiveMembers/microsoft.graph.user`).top(3).get() as { value: User[]; '@odata.nextLink': string };
  await new PageIterator(graph, first, (user: User) => { seen.push(user.id); return true; }).iterate();
  expect(seen).toEqual(membershipOf(local.tenant, 'Concern Desk Staff'));
  expect(first.value).toHaveLength(3);
  expect(first['@odata.nextLink']).toContain('/transitiveMembers/microsoft.graph.user?');
});

test('a changed membership is seen at once', async () => {
  const head = await groupCalled('Concern Desk Head');
  setMembership(local.tenant, 'Concern Desk Head', [called('Deputy head')]);
  const found = await graph.api(`/groups/${head.id ?? ''}/members`).get() as { value: User[] };
  expect(found.value.map((user) => user.id)).toEqual([called('Deputy head')]);
  setMembership(local.tenant, 'Concern Desk Head', [called('Head teacher')]);
});

test('a person is found by id, by address and by a filter; parents outside are not in the directory', async () => {
  expect(await graph.api(`/users/${called('Teacher')}`).select('mail').get()).toMatchObject({ mail: 'tom.ashby@grove.example' });
  expect(await graph.api('/users/Tom.Ashby@grove.example').get()).toMatchObject({ id: called('Teacher') });
  const found = await graph.api('/users').filter('mail eq \'tom.ashby@grove.example\'').get() as { value: User[] };
  expect(found.value.map((user) => user.id)).toEqual([called('Teacher')]);
  expect(await refusal(graph.api('/users/amara.nwosu@mail.example').get())).toMatchObject({ status: 404, code: 'Request_ResourceNotFound' });
  expect(await refusal(graph.api('/users').filter('jobTitle eq \'Teacher\'').get())).toMatchObject({ status: 400, code: 'Request_UnsupportedQuery' });
});
