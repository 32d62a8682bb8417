import { Fault } from '../../ports.ts';
import { joinText } from './long-text.ts';

/** A row as it was read: its key, its version at the store, and its properties as the service gave them. */
export interface Row { partition: string; key: string; etag: string; values: Readonly<Record<string, unknown>> }

/** A text property that must be there. */
export function textOf(row: Row, name: string): string {
  const text = joinText(row.values, name);
  if (text === null) throw damaged(row, name);
  return text;
}

/** A number property; times are kept as Int64, since a plain JSON number over 2^31 is refused. */
export function numberOf(row: Row, name: string): number {
  const value = row.values[name];
  if (typeof value !== 'number' && typeof value !== 'bigint') throw damaged(row, name);
  return Number(value);
}

/** A value that this code once wrote as JSON. `looksRight` tells a damaged row apart; fields that newer code added are kept. */
export function jsonOf<T>(row: Row, name: string, looksRight: (value: unknown) => value is T): T {
  const value: unknown = JSON.parse(textOf(row, name));
  if (!looksRight(value)) throw damaged(row, name);
  return value;
}

/** True when `value` is an object that has all these fields. */
export function hasFields(value: unknown, names: readonly string[]): boolean {
  return typeof value === 'object' && value !== null && names.every((name) => name in value);
}

function damaged(row: Row, name: string): Fault {
  return new Fault(`Row ${row.key} of ${row.partition} has no readable "${name}". Run \`desk verify\`, then restore it from the journal.`, 'never');
}
