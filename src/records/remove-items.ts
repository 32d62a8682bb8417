import type { Engine } from '../concern/engine.ts';
import { handleCommand } from '../concern/handle-command.ts';
import { fromRow } from '../concern/record.ts';
import { sha256 } from '../concern/chain.ts';
import type { EventData } from '../concern/rules/events.ts';
import { Fault, type Stores } from '../ports.ts';
import { writeJournal } from './write-journal.ts';

export type RemovalReason = Extract<EventData, { type: 'items-removed' }>['reason'];
export const removalReasons: readonly RemovalReason[] = ['disposal', 'hand-over', 'correction'];

/** `by` is the Entra object id of whoever decided it; it stands in the log for good. */
export interface Removal { items: readonly number[]; reason: RemovalReason; by: string }

/** A transaction holds a hundred rows: the event, the head, and these. */
const atOnce = 90;

/**
 * Removes the words of these entries: that they were removed, by whom and why is an event, in whose transaction the item rows go and the head
 * forgets them. The chain holds without them. Then the journal is written anew without the words and its earlier versions are dropped.
 * Gives the entries whose words went now; those that were removed before are left as they are.
 */
export async function removeItems(engine: Engine, stores: Pick<Stores, 'log' | 'journal'>, ref: string, removal: Removal): Promise<number[]> {
  const removable = await stillThere(stores, ref, removal.items);
  for (let from = 0; from < removable.length; from += atOnce) {
    const items = removable.slice(from, from + atOnce);
    const id = `remove:${ref}:${sha256(JSON.stringify([items, removal.reason, removal.by]))}`;
    const handled = await handleCommand(engine, ref, { id, by: { oid: removal.by, roles: [] }, seen: null, ask: { verb: 'remove-items', items, reason: removal.reason } }, { lease: false });
    if (handled.refusal !== null) throw new Fault(handled.refusal.sentence, 'never');
  }
  // Always, so that an earlier removal whose journal was not reached is finished now.
  await writeJournal(stores, ref);
  return removable;
}

async function stillThere(stores: Pick<Stores, 'log'>, ref: string, wanted: readonly number[]): Promise<number[]> {
  const rows = new Map((await stores.log.events(ref)).map((row) => [row.n, row]));
  if (rows.size === 0) throw new Fault(`There is no concern ${ref}. "desk concerns" lists them.`, 'never');
  const numbers = [...new Set(wanted)].sort((a, b) => a - b);
  for (const n of numbers) {
    const row = rows.get(n);
    if (row === undefined || fromRow(row).item === null) throw new Fault(`Entry ${String(n)} of ${ref} never had words. "desk show ${ref}" lists its entries.`, 'never');
  }
  return numbers.filter((n) => rows.get(n)?.item !== null);
}
