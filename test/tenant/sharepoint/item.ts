import { randomUUID } from 'node:crypto';
import { TenantFault, type Caller } from '../route.ts';
import type { Tenant } from '../tenant.ts';
import { keptValue, notUnique, type FieldValue } from './column.ts';
import { lists, wholeSeconds, type List } from './lists.ts';
import { recycle } from './recycle-bin.ts';

export type Fields = Record<string, FieldValue>;
export interface ItemVersion { number: number; at: string; byApp: string; fields: Fields }
/** A row: every change is a version, the newest last. */
export interface Item { id: string; listId: string; guid: string; created: string; versions: ItemVersion[] }

export const items = (tenant: Tenant) => tenant.store.collection<Item>('sharepoint-items');

export function itemsOf(tenant: Tenant, list: List): Item[] {
  return items(tenant).values().filter((one) => one.listId === list.id).sort((a, b) => Number(a.id) - Number(b.id));
}

export function requireItem(tenant: Tenant, list: List, id: string): Item {
  const found = items(tenant).get(`${list.id}~${id}`);
  if (found === undefined) throw new TenantFault(404, 'itemNotFound', 'The specified item was not found');
  return found;
}

export function newest(item: Item): ItemVersion {
  const found = item.versions.at(-1);
  if (found === undefined) throw new Error('a row without a version was stored');
  return found;
}

/** `"GUID,version"`, quotes included. */
export function eTagOf(item: Item): string {
  return `"${item.guid},${String(newest(item).number)}"`;
}

export function addItem(tenant: Tenant, list: List, asked: Record<string, unknown>, caller: Caller | null): Item {
  const fields = keptFields(list, asked);
  refuseDuplicates(tenant, list, fields, null);
  const id = String(list.lastItem + 1);
  const at = wholeSeconds(tenant.now());
  const item: Item = { id, listId: list.id, guid: randomUUID(), created: at, versions: [{ number: 1, at, byApp: caller?.appId ?? '', fields }] };
  lists(tenant).put(list.id, { ...list, lastItem: Number(id) });
  items(tenant).put(`${list.id}~${id}`, item);
  return item;
}

/** Every PATCH is a version, also one that changes nothing. */
export function changeItem(tenant: Tenant, list: List, item: Item, asked: Record<string, unknown>, caller: Caller | null): Item {
  const fields = { ...newest(item).fields, ...keptFields(list, asked) };
  refuseDuplicates(tenant, list, fields, item);
  const version = { number: newest(item).number + 1, at: wholeSeconds(tenant.now()), byApp: caller?.appId ?? '', fields };
  const changed = { ...item, versions: [...item.versions, version] };
  items(tenant).put(`${list.id}~${item.id}`, changed);
  return changed;
}

export function removeItem(tenant: Tenant, list: List, item: Item): void {
  items(tenant).delete(`${list.id}~${item.id}`);
  recycle(tenant, { kind: 'item', name: `${list.displayName} row ${item.id}`, from: list.id, content: item });
}

/** A stale If-Match loses; no If-Match means the last writer wins. */
export function refuseStale(ifMatch: string | undefined, eTag: string): void {
  if (ifMatch === undefined || ifMatch === '*' || ifMatch.replace(/^W\//, '').toLowerCase() === eTag.toLowerCase()) return;
  throw new TenantFault(412, 'resourceModified', `The request ETag value '${ifMatch}' does not match the object's ETag value '${eTag}'.`);
}

function keptFields(list: List, asked: Record<string, unknown>): Fields {
  const kept: Fields = {};
  for (const [name, value] of Object.entries(asked)) {
    if (name.includes('@odata.')) continue;
    const column = list.columns.find((one) => one.name === name);
    if (column === undefined) throw new TenantFault(400, 'invalidRequest', `Field '${name}' is not recognized`);
    if (column.readOnly) throw new TenantFault(400, 'invalidRequest', `Field '${name}' is read-only`);
    kept[name] = keptValue(column, value);
  }
  return kept;
}

/** SharePoint compares without case and answers 400, not 409. */
function refuseDuplicates(tenant: Tenant, list: List, fields: Fields, self: Item | null): void {
  for (const column of list.columns.filter((one) => one.enforceUniqueValues)) {
    const mine = comparable(fields[column.name]);
    if (mine === null) continue;
    const taken = itemsOf(tenant, list).some((other) => other.id !== self?.id && comparable(newest(other).fields[column.name]) === mine);
    if (taken) throw new TenantFault(400, 'invalidRequest', notUnique);
  }
}

function comparable(value: FieldValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value).toLowerCase();
}
