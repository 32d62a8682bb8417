import { createHash } from 'node:crypto';
import type { Client } from '@microsoft/microsoft-graph-client';
import type { DriveItem, Drive, ListItem, Site } from '@microsoft/microsoft-graph-types';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { appId } from '../tenant/seed/people.ts';
import type { RunningTenant } from '../tenant/server.ts';
import { recycleBin } from '../tenant/sharepoint/recycle-bin.ts';
import { grantSite, siteHost, sites } from '../tenant/sharepoint/site.ts';
import { localGraph, refusal, startRecordedTenant } from './local-graph.ts';

interface Page<T> { value: T[]; '@odata.nextLink'?: string }
type Row = ListItem & { '@odata.etag': string; fields: Record<string, unknown> };

let local: RunningTenant;
let graph: Client;
let items = '';
let files = '';
beforeAll(async () => {
  local = await startRecordedTenant();
  graph = localGraph(local);
  const site = await graph.api(`/sites/${siteHost}:/sites/concerns`).get() as Site;
  items = `/sites/${site.id ?? ''}/lists/Concerns/items`;
  const drives = await graph.api(`/sites/${site.id ?? ''}/drives`).get() as Page<Drive>;
  files = `/drives/${drives.value.find((drive) => drive.name === 'Concern files')?.id ?? ''}`;
});
afterAll(async () => { await local.stop(); });

const add = (fields: Record<string, unknown>): Promise<Row> => graph.api(items).post({ fields }) as Promise<Row>;
const patch = (row: Row, eTag: string, fields: object): Promise<unknown> => graph.api(`${items}/${row.id ?? ''}/fields`).header('If-Match', eTag).patch(fields);

describe('the site', () => {
  test('is found by path and by id, and lists.json has become its lists', async () => {
    const lists = await graph.api(items.replace('/Concerns/items', '')).get() as Page<{ displayName: string }>;
    expect(lists.value.map((list) => list.displayName)).toEqual(expect.arrayContaining(['Concerns', 'Concern files']));
    const columns = await graph.api(items.replace('/items', '/columns')).get() as Page<{ name: string; indexed: boolean; enforceUniqueValues: boolean }>;
    expect(columns.value.find((column) => column.name === 'Reference')).toMatchObject({ indexed: true, enforceUniqueValues: true });
  });

  test('another site of the school is closed to the app, and a host elsewhere is no host', async () => {
    const other = sites(local.tenant).values().find((site) => site.path === '/sites/staffroom');
    expect(await refusal(graph.api(`/sites/${other?.id ?? ''}/lists`).get())).toMatchObject({ status: 403, code: 'accessDenied' });
    expect(await refusal(graph.api('/sites/elsewhere.example:/sites/concerns').get())).toMatchObject({ status: 400, code: 'invalidRequest' });
  });

  test('the write role makes no lists and no columns; full control does', async () => {
    const lists = items.replace('/Concerns/items', '');
    expect(await refusal(graph.api(lists).post({ displayName: 'Notes' }))).toMatchObject({ status: 403, code: 'accessDenied' });
    const site = sites(local.tenant).values().find((one) => one.path === '/sites/concerns');
    grantSite(local.tenant, site?.id ?? '', appId, 'fullcontrol');
    await graph.api(lists).post({ displayName: 'Notes', list: { template: 'genericList' }, columns: [{ name: 'Text', text: { allowMultipleLines: true, textType: 'plain' } }] });
    await graph.api(`${lists}/Notes/columns`).post({ name: 'At', dateTime: { format: 'dateTime' } });
    grantSite(local.tenant, site?.id ?? '', appId, 'write');
    const note = await graph.api(`${lists}/Notes/items`).post({ fields: { Title: 'n', Text: 'one\ntwo', At: '2026-03-02T09:15:27.123Z' } }) as Row;
    expect(note.fields).toMatchObject({ Text: 'one\r\ntwo', At: '2026-03-02T09:15:27Z' });
  });
});

describe('a row', () => {
  test('is made, read, changed under its ETag and keeps every version', async () => {
    const row = await add({ Title: 'GRV-26-0001', Reference: 'GRV-26-0001', Status: 'New', RaisedOn: '2026-03-02', Version: 1 });
    expect(row['@odata.etag']).toMatch(/^"[0-9a-f-]{36},1"$/);
    const changed = await patch(row, row['@odata.etag'], { Status: 'In hand', Version: 2 }) as { '@odata.etag': string };
    expect(changed['@odata.etag']).toMatch(/,2"$/);
    const read = await graph.api(`${items}/${row.id ?? ''}`).expand('fields($select=Status,RaisedOn,Version)').get() as Row;
    expect(read.fields).toMatchObject({ Status: 'In hand', RaisedOn: '2026-03-02T00:00:00Z', Version: 2 });
    expect(read.fields['Reference']).toBeUndefined();
    const versions = await graph.api(`${items}/${row.id ?? ''}/versions`).expand('fields').get() as Page<{ id: string; fields: Record<string, unknown> }>;
    expect(versions.value.map((version) => [version.id, version.fields['Status']])).toEqual([['2.0', 'In hand'], ['1.0', 'New']]);
  });

  test('a stale ETag loses with 412 and changes nothing', async () => {
    const row = await add({ Title: 'GRV-26-0002', Reference: 'GRV-26-0002', Status: 'New' });
    await patch(row, row['@odata.etag'], { Status: 'In hand' });
    expect(await refusal(patch(row, row['@odata.etag'], { Status: 'Closed' }))).toMatchObject({ status: 412, code: 'resourceModified' });
    expect((await graph.api(`${items}/${row.id ?? ''}`).expand('fields').get() as Row).fields['Status']).toBe('In hand');
  });

  test('a second of the same reference is refused in SharePoint\'s words, without regard to case', async () => {
    await add({ Title: 'GRV-26-0003', Reference: 'GRV-26-0003' });
    expect(await refusal(add({ Title: 'x', Reference: 'grv-26-0003' }))).toEqual({
      status: 400, code: 'invalidRequest', message: 'One or more fields with unique constraints already has the provided value.',
    });
  });

  test('an unknown column or an over-long text is refused', async () => {
    expect(await refusal(add({ Title: 'x', Reporter: 'x' }))).toMatchObject({ status: 400, message: 'Field \'Reporter\' is not recognized' });
    expect(await refusal(add({ Title: 'x', Reference: 'R'.repeat(33) }))).toMatchObject({ status: 400 });
  });

  test('goes to the recycle bin for 93 days, and its reference is free again', async () => {
    const row = await add({ Title: 'GRV-26-0004', Reference: 'GRV-26-0004' });
    await graph.api(`${items}/${row.id ?? ''}`).delete();
    expect(await refusal(graph.api(`${items}/${row.id ?? ''}`).get())).toMatchObject({ status: 404, code: 'itemNotFound' });
    expect(recycleBin(local.tenant).map((one) => one.name)).toContain(`Concerns row ${row.id ?? ''}`);
    await add({ Title: 'GRV-26-0004', Reference: 'GRV-26-0004' });
    local.clock.advance(94 * 86_400_000);
    expect(recycleBin(local.tenant)).toEqual([]);
    local.clock.advance(-94 * 86_400_000);
  });
});

describe('finding rows', () => {
  beforeAll(async () => {
    for (const n of [1, 2, 3, 4, 5]) await add({ Title: `Q-${String(n)}`, Reference: `Q-${String(n)}`, Status: 'Queued', Lead: n % 2 === 0 ? 'Deputy head' : 'Head' });
  });

  test('by an indexed column, page by page', async () => {
    const seen: unknown[] = [];
    let page = await graph.api(items).expand('fields').filter('fields/Status eq \'Queued\'').top(2).get() as Page<Row>;
    for (;;) {
      expect(page.value.length).toBeLessThanOrEqual(2);
      seen.push(...page.value.map((row) => row.fields['Reference']));
      const next = page['@odata.nextLink'];
      if (next === undefined) break;
      page = await graph.api(next).get() as Page<Row>;
    }
    expect(seen).toEqual(['Q-1', 'Q-2', 'Q-3', 'Q-4', 'Q-5']);
  });

  test('a column without an index only with the header that accepts the risk', async () => {
    const asked = () => graph.api(items).expand('fields').filter('fields/Lead eq \'Deputy head\' and fields/Status eq \'Queued\'');
    expect(await refusal(asked().get())).toMatchObject({ status: 400, code: 'invalidRequest' });
    const found = await asked().header('Prefer', 'HonorNonIndexedQueriesWarningMayFailRandomly').get() as Page<Row>;
    expect(found.value).toHaveLength(2);
  });
});

describe('the library', () => {
  const text = (item: DriveItem): Promise<ArrayBuffer> => graph.api(`${files}/items/${item.id ?? ''}/content`).responseType('arraybuffer' as never).get() as Promise<ArrayBuffer>;

  test('a file is put by path with its folders, read back byte for byte, and replaced', async () => {
    const bytes = Buffer.from('Reading copy\n\u00e9');
    const made = await graph.api(`${files}/root:/GRV-26-0001/Exhibit 1.txt:/content`).put(bytes) as DriveItem;
    expect(made).toMatchObject({ name: 'Exhibit 1.txt', size: bytes.length, file: { mimeType: 'text/plain' } });
    expect(Buffer.from(await text(made))).toEqual(bytes);
    const again = await graph.api(`${files}/root:/GRV-26-0001/exhibit 1.txt:/content`).put('shorter') as DriveItem;
    expect(again.id).toBe(made.id);
    expect(again.eTag).not.toBe(made.eTag);
    expect(Buffer.from(await text(again)).toString()).toBe('shorter');
  });

  test('is found as the drive of its list; the site\'s own drive is another library', async () => {
    const site = items.slice(0, items.indexOf('/lists'));
    const drive = await graph.api(`${site}/lists/Concern files/drive`).select('id').get() as Drive;
    expect(`/drives/${drive.id ?? ''}`).toBe(files);
    expect((await graph.api(`${site}/drive`).get() as Drive).name).toBe('Documents');
  });

  test('large and binary bytes come back the same', async () => {
    const bytes = Buffer.alloc(1_500_000, createHash('sha256').update('x').digest());
    const made = await graph.api(`${files}/root:/big.docx:/content`).header('Content-Type', 'application/octet-stream').put(bytes) as DriveItem;
    expect(createHash('sha256').update(Buffer.from(await text(made))).digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  test('a folder of a name that is taken: fail, rename, or the one that is there', async () => {
    const make = (conflict: string): Promise<DriveItem> => graph.api(`${files}/root/children`).post({ name: 'GRV-26-0009', folder: {}, '@microsoft.graph.conflictBehavior': conflict }) as Promise<DriveItem>;
    const first = await make('fail');
    expect(await refusal(make('fail'))).toMatchObject({ status: 409, code: 'nameAlreadyExists' });
    expect((await make('rename')).name).toBe('GRV-26-0009 1');
    expect((await make('replace')).id).toBe(first.id);
    const found = await graph.api(`${files}/root:/grv-26-0009`).get() as DriveItem;
    expect(found.id).toBe(first.id);
  });

  test('a folder is listed, and goes with all that is in it', async () => {
    const folder = await graph.api(`${files}/root/children`).post({ name: 'GRV-26-0010', folder: {} }) as DriveItem;
    const inside = await graph.api(`${files}/items/${folder.id ?? ''}:/Letter 1.docx:/content`).put('letter') as DriveItem;
    const children = await graph.api(`${files}/root:/GRV-26-0010:/children`).get() as Page<DriveItem>;
    expect(children.value.map((one) => one.name)).toEqual(['Letter 1.docx']);
    await graph.api(`${files}/items/${folder.id ?? ''}`).delete();
    expect(await refusal(graph.api(`${files}/items/${inside.id ?? ''}`).get())).toMatchObject({ status: 404, code: 'itemNotFound' });
    expect(recycleBin(local.tenant).map((one) => one.name)).toEqual(expect.arrayContaining(['GRV-26-0010', 'Letter 1.docx']));
  });

  test('a write under a stale ETag loses with 412', async () => {
    const made = await graph.api(`${files}/root:/stale.txt:/content`).put('1') as DriveItem;
    await graph.api(`${files}/root:/stale.txt:/content`).put('2');
    expect(await refusal(graph.api(`${files}/items/${made.id ?? ''}/content`).header('If-Match', made.eTag ?? '').put('3'))).toMatchObject({ status: 412 });
  });
});
