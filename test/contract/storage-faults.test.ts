import { expect, test } from '@jest/globals';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { Fault } from '../../src/ports.ts';
import { storesOf } from '../../src/storage/stores-of.ts';
import { azurite } from './storage-azurite.ts';

test('storage that is not there is a fault for later, which says what to check', async () => {
  const port = await freePort();
  const { log, sealed } = storesOf({ ...azurite(), tablesUrl: `http://127.0.0.1:${String(port)}/devstoreaccount1`, blobsUrl: `http://127.0.0.1:${String(port)}/devstoreaccount1` }, 'gone');
  await expect(log.load('GONE-26-0001')).rejects.toMatchObject({ again: 'later', message: expect.stringContaining('settings') as unknown });
  await expect(sealed.has('GONE-26-0001', 'a')).rejects.toMatchObject({ again: 'later' });
});

test('a wrong key is a fault for a person, and tells no address', async () => {
  const wrong = { ...azurite(), credential: { account: 'devstoreaccount1', key: Buffer.from('wrong').toString('base64') } };
  const fault = await storesOf(wrong, 'gone').links.get('cursor', 'secretary@grove.example').catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(Fault);
  expect(fault).toMatchObject({ again: 'never', message: expect.stringContaining('Storage Table Data Contributor') as unknown });
  expect(inspect(fault)).not.toMatch(/127\.0\.0\.1|http:/);
});

test('a busy storage is asked at most twice, then it is a fault for later with the seconds it named', async () => {
  let asked = 0;
  const server = await serving((_, response) => {
    asked += 1;
    response.writeHead(503, { 'retry-after': '1', 'content-type': 'application/json' }).end('{"odata.error":{"code":"ServerBusy","message":{"value":"busy"}}}');
  });
  try {
    const { port } = server.address() as AddressInfo;
    const { wake } = storesOf({ ...azurite(), tablesUrl: `http://127.0.0.1:${String(port)}/devstoreaccount1` }, 'busy');
    await expect(wake.put('BUSY-26-0001', 0, 'machine')).rejects.toMatchObject({ again: 'later', after: 1 });
    expect(asked).toBeLessThanOrEqual(2);
  } finally {
    server.close();
  }
});

test('a table that could not be made is tried again with the next call', async () => {
  let refuse = true;
  const server = await serving((_, response) => {
    if (refuse) response.writeHead(400).end();
    else response.writeHead(404, { 'content-type': 'application/json' }).end('{"odata.error":{"code":"ResourceNotFound","message":{"value":"none"}}}');
  });
  try {
    const { port } = server.address() as AddressInfo;
    const { log } = storesOf({ ...azurite(), tablesUrl: `http://127.0.0.1:${String(port)}/devstoreaccount1` }, 'late');
    await expect(log.load('LATE-26-0001')).rejects.toMatchObject({ again: 'never' });
    refuse = false;
    await expect(log.load('LATE-26-0001')).rejects.toMatchObject({ again: 'never', message: expect.stringContaining('404') as unknown });
  } finally {
    server.close();
  }
});

test('a school code that could not stand in names is refused', () => {
  expect(() => storesOf(azurite(), 'Grove Primary')).toThrow('two to six letters');
});

test('a key that storage would refuse is refused with a sentence', async () => {
  await expect(storesOf(azurite(), 'keys').log.load('KEYS/26#1')).rejects.toMatchObject({ again: 'never', message: expect.stringContaining('Encode it') as unknown });
});

async function serving(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  const server = createServer(answer);
  await new Promise<void>((listening) => { server.listen(0, '127.0.0.1', listening); });
  return server;
}

async function freePort(): Promise<number> {
  const server = await serving((_, response) => { response.end(); });
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => { server.close(closed); });
  return port;
}
