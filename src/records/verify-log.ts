import { eventKey, hashOfEvent, hashOfItem } from '../concern/chain.ts';
import { fromRow } from '../concern/record.ts';
import { blankConcern } from '../concern/rules/concern.ts';
import { evolve } from '../concern/rules/evolve.ts';
import type { EventRow, HeadRow } from '../ports.ts';

/** The first entry that is not as it was written, named so that a person can look at it. */
export interface Finding { entry: string; sentence: string }

/** An item that was removed on purpose: by whom and why is in the log itself. */
export interface Removed { entry: string; by: string; reason: string }

export interface VerifiedLog { events: number; hash: string; removed: Removed[]; finding: Finding | null; sealed: { owner: string; sha256: string; entry: string }[] }

/**
 * Walks one log from its first event: numbers without a gap, each hash over the one before, each item as its body names it, and the head as the
 * events fold it. Stops at the first entry that does not hold.
 */
export function verifyLog(ref: string, rows: readonly EventRow[], head: HeadRow | null): VerifiedLog {
  const verified: VerifiedLog = { events: rows.length, hash: '', removed: [], finding: null, sealed: [] };
  const removals = removalsOf(rows);
  let concern = blankConcern(ref);
  for (const [index, row] of rows.entries()) {
    const finding = findingOf(row, index + 1, verified.hash, removals, verified.removed);
    if (finding !== null) return { ...verified, finding };
    verified.hash = row.hash;
    const { event } = fromRow(row);
    concern = evolve(concern, event);
    verified.sealed.push(...sealedOf(ref, row.n, event.data));
  }
  return { ...verified, finding: headFinding(rows.length, verified.hash, JSON.stringify(concern), head) };
}

function findingOf(row: EventRow, n: number, previous: string, removals: ReadonlyMap<number, Removed>, removed: Removed[]): Finding | null {
  const entry = eventKey(n);
  if (row.n !== n) return { entry, sentence: `Entry ${entry} is missing.` };
  if (hashOfEvent(previous, n, row.body) !== row.hash) return { entry, sentence: `Entry ${entry} is not as it was written: its text or its hash was changed.` };
  const item = itemHashOf(row);
  if (item === null) return row.item === null ? null : { entry, sentence: `Entry ${entry} has words beside it that it never had.` };
  if (row.item !== null) {
    return hashOfItem(row.item.salt, row.item.text) === item ? null : { entry, sentence: `The words of entry ${entry} are not as they were written.` };
  }
  const removal = removals.get(n);
  if (removal === undefined) return { entry, sentence: `The words of entry ${entry} are gone, and nobody recorded that they were removed.` };
  removed.push(removal);
  return null;
}

function itemHashOf(row: EventRow): string | null {
  try { return fromRow(row).item; } catch { return null; }
}

function removalsOf(rows: readonly EventRow[]): Map<number, Removed> {
  const removals = new Map<number, Removed>();
  for (const row of rows) {
    if (!row.body.includes('"shape":"items-removed/')) continue;
    const { event } = fromRow(row);
    if (event.data.type !== 'items-removed') continue;
    for (const n of event.data.items) removals.set(n, { entry: eventKey(n), by: event.by, reason: event.data.reason });
  }
  return removals;
}

function headFinding(events: number, hash: string, state: string, head: HeadRow | null): Finding | null {
  if (head === null) return events === 0 ? null : { entry: 'head', sentence: 'The head of this concern is missing.' };
  if (head.version !== events || head.hash !== hash) return { entry: 'head', sentence: `The head says version ${String(head.version)}, the entries end at ${String(events)}.` };
  return head.state === state ? null : { entry: 'head', sentence: 'The head holds another state than the entries fold to.' };
}

/** The blobs that an event names. */
function sealedOf(ref: string, n: number, data: ReturnType<typeof fromRow>['event']['data']): VerifiedLog['sealed'] {
  const entry = eventKey(n);
  if (data.type === 'exhibit-added') return [{ owner: ref, sha256: data.sha256, entry }];
  if (data.type !== 'response-proposed' && data.type !== 'letter-remade') return [];
  return data.letter === null ? [] : [data.letter.pdf, data.letter.word, data.letter.manifest].filter((each) => each !== null).map((sha256) => ({ owner: ref, sha256, entry }));
}
