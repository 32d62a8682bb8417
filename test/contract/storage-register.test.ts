import { expect, test } from '@jest/globals';
import type { RegisterRow } from '../../src/ports.ts';
import { storesOf } from '../../src/storage/stores-of.ts';
import { azurite } from './storage-azurite.ts';

const { register } = storesOf(azurite(), 'rows');

test('a row is read back, long text and all', async () => {
  const row = { ...newRow('ROWS-26-0001', 1), words: { text: 'Cô giáo 👩‍🏫 '.repeat(12_000) } };
  await register.put(row);
  // compared by itself, since a diff of it fills the screen
  expect((await register.get('ROWS-26-0001'))?.words['text'] === row.words.text).toBe(true);
  expect({ ...await register.get('ROWS-26-0001'), words: row.words }).toEqual(row);
  expect(await register.get('ROWS-26-9999')).toBeNull();
});

test('only a newer version writes over it, whatever the order they come in', async () => {
  await Promise.all([3, 1, 5, 2, 4].map((version) => register.put(newRow('ROWS-26-0002', version))));
  expect((await register.get('ROWS-26-0002'))?.version).toBe(5);
  await register.put({ ...newRow('ROWS-26-0002', 5), status: 'closed' });
  expect((await register.get('ROWS-26-0002'))?.status).toBe('new');
});

test('all lists what was not removed', async () => {
  await register.put(newRow('ROWS-26-0003', 1));
  await register.put(newRow('f'.repeat(64), 1));
  await register.remove('ROWS-26-0003');
  await register.remove('ROWS-26-0003');
  const keys = (await register.all()).map((row) => row.key);
  expect(keys).toContain('f'.repeat(64));
  expect(keys).not.toContain('ROWS-26-0003');
});

test('another instance hears of each change and removal once', async () => {
  const other = storesOf(azurite(), 'rows').register;
  const { cursor } = await other.changedSince(null);
  await register.put(newRow('ROWS-26-0004', 1));
  await register.put(newRow('ROWS-26-0005', 1));
  const first = await other.changedSince(cursor);
  expect(first.keys.sort()).toEqual(['ROWS-26-0004', 'ROWS-26-0005']);
  expect((await other.changedSince(first.cursor)).keys).toEqual([]);
  await register.put(newRow('ROWS-26-0004', 2));
  await register.remove('ROWS-26-0005');
  const second = await other.changedSince(first.cursor);
  expect(second.keys.sort()).toEqual(['ROWS-26-0004', 'ROWS-26-0005']);
  expect((await other.changedSince(second.cursor)).keys).toEqual([]);
});

test('an old version that comes late is told to nobody; the same version again is', async () => {
  await register.put(newRow('ROWS-26-0006', 2));
  const { cursor } = await register.changedSince(null);
  await register.put(newRow('ROWS-26-0006', 1));
  const later = await register.changedSince(cursor);
  expect(later.keys).toEqual([]);
  await register.put(newRow('ROWS-26-0006', 2));
  expect((await register.changedSince(later.cursor)).keys).toEqual(['ROWS-26-0006']);
});

function newRow(key: string, version: number): RegisterRow {
  return {
    key, kind: 'concern', version, audience: { kind: 'ordinary', roles: ['head'], not: [], also: [] }, status: 'new', route: 'conduct', priority: 'P2',
    at: 1_795_000_000_000, outcome: null, nextAt: null, waitsFor: { roles: ['head'], oids: [] }, words: { subject: 'At the gate' }, reporterWords: {},
  };
}
