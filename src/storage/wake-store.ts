import { Conflict, type WakeRow, type WakeStore } from '../ports.ts';
import { numberOf, textOf, type Row } from './account/row.ts';
import type { Step, Table } from './account/table.ts';

const partition = 'w';
const prefixes = { machine: 'm', school: 's' } as const;
type WhichClock = WakeRow['clock'];

/**
 * When to look at what. Row = clock, time, what: `m~2026-11-24T09:41:10~GRV-26-0042`. Times are rounded up to the second, so that a
 * look is never early and a committer never overwrites the very row that a look is about to take away.
 */
export function wakeStore(table: Table): WakeStore {
  return {
    put: (what, at, clock) => table.put(partition, wakeKey(what, at, clock), wakeValues(what, at, clock)),
    due: (machineNow, schoolNow, limit) => due(table, machineNow, schoolNow, limit),
    replace: (row, next) => replace(table, row, next),
  };
}

/** The rows of the two clocks can't be ordered by time alone (a rehearsal moves one), so: the longest overdue by its own clock first. */
async function due(table: Table, machineNow: number, schoolNow: number, limit: number): Promise<WakeRow[]> {
  const [machine, school] = await Promise.all([passed(table, 'machine', machineNow), passed(table, 'school', schoolNow)]);
  const overdue = (row: WakeRow): number => (row.clock === 'machine' ? machineNow : schoolNow) - row.at;
  return [...machine, ...school].sort((a, b) => overdue(b) - overdue(a)).slice(0, limit);
}

async function passed(table: Table, clock: WhichClock, now: number): Promise<WakeRow[]> {
  const prefix = prefixes[clock];
  const nextSecond = secondOf(Math.floor(now / 1000) * 1000 + 1000);
  return (await table.between(partition, `${prefix}~`, `${prefix}~${nextSecond}`)).map((row) => parseWake(row, clock));
}

async function replace(table: Table, row: WakeRow, next: { at: number; clock: WhichClock }[]): Promise<void> {
  const byKey = new Map(next.map(({ at, clock }) => [wakeKey(row.what, at, clock), wakeValues(row.what, at, clock)]));
  const puts = [...byKey].map(([key, values]): Step => ({ do: 'put', key, values }));
  const away: Step[] = byKey.has(row.key) ? [] : [{ do: 'delete', key: row.key }];
  try {
    await transactAny(table, [...puts, ...away]);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    // another look took the row away first: what comes next is still put
    await transactAny(table, puts);
  }
}

async function transactAny(table: Table, steps: Step[]): Promise<void> {
  if (steps.length > 0) await table.transact(partition, steps);
}

function wakeKey(what: string, at: number, clock: WhichClock): string {
  return `${prefixes[clock]}~${secondOf(at)}~${what}`;
}

function wakeValues(what: string, at: number, clock: WhichClock): { what: string; at: bigint; clock: string } {
  return { what, at: BigInt(roundedUp(at)), clock };
}

function parseWake(row: Row, clock: WhichClock): WakeRow {
  return { key: row.key, at: numberOf(row, 'at'), clock, what: textOf(row, 'what') };
}

function secondOf(at: number): string {
  return new Date(roundedUp(at)).toISOString().slice(0, 19);
}

function roundedUp(at: number): number {
  return Math.ceil(at / 1000) * 1000;
}
