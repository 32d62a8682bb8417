import type { Client } from '@microsoft/microsoft-graph-client';
import type { PlannerBucket, PlannerPlan, PlannerTask, PlannerTaskDetails } from '@microsoft/microsoft-graph-types';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { boardOf, setProgress } from '../tenant/planner/board.ts';
import { groups, people } from '../tenant/seed/people.ts';
import type { RunningTenant } from '../tenant/server.ts';
import { localGraph, refusal, startRecordedTenant } from './local-graph.ts';

type Tagged<T> = T & { '@odata.etag': string };

let local: RunningTenant;
let graph: Client;
let plan: PlannerPlan;
let buckets: PlannerBucket[];
let task: Tagged<PlannerTask>;
beforeAll(async () => {
  local = await startRecordedTenant();
  graph = localGraph(local);
  const slt = groups.find((group) => group.displayName === 'Concern Desk SLT');
  [plan = {}] = (await graph.api(`/groups/${slt?.id ?? ''}/planner/plans`).get() as { value: PlannerPlan[] }).value;
  buckets = (await graph.api(`/planner/plans/${plan.id ?? ''}/buckets`).get() as { value: PlannerBucket[] }).value;
});
afterAll(async () => { await local.stop(); });
beforeEach(async () => { task = await create({ title: 'GRV-26-0001: first response due' }); });

const create = (fields: object): Promise<Tagged<PlannerTask>> => graph.api('/planner/tasks').post({ planId: plan.id, bucketId: buckets[0]?.id, ...fields }) as Promise<Tagged<PlannerTask>>;
const at = (one: PlannerTask): string => `/planner/tasks/${one.id ?? ''}`;
const change = (path: string, eTag: string, fields: object): Promise<unknown> => graph.api(path).header('If-Match', eTag).patch(fields);
const detailsOf = (one: PlannerTask): Promise<Tagged<PlannerTaskDetails>> => graph.api(`${at(one)}/details`).get() as Promise<Tagged<PlannerTaskDetails>>;

test('the leaders\' plan has its four buckets', () => {
  expect(plan.title).toBe('Concerns');
  expect(buckets.map((bucket) => bucket.name)).toEqual(['New', 'In hand', 'Waiting', 'Done']);
});

describe('making a task', () => {
  test('the same POST twice makes two', async () => {
    const twin = await create({ title: task.title });
    expect(twin.id).not.toBe(task.id);
    const all = (await graph.api(`/planner/plans/${plan.id ?? ''}/tasks`).get() as { value: PlannerTask[] }).value;
    expect(all.map((one) => one.id)).toEqual(expect.arrayContaining([task.id, twin.id]));
  });

  test('what contradicts itself is refused with 400', async () => {
    expect(await refusal(create({ title: 'x', startDateTime: '2026-03-03T09:00:00Z', dueDateTime: '2026-03-02T09:00:00Z' }))).toMatchObject({ status: 400 });
    expect(await refusal(create({ title: 'x', assignments: { [people[1]?.oid ?? '']: { orderHint: ' !' } } }))).toMatchObject({ status: 400 });
    expect(await refusal(create({ title: 'x', orderHint: task.orderHint }))).toMatchObject({ status: 400 });
    expect(await refusal(create({ title: 'x', bucketId: 'elsewhere' }))).toMatchObject({ status: 400 });
    expect(await refusal(create({ title: 'x', colour: 'red' }))).toMatchObject({ status: 400 });
    expect(await refusal(graph.api('/planner/tasks').post({ title: 'x' }))).toMatchObject({ status: 400 });
  });
});

describe('If-Match', () => {
  test('missing is 412, a star or the other resource\'s tag is 400', async () => {
    const details = await detailsOf(task);
    expect(await refusal(graph.api(at(task)).patch({ percentComplete: 50 }))).toMatchObject({ status: 412, message: 'The If-Match header must be specified for this kind of request.' });
    expect(await refusal(change(at(task), '*', { percentComplete: 50 }))).toMatchObject({ status: 400, message: 'The If-Match header contains an invalid value.' });
    expect(await refusal(change(at(task), details['@odata.etag'], { percentComplete: 50 }))).toMatchObject({ status: 400 });
    expect(await refusal(change(`${at(task)}/details`, task['@odata.etag'], { description: 'x' }))).toMatchObject({ status: 400 });
  });

  test('an older tag is taken when nothing it touches has changed, and 409 when it has', async () => {
    await change(at(task), task['@odata.etag'], { percentComplete: 50 });
    await change(at(task), task['@odata.etag'], { bucketId: buckets[1]?.id });
    expect(await refusal(change(at(task), task['@odata.etag'], { percentComplete: 100 }))).toMatchObject({ status: 409 });
    expect(await graph.api(at(task)).get()).toMatchObject({ percentComplete: 50, bucketId: buckets[1]?.id });
  });

  test('answers 204 without a body, or the task when it is asked for', async () => {
    const raw = await graph.api(at(task)).header('If-Match', task['@odata.etag']).responseType('raw' as never).patch({ percentComplete: 50 }) as Response;
    expect(raw.status).toBe(204);
    const whole = await graph.api(at(task)).headers({ 'If-Match': task['@odata.etag'], Prefer: 'return=representation' }).patch({ priority: 1 }) as PlannerTask;
    expect(whole).toMatchObject({ id: task.id, priority: 1, percentComplete: 50 });
  });

  test('a task changed since can\'t be deleted under the old tag', async () => {
    await change(at(task), task['@odata.etag'], { percentComplete: 50 });
    expect(await refusal(graph.api(at(task)).header('If-Match', task['@odata.etag']).delete())).toMatchObject({ status: 409 });
    const now = await graph.api(at(task)).get() as Tagged<PlannerTask>;
    await graph.api(at(task)).header('If-Match', now['@odata.etag']).delete();
    expect(await refusal(graph.api(at(task)).get())).toMatchObject({ status: 404 });
  });
});

describe('details', () => {
  test('are a resource of their own, and their counts show on the task', async () => {
    const details = await detailsOf(task);
    await change(`${at(task)}/details`, details['@odata.etag'], {
      description: 'In the record.', references: { 'https%3A//grove%2Esharepoint%2Eexample/sites/concerns': { '@odata.type': '#microsoft.graph.plannerExternalReference', alias: 'Folder' } },
    });
    expect(await graph.api(at(task)).get()).toMatchObject({ hasDescription: true, referenceCount: 1, '@odata.etag': task['@odata.etag'] });
    const again = await detailsOf(task);
    await change(`${at(task)}/details`, again['@odata.etag'], { references: { 'https%3A//grove%2Esharepoint%2Eexample/sites/concerns': null } });
    expect((await detailsOf(task)).references).toEqual({});
  });

  test('a reference key with a bare dot or colon is refused', async () => {
    const references = { 'https://grove': { '@odata.type': '#microsoft.graph.plannerExternalReference' } };
    expect(await refusal(change(`${at(task)}/details`, (await detailsOf(task))['@odata.etag'], { references }))).toMatchObject({ status: 400 });
  });
});

test('anybody in the group may finish a task in Planner, which the app finds when it looks', async () => {
  setProgress(local.tenant, { taskId: task.id ?? '', percentComplete: 100, oid: people[2]?.oid ?? '' });
  const found = await graph.api(at(task)).get() as PlannerTask;
  expect(found).toMatchObject({ percentComplete: 100, completedBy: { user: { id: people[2]?.oid } } });
  expect(found.completedDateTime).not.toBeNull();
  expect(boardOf(local.tenant)[0]?.tasks.find((one) => one.id === task.id)?.percentComplete).toBe(100);
});
