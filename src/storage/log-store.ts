import { Fault, type EventRow, type LoadedLog, type LogCommit, type LogStore } from '../ports.ts';
import type { Done } from '../concern/rules/done.ts';
import { refuseTooLarge } from './log-limits.ts';
import { doneKey, doneValues, eventKey, eventValues, headKey, headValues, itemKey, itemValues, parseDone, parseEvent, parseHead } from './log-rows.ts';
import type { Step, Table, Values } from './account/table.ts';

/** One partition per concern: `head`, `done`, `e-000042`, `i-000042`. An append is one entity-group transaction. */
export function logStore(table: Table): LogStore {
  return {
    load: (ref) => load(table, ref),
    append: (ref, commit) => append(table, ref, commit),
    saveDone: (ref, done, etag) => table.write(ref, doneKey, doneValues(ref, done), etag),
    events: (ref) => events(table, ref),
    event: (ref, n) => event(table, ref, n),
    references: async () => (await table.partitionsWith(headKey)).sort(),
  };
}

async function load(table: Table, ref: string): Promise<LoadedLog> {
  const [head, done] = await Promise.all([table.get(ref, headKey), table.get(ref, doneKey)]);
  return { head: head && parseHead(head), headEtag: head?.etag ?? null, done: done && parseDone(done), doneEtag: done?.etag ?? null };
}

async function append(table: Table, ref: string, commit: LogCommit): Promise<{ headEtag: string; doneEtag: string | null }> {
  refuseTooLarge(ref, commit);
  const removed = await itemsStillThere(table, ref, commit.removeItems ?? []);
  const [headEtag, doneEtag] = await table.transact(ref, [
    headOrDone(headKey, headValues(commit.head), commit.headEtag),
    ...(commit.done ? [doneStep(ref, commit.done)] : []),
    ...commit.events.flatMap(eventSteps),
    ...removed.map((n): Step => ({ do: 'delete', key: itemKey(n) })),
  ]);
  return { headEtag: named(headEtag), doneEtag: commit.done ? named(doneEtag) : null };
}

function headOrDone(key: string, values: Values, etag: string | null): Step {
  return etag === null ? { do: 'create', key, values } : { do: 'replace', key, values, etag };
}

function doneStep(ref: string, { done, etag }: { done: Done; etag: string | null }): Step {
  return headOrDone(doneKey, doneValues(ref, done), etag);
}

function eventSteps(event: EventRow): Step[] {
  const body: Step = { do: 'create', key: eventKey(event.n), values: eventValues(event) };
  return event.item ? [body, { do: 'create', key: itemKey(event.n), values: itemValues(event.item) }] : [body];
}

/** A transaction fails whole when it deletes a row that is gone, and removing twice must be harmless. */
async function itemsStillThere(table: Table, ref: string, numbers: readonly number[]): Promise<number[]> {
  const rows = await Promise.all([...new Set(numbers)].map(async (n) => ({ n, row: await table.get(ref, itemKey(n)) })));
  return rows.filter(({ row }) => row !== null).map(({ n }) => n);
}

async function events(table: Table, ref: string): Promise<EventRow[]> {
  const rows = await table.between(ref, 'e-', 'j');
  const items = new Map(rows.filter((row) => row.key.startsWith('i-')).map((row) => [row.key.slice(2), row]));
  return rows.filter((row) => row.key.startsWith('e-')).map((row) => parseEvent(row, items.get(row.key.slice(2)) ?? null)).sort((a, b) => a.n - b.n);
}

async function event(table: Table, ref: string, n: number): Promise<EventRow | null> {
  const [row, item] = await Promise.all([table.get(ref, eventKey(n)), table.get(ref, itemKey(n))]);
  return row && parseEvent(row, item);
}

function named(etag: string | undefined): string {
  if (etag === undefined || etag === '') throw new Fault('Storage wrote a commit and named no version of it.', 'look-first');
  return etag;
}
