import { expect, test } from '@jest/globals';
import { storesOf } from '../../src/storage/stores-of.ts';
import { azurite } from './storage-azurite.ts';

const { links } = storesOf(azurite(), 'links');

test('a fact is kept under any key, and read back', async () => {
  const key = '19:abc@thread.tacv2;messageid=1/2#?\\';
  expect(await links.get('conversation', key)).toBeNull();
  await links.put('conversation', key, { serviceUrl: 'https://smba.example/', note: ['ü', null, 3] });
  await links.put('conversation', key, { serviceUrl: 'https://smba.example/uk/' });
  expect(await links.get('conversation', key)).toEqual({ serviceUrl: 'https://smba.example/uk/' });
});

test('facts of one kind are listed with their keys, and removed alone', async () => {
  await links.put('cursor', 'Inbox', 'https://graph.example/delta?token=1');
  await links.put('cursor', 'Junk', 'https://graph.example/delta?token=2');
  await links.put('people', 'all', []);
  await links.remove('cursor', 'Junk');
  await links.remove('cursor', 'Junk');
  expect(await links.all('cursor')).toEqual([{ key: 'Inbox', value: 'https://graph.example/delta?token=1' }]);
});

test('a long value (everybody in the groups) fits; one that cannot is refused with a sentence', async () => {
  const people = Array.from({ length: 2000 }, (_, n) => ({ oid: `oid-${String(n)}`, roles: ['staff'] }));
  await links.put('people', 'groups', people);
  expect(await links.get('people', 'groups')).toEqual(people);
  await expect(links.put('people', 'groups', 'x'.repeat(600_000))).rejects.toMatchObject({ again: 'never', message: expect.stringContaining('sealed file') as unknown });
});
