import { afterEach, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Stores } from '../../src/ports.ts';
import { storesOf } from '../../src/storage/stores-of.ts';
import { azurite } from './storage-azurite.ts';

/** Azurite keeps no versions, so here the service's side is played: what it lists, and what it is then asked to delete. */
let server: Server | null = null;
afterEach(() => { server?.close(); });

test('dropping versions deletes the earlier ones of that blob alone, and never the present one', async () => {
  const { stores, deleted } = await versioned([
    { name: 'GRV-26-0001.ndjson', version: '2026-11-01T00:00:00.0000000Z' },
    { name: 'GRV-26-0001.ndjson', version: '2026-11-02T00:00:00.0000000Z' },
    { name: 'GRV-26-0001.ndjson', version: '2026-11-03T00:00:00.0000000Z', current: true },
    { name: 'GRV-26-0001.ndjson.copy', version: '2026-11-01T00:00:00.0000000Z' },
  ]);
  await stores.journal.dropVersions('GRV-26-0001.ndjson');
  expect(deleted).toEqual(['GRV-26-0001.ndjson 2026-11-01', 'GRV-26-0001.ndjson 2026-11-02']);
});

test('a sealed file that is removed goes with what it leaves behind as versions', async () => {
  const { stores, deleted } = await versioned([{ name: 'GRV-26-0001/abc', version: '2026-11-03T00:00:00.0000000Z' }]);
  await stores.sealed.remove('GRV-26-0001', 'abc');
  expect(deleted).toEqual(['GRV-26-0001/abc present', 'GRV-26-0001/abc 2026-11-03']);
});

async function versioned(blobs: { name: string; version: string; current?: true }[]): Promise<{ stores: Stores; deleted: string[] }> {
  const deleted: string[] = [];
  const listing = `<?xml version="1.0" encoding="utf-8"?><EnumerationResults><Blobs>${blobs.map((blob) => `<Blob><Name>${blob.name}</Name><VersionId>${blob.version}</VersionId>`
    + `${blob.current ? '<IsCurrentVersion>true</IsCurrentVersion>' : ''}<Properties><Last-Modified>Tue, 24 Nov 2026 10:00:00 GMT</Last-Modified><Etag>0x1</Etag></Properties></Blob>`).join('')}</Blobs><NextMarker/></EnumerationResults>`;
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://storage');
    if (request.method === 'DELETE') deleted.push(`${decodeURIComponent(url.pathname.split('/').slice(3).join('/'))} ${url.searchParams.get('versionid')?.slice(0, 10) ?? 'present'}`);
    if (request.method === 'GET') response.writeHead(200, { 'content-type': 'application/xml' }).end(listing);
    else response.writeHead(request.method === 'PUT' ? 201 : 202).end();
  });
  await new Promise<void>((listening) => { server?.listen(0, '127.0.0.1', listening); });
  const { port } = server.address() as AddressInfo;
  return { stores: storesOf({ ...azurite(), blobsUrl: `http://127.0.0.1:${String(port)}/devstoreaccount1` }, 'vers'), deleted };
}
