import { beforeEach, expect, test } from '@jest/globals';
import type { WakeStore } from '../../src/ports.ts';
import { storesOf } from '../../src/storage/stores-of.ts';
import { azurite } from './storage-azurite.ts';

const at = Date.UTC(2026, 10, 24, 9, 41, 10);
let wake: WakeStore;

/** An empty table for each test: whatever is due by the end of time is taken away. */
beforeEach(async () => {
  wake = storesOf(azurite(), 'wake').wake;
  const end = Date.UTC(9000, 0, 1);
  for (const row of await wake.due(end, end, 1000)) await wake.replace(row, []);
});

test('a row is due from its second on, never before', async () => {
  await wake.put('GRV-26-0042', at + 1, 'machine');
  expect(await wake.due(at, at + 100_000, 10)).toEqual([]);
  expect(await wake.due(at + 999, 0, 10)).toEqual([]);
  expect((await wake.due(at + 1000, 0, 10)).map((row) => row.what)).toEqual(['GRV-26-0042']);
});

test('each row counts by its own clock', async () => {
  await wake.put('GRV-26-0001', at, 'machine');
  await wake.put('GRV-26-0002', at, 'school');
  expect((await wake.due(at, at - 1, 10)).map((row) => row.what)).toEqual(['GRV-26-0001']);
  expect((await wake.due(at - 1, at, 10)).map((row) => row.what)).toEqual(['GRV-26-0002']);
});

test('the longest overdue comes first, and no more than asked', async () => {
  await wake.put('GRV-26-0001', at + 2000, 'machine');
  await wake.put('mail.abc', at, 'machine');
  await wake.put('GRV-26-0003', at + 1000, 'school');
  expect((await wake.due(at + 9000, at + 9000, 2)).map((row) => row.what)).toEqual(['mail.abc', 'GRV-26-0003']);
});

test('putting the same look twice is one look', async () => {
  await wake.put('GRV-26-0042', at, 'machine');
  await wake.put('GRV-26-0042', at, 'machine');
  expect(await wake.due(at, 0, 10)).toHaveLength(1);
});

test('a look takes its row away and leaves the next ones', async () => {
  await wake.put('GRV-26-0042', at, 'machine');
  const [row] = await wake.due(at, 0, 10);
  await wake.replace(present(row), [{ at: at + 60_000, clock: 'machine' }, { at: at + 90_000, clock: 'school' }, { at: at + 60_000, clock: 'machine' }]);
  expect(await wake.due(at, at, 10)).toEqual([]);
  expect((await wake.due(at + 60_000, at + 90_000, 10)).map(({ clock, at: when }) => [clock, when])).toEqual([['machine', at + 60_000], ['school', at + 90_000]]);
});

test('a look whose row somebody else took away still leaves the next one', async () => {
  await wake.put('GRV-26-0042', at, 'machine');
  const row = present((await wake.due(at, 0, 10))[0]);
  await wake.replace(row, []);
  await wake.replace(row, []);
  await wake.replace(row, [{ at: at + 60_000, clock: 'machine' }]);
  expect(await wake.due(at + 60_000, 0, 10)).toHaveLength(1);
});

test('a look that must come again at once keeps its row', async () => {
  await wake.put('GRV-26-0042', at, 'machine');
  await wake.replace(present((await wake.due(at, 0, 10))[0]), [{ at, clock: 'machine' }]);
  expect(await wake.due(at, 0, 10)).toHaveLength(1);
});

test('a row put while a look is under way is not taken away with it', async () => {
  await wake.put('GRV-26-0042', at, 'machine');
  const row = present((await wake.due(at + 500, 0, 10))[0]);
  await wake.put('GRV-26-0042', at + 500, 'machine');
  await wake.replace(row, []);
  expect(await wake.due(at + 1000, 0, 10)).toHaveLength(1);
});

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('nothing was due');
  return value;
}
