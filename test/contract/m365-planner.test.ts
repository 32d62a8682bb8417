import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Graph } from '../../src/microsoft365/client.ts';
import { openTaskBoard } from '../../src/microsoft365/planner.ts';
import { Conflict, type TaskBoard } from '../../src/ports.ts';
import { boardOf, setProgress } from '../tenant/planner/board.ts';
import { concernsPlanId } from '../tenant/planner/seed.ts';
import { people } from '../tenant/seed/people.ts';
import type { RunningTenant } from '../tenant/server.ts';
import { startRecordedTenant } from './local-graph.ts';
import { productGraph } from './m365-graph.ts';

let local: RunningTenant;
let graph: Graph;
let board: TaskBoard;
let n = 0;
let ref = '';
beforeAll(async () => {
  local = await startRecordedTenant();
  graph = productGraph(local);
  board = openTaskBoard(graph, { plan: concernsPlanId });
});
afterAll(async () => { await local.stop(); });
beforeEach(() => { local.faults.clear(); n += 1; ref = `GRV-26-${String(n).padStart(4, '0')}`; });

const columnOf = (task: string): string | undefined => boardOf(local.tenant).find((column) => column.tasks.some((one) => one.id === task))?.name;
const shown = (task: string) => boardOf(local.tenant).flatMap((column) => column.tasks).find((one) => one.id === task);

test('a task is made in its bucket and found again by its reference', async () => {
  expect(await board.find(ref)).toBeNull();
  const made = await board.create(ref, `${ref}: first look`, 'New');
  expect(await board.find(ref)).toEqual(made);
  expect(columnOf(made.task)).toBe('New');
});

test('a longer reference is another one', async () => {
  await board.create(`${ref}1`, `${ref}1: first look`, 'New');
  expect(await board.find(ref)).toBeNull();
});

test('a task is found in a plan of several pages', async () => {
  const made = await board.create(ref, `${ref}: first look`, 'New');
  const link = `${local.origin}/v1.0/planner/plans/${concernsPlanId}/tasks?$skiptoken=${Buffer.from('from=0').toString('base64url')}`;
  local.faults.add({ method: 'GET', path: 'plans/.*/tasks', times: 1, status: 200, body: { value: [], '@odata.nextLink': link } });
  expect(await board.find(ref)).toEqual(made);
});

test('of two tasks made by accident everybody takes the older one', async () => {
  const first = await board.create(ref, `${ref}: first look`, 'New');
  local.clock.advance(60_000);
  await board.create(ref, `${ref}: first look`, 'New');
  expect(await board.find(ref)).toEqual(first);
});

describe('bringing a task up to date', () => {
  test('title, bucket and progress change together', async () => {
    const { task } = await board.create(ref, `${ref}: first look`, 'New');
    await board.bring(task, { title: `${ref}: send the letter`, bucket: 'In hand', percent: 50 });
    expect(columnOf(task)).toBe('In hand');
    expect(shown(task)).toMatchObject({ title: `${ref}: send the letter`, percentComplete: 50 });
  });

  test('what is right already is not written again', async () => {
    const { task } = await board.create(ref, `${ref}: first look`, 'New');
    local.faults.add({ method: 'PATCH', path: task, times: 1, status: 500 });
    await board.bring(task, { title: `${ref}: first look`, bucket: 'New', percent: 0 });
    expect(local.faults.waiting()).toHaveLength(1);
  });

  test('a person who ticks it off at the same moment costs one more try', async () => {
    const { task } = await board.create(ref, `${ref}: first look`, 'New');
    local.faults.add({ method: 'PATCH', path: task, times: 1, status: 409 });
    setProgress(local.tenant, { taskId: task, percentComplete: 100, oid: people[0]?.oid ?? '' });
    await board.bring(task, { title: `${ref}: first look`, bucket: 'Waiting', percent: 50 });
    expect(shown(task)).toMatchObject({ percentComplete: 50 });
    expect(columnOf(task)).toBe('Waiting');
  });

  test('somebody who never stops changing it is left for later', async () => {
    const { task } = await board.create(ref, `${ref}: first look`, 'New');
    local.faults.add({ method: 'PATCH', path: task, times: 9, status: 412 });
    await expect(board.bring(task, { title: `${ref}: x`, bucket: 'New', percent: 0 })).rejects.toBeInstanceOf(Conflict);
  });
});

test('a task is taken away, and taking it away again does no harm', async () => {
  const { task } = await board.create(ref, `${ref}: first look`, 'New');
  await board.remove(task);
  await board.remove(task);
  expect(await board.find(ref)).toBeNull();
});

describe('what is said when it fails', () => {
  test('a lost answer to a create means: look first, and the task is there once', async () => {
    local.faults.add({ method: 'POST', path: 'planner/tasks', times: 1, drop: 'after' });
    await expect(board.create(ref, `${ref}: first look`, 'New')).rejects.toMatchObject({ again: 'look-first' });
    expect(await board.find(ref)).not.toBeNull();
    expect(boardOf(local.tenant).flatMap((column) => column.tasks).filter((one) => one.title.startsWith(ref))).toHaveLength(1);
  });

  test('a gateway that gives up is not asked to create again', async () => {
    local.faults.add({ method: 'POST', path: 'planner/tasks', times: 1, status: 504 });
    await expect(board.create(ref, `${ref}: first look`, 'New')).rejects.toMatchObject({ again: 'look-first' });
    expect(await board.find(ref)).toBeNull();
  });

  test('a throttled create was certainly not done', async () => {
    local.faults.add({ method: 'POST', path: 'planner/tasks', times: 1, status: 429, headers: { 'Retry-After': '7' } });
    await expect(board.create(ref, `${ref}: first look`, 'New')).rejects.toMatchObject({ again: 'later', after: 7 });
  });

  test('a bucket that is missing is named', async () => {
    await expect(board.create(ref, `${ref}: first look`, 'Parked')).rejects.toMatchObject({ again: 'never', message: expect.stringContaining('"Parked"') });
  });

  test('a full plan is told by its code', async () => {
    local.faults.add({ method: 'POST', path: 'planner/tasks', times: 1, status: 403, body: { error: { code: 'MaximumTasksInProject', message: 'x' } } });
    await expect(board.create(ref, `${ref}: first look`, 'New')).rejects.toMatchObject({ again: 'never', message: expect.stringContaining('MaximumTasksInProject') });
  });
});
