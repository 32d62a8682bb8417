import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Graph } from '../../src/microsoft365/client.ts';
import { openEvidenceLibrary } from '../../src/microsoft365/library.ts';
import { openConcernList } from '../../src/microsoft365/lists.ts';
import { Conflict, type ConcernList, type EvidenceLibrary } from '../../src/ports.ts';
import type { RunningTenant } from '../tenant/server.ts';
import { concernsSiteId } from '../tenant/sharepoint/seed.ts';
import { siteHost } from '../tenant/sharepoint/site.ts';
import { localGraph, startRecordedTenant } from './local-graph.ts';
import { productGraph } from './m365-graph.ts';

const site = `${siteHost}:/sites/concerns`;

let local: RunningTenant;
let graph: Graph;
let list: ConcernList;
let library: EvidenceLibrary;
let n = 0;
let ref = '';
beforeAll(async () => {
  local = await startRecordedTenant();
  graph = productGraph(local);
  list = openConcernList(graph, { site, list: 'Concerns' });
  library = openEvidenceLibrary(graph, { site, library: 'Concern files' });
});
afterAll(async () => { await local.stop(); });
beforeEach(() => { local.faults.clear(); n += 1; ref = `GRV-26-${String(n).padStart(4, '0')}`; });

const row = () => ({ Title: ref, Reference: ref, Status: 'New', Route: 'Conduct', Priority: 'Today', RaisedOn: '2026-11-24', Lead: 'Head', NextDate: null, Version: 3, Link: 'https://teams.microsoft.com/l/entity/x' });

async function fieldsOf(item: string): Promise<Record<string, unknown>> {
  const answer = await localGraph(local).api(`/sites/${concernsSiteId}/lists/Concerns/items/${item}`).expand('fields').get() as { fields: Record<string, unknown> };
  return answer.fields;
}

describe('the row of a concern', () => {
  test('is found by its reference once it was made, with the tag to change it by', async () => {
    expect(await list.find(ref)).toBeNull();
    const made = await list.create(row());
    expect(await list.find(ref)).toEqual(made);
    expect(await fieldsOf(made.item)).toMatchObject({ Reference: ref, Status: 'New', Version: 3 });
  });

  test('is made once, however often it is asked for', async () => {
    const made = await list.create(row());
    expect(await list.create(row())).toEqual(made);
  });

  test('a create whose answer was lost finds its own row', async () => {
    local.faults.add({ method: 'POST', path: '/items', times: 1, drop: 'after' });
    await expect(list.create(row())).rejects.toMatchObject({ again: 'later' });
    expect(await list.find(ref)).toEqual(await list.create(row()));
  });

  test('a reference with a quote in it is one text to the filter', async () => {
    expect(await list.find("GRV' or fields/Reference ne '")).toBeNull();
  });

  test('changes with the tag of its last writing, and gives the next', async () => {
    const made = await list.create(row());
    const first = await list.update(made.item, made.etag, { Status: 'Open', Version: 4 });
    const second = await list.update(made.item, first.etag, { NextDate: '2026-12-01', Version: 5 });
    expect(await fieldsOf(made.item)).toMatchObject({ Status: 'Open', Version: 5 });
    expect((await list.find(ref))?.etag).toBe(second.etag);
  });

  test('is never written over what somebody wrote since', async () => {
    const made = await list.create(row());
    await list.update(made.item, made.etag, { Status: 'Open' });
    await expect(list.update(made.item, made.etag, { Status: 'Closed' })).rejects.toBeInstanceOf(Conflict);
    expect(await fieldsOf(made.item)).toMatchObject({ Status: 'Open' });
  });

  test('taken away by hand: a change says that it must be looked for again', async () => {
    const made = await list.create(row());
    await list.remove(made.item);
    await list.remove(made.item);
    await expect(list.update(made.item, made.etag, { Status: 'Open' })).rejects.toBeInstanceOf(Conflict);
    expect(await list.find(ref)).toBeNull();
  });

  test('a field that the list does not have is a fault, not a row found', async () => {
    await expect(list.create({ ...row(), Colour: 'red' })).rejects.toMatchObject({ again: 'never' });
  });
});

describe('what the operator is told', () => {
  test('no right to the list: which grant, which setting', async () => {
    const staffRoom = openConcernList(graph, { site: `${siteHost}:/sites/staffroom`, list: 'Concerns' });
    await expect(staffRoom.find(ref)).rejects.toMatchObject({ again: 'never', message: expect.stringMatching(/403.*SITE_PATH/) });
  });

  test('a site given by its id is not looked up', async () => {
    const made = await list.create(row());
    expect(await openConcernList(graph, { site: concernsSiteId, list: 'Concerns' }).find(ref)).toEqual(made);
  });
});

describe('the folder of a concern', () => {
  // A view into a larger buffer, as every small Buffer is: only its own bytes may be sent.
  const bytes = Buffer.from('before Reading copy é after').subarray(7, 22);

  async function read(name: string): Promise<Buffer> {
    const drive = await localGraph(local).api(`/sites/${concernsSiteId}/lists/Concern files/drive`).get() as { id: string };
    const answer = await localGraph(local).api(`/drives/${drive.id}/root:/${ref}/${name}:/content`).responseType('arraybuffer' as never).get() as ArrayBuffer;
    return Buffer.from(answer);
  }

  test('holds exactly the bytes that were put into it, and says where', async () => {
    const address = await library.put(ref, `${ref}-evidence-1.pdf`, bytes);
    expect(address).toContain(ref);
    expect(await read(`${ref}-evidence-1.pdf`)).toEqual(bytes);
  });

  test('a file put again takes the place of the first', async () => {
    const first = await library.put(ref, 'copy.txt', bytes);
    expect(await library.put(ref, 'copy.txt', Buffer.from('second'))).toBe(first);
    expect((await read('copy.txt')).toString()).toBe('second');
  });

  test('a name with a hash, a space and a plus is one file', async () => {
    await library.put(ref, 'letter #1 + notes.txt', bytes);
    expect(await read(encodeURIComponent('letter #1 + notes.txt'))).toEqual(bytes);
  });

  test('goes with all that is in it, and may be gone already', async () => {
    await library.put(ref, 'copy.txt', bytes);
    await library.remove(ref);
    await library.remove(ref);
    await expect(read('copy.txt')).rejects.toMatchObject({ statusCode: 404 });
  });

  test('a gateway that gives up is asked again: the same bytes twice are one file', async () => {
    local.faults.add({ method: 'PUT', path: ':/content', times: 1, status: 503, headers: { 'Retry-After': '0' } });
    expect(await library.put(ref, 'copy.txt', bytes)).toContain(ref);
  });
});
