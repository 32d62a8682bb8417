import { randomBytes } from 'node:crypto';
import { TenantFault } from '../route.ts';
import type { Tenant } from '../tenant.ts';
import type { PlannerKind } from './etag.ts';

export type Values = Record<string, unknown>;
/**
 * A plan, bucket, task or its details. `changed` says at which revision each property (or entry of an open type, as
 * `assignments/<oid>`) last changed: Planner takes an older ETag as long as nothing it touches has changed since.
 */
export interface PlannerRecord { id: string; kind: PlannerKind; revision: number; values: Values; changed: Record<string, number> }

export const records = (tenant: Tenant) => tenant.store.collection<PlannerRecord>('planner');

export function requireRecord(tenant: Tenant, kind: PlannerKind, id: string): PlannerRecord {
  const found = records(tenant).get(`${kind}~${id}`);
  if (found === undefined) throw new TenantFault(404, '', 'The requested item is not found.');
  return found;
}

export function recordsOf(tenant: Tenant, kind: PlannerKind, where: (values: Values) => boolean): PlannerRecord[] {
  return records(tenant).values().filter((one) => one.kind === kind && where(one.values));
}

export function addRecord(tenant: Tenant, kind: PlannerKind, values: Values, id = newId()): PlannerRecord {
  const record: PlannerRecord = { id, kind, revision: 1, values, changed: {} };
  records(tenant).put(`${kind}~${id}`, record);
  return record;
}

export function removeRecord(tenant: Tenant, record: PlannerRecord): void {
  records(tenant).delete(`${record.kind}~${record.id}`);
}

/** Merges a change made from revision `from`; 409 where somebody else has changed the same thing since. */
export function mergeChange(tenant: Tenant, record: PlannerRecord, from: number, change: Values): PlannerRecord {
  const parts = flat(change);
  for (const [part, value] of parts) {
    if ((record.changed[part] ?? 0) > from && JSON.stringify(valueAt(record.values, part)) !== JSON.stringify(value)) {
      throw conflict();
    }
  }
  const revision = record.revision + 1;
  const values = parts.reduce((all, [part, value]) => withValue(all, part, value), record.values);
  const merged = { ...record, revision, values, changed: { ...record.changed, ...Object.fromEntries(parts.map(([part]) => [part, revision])) } };
  records(tenant).put(`${record.kind}~${record.id}`, merged);
  return merged;
}

export function conflict(): TenantFault {
  return new TenantFault(409, '', 'The attempted changes conflicted with already accepted changes. Please refresh and try again.');
}

/** 28 characters, case-sensitive. */
function newId(): string {
  return randomBytes(21).toString('base64url');
}

const openTypes = ['assignments', 'appliedCategories', 'checklist', 'references'];

/** An open type is changed entry by entry; everything else as a whole. */
function flat(change: Values): [string, unknown][] {
  return Object.entries(change).flatMap(([name, value]): [string, unknown][] => (
    openTypes.includes(name) ? Object.entries((value ?? {}) as Values).map(([key, one]) => [`${name}/${key}`, one]) : [[name, value]]
  ));
}

function valueAt(values: Values, part: string): unknown {
  const [name, key] = splitPart(part);
  return key === undefined ? values[name] : (values[name] as Values | undefined)?.[key];
}

/** Null takes an entry of an open type away. */
function withValue(values: Values, part: string, value: unknown): Values {
  const [name, key] = splitPart(part);
  if (key === undefined) return { ...values, [name]: value };
  const entries = Object.entries({ ...(values[name] as Values | undefined), [key]: value }).filter(([, one]) => one !== null && one !== false);
  return { ...values, [name]: Object.fromEntries(entries) };
}

/** Keys of references may hold slashes no more than names do; only the first one parts. */
function splitPart(part: string): [string, string?] {
  const at = part.indexOf('/');
  return at < 0 ? [part] : [part.slice(0, at), part.slice(at + 1)];
}
