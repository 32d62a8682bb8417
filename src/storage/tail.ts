import { randomBytes } from 'node:crypto';
import { textOf, type Row } from './account/row.ts';
import type { Table } from './account/table.ts';

const partition = 't';
const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
/** A row may land up to 30 s after it was stamped, and machines' clocks differ a little: each reading goes back this far. */
const OVERLAP_MS = 60_000;

export interface Tail {
  /** Tells the other instances that the register row of this key changed or went. */
  tell(key: string): Promise<void>;
  changedSince(cursor: string | null): Promise<{ keys: string[]; cursor: string }>;
}

/** What a follower carries between two readings: where to read from, and what of that it has had already. */
interface Cursor { from: number; had: string[] }

/** What changed, by time: row = time~key~a few random letters. Kept a day, by the machine's clock. */
export function openTail(table: Table): Tail {
  let cleanedAt = 0;
  return {
    tell: async (key) => {
      const now = Date.now();
      await table.put(partition, `${timeKey(now)}~${key}~${randomBytes(3).toString('hex')}`, { key });
      if (now - cleanedAt < HOUR_MS) return;
      cleanedAt = now;
      await dropOlder(table, now - DAY_MS);
    },
    changedSince: (cursor) => changedSince(table, cursor),
  };
}

async function changedSince(table: Table, cursor: string | null): Promise<{ keys: string[]; cursor: string }> {
  const { from, had } = parseCursor(cursor);
  const rows = await table.between(partition, timeKey(from), 'a');
  const known = new Set(had);
  const keys = new Set(rows.filter((row) => !known.has(row.key)).map((row) => textOf(row, 'key')));
  return { keys: [...keys], cursor: JSON.stringify(nextCursor(from, rows)) };
}

function nextCursor(from: number, rows: readonly Row[]): Cursor {
  const newest = rows.at(-1);
  const next = newest ? Math.max(from, timeOf(newest) - OVERLAP_MS) : from;
  return { from: next, had: rows.filter((row) => timeOf(row) >= next).map((row) => row.key) };
}

function parseCursor(cursor: string | null): Cursor {
  return cursor === null ? { from: 0, had: [] } : JSON.parse(cursor) as Cursor;
}

async function dropOlder(table: Table, before: number): Promise<void> {
  const rows = await table.between(partition, timeKey(0), timeKey(before));
  for (const row of rows) await table.remove(partition, row.key);
}

function timeKey(at: number): string {
  return String(Math.max(0, at)).padStart(15, '0');
}

function timeOf(row: Row): number {
  return Number(row.key.slice(0, 15));
}
