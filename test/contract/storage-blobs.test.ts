import { describe, expect, test } from '@jest/globals';
import { BlobServiceClient, StorageSharedKeyCredential } from '@azure/storage-blob';
import { createHash } from 'node:crypto';
import { storesOf } from '../../src/storage/stores-of.ts';
import { azurite } from './storage-azurite.ts';

const { sealed, journal } = storesOf(azurite(), 'blobs');
const bytes = Buffer.from('From: parent@home.example\r\n\r\nC\u00e2u chuy\u1ec7n \u{1f466}\r\n');
const sha256 = createHash('sha256').update(bytes).digest('hex');

describe('sealed originals', () => {
  test('are opened byte for byte, and sealing twice is one blob', async () => {
    expect(await sealed.seal('GRV-26-0001', bytes)).toBe(sha256);
    expect(await sealed.seal('GRV-26-0001', bytes)).toBe(sha256);
    expect(Buffer.from(await sealed.open('GRV-26-0001', sha256)).equals(bytes)).toBe(true);
    expect(await sealed.list('GRV-26-0001')).toEqual([sha256]);
  });

  test('of nothing and of several megabytes come back too', async () => {
    for (const size of [0, 6_000_000]) {
      const large = Buffer.alloc(size, 7);
      const hash = await sealed.seal('GRV-26-0002', large);
      expect(Buffer.from(await sealed.open('GRV-26-0002', hash)).equals(large)).toBe(true);
    }
  });

  test('of one owner are removed without touching another\'s', async () => {
    await sealed.seal('GRV-26-0003', bytes);
    await sealed.seal('GRV-26-0004', bytes);
    await sealed.remove('GRV-26-0003', sha256);
    await sealed.remove('GRV-26-0003', sha256);
    expect(await sealed.has('GRV-26-0003', sha256)).toBe(false);
    expect(await sealed.has('GRV-26-0004', sha256)).toBe(true);
    await expect(sealed.open('GRV-26-0003', sha256)).rejects.toMatchObject({ again: 'never', message: expect.stringContaining('is not there') as unknown });
  });

  test('of GRV-26-0005 are not those of GRV-26-00051', async () => {
    await sealed.seal('GRV-26-00051', bytes);
    expect(await sealed.list('GRV-26-0005')).toEqual([]);
  });

  test('that somebody changed in storage are not opened', async () => {
    await sealed.seal('GRV-26-0006', bytes);
    await rawBlob(`GRV-26-0006/${sha256}`).upload('forged', 6);
    await expect(sealed.open('GRV-26-0006', sha256)).rejects.toMatchObject({ again: 'never', message: expect.stringContaining('not what was sealed') as unknown });
  });
});

describe('the journal', () => {
  test('is read as it was last written', async () => {
    expect(await journal.read('GRV-26-0001.ndjson')).toBeNull();
    await journal.write('GRV-26-0001.ndjson', '{"n":1}\n');
    await journal.write('GRV-26-0001.ndjson', '{"n":1,"words":"Nguyễn"}\n');
    expect(await journal.read('GRV-26-0001.ndjson')).toBe('{"n":1,"words":"Nguyễn"}\n');
  });

  test('drops earlier versions, also where storage keeps none, and keeps the present one', async () => {
    await journal.write('GRV-26-0002.ndjson', 'one');
    await journal.write('GRV-26-0002.ndjson', 'two');
    await journal.dropVersions('GRV-26-0002.ndjson');
    await journal.dropVersions('GRV-26-9999.ndjson');
    expect(await journal.read('GRV-26-0002.ndjson')).toBe('two');
  });

  test('lists its names by how they begin', async () => {
    await journal.write('anchors/2026-11-24', 'a');
    await journal.write('anchors/2026-11-25', 'b');
    expect(await journal.names('anchors/')).toEqual(['anchors/2026-11-24', 'anchors/2026-11-25']);
  });
});

/** Storage as somebody with the account's key sees it. */
function rawBlob(name: string): ReturnType<ReturnType<BlobServiceClient['getContainerClient']>['getBlockBlobClient']> {
  const { blobsUrl, credential } = azurite();
  if (!('key' in credential)) throw new Error('Azurite takes a key');
  return new BlobServiceClient(blobsUrl, new StorageSharedKeyCredential(credential.account, credential.key)).getContainerClient('blobs-sealed').getBlockBlobClient(name);
}
