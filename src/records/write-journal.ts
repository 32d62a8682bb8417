import type { Stores } from '../ports.ts';
import { journalText } from './journal-text.ts';

/** Copies one log to its journal. Gives the version that the copy shows, or null where there is no log. */
export async function writeJournal(stores: Pick<Stores, 'log' | 'journal'>, ref: string): Promise<number | null> {
  const rows = await stores.log.events(ref);
  const last = rows.at(-1);
  if (last === undefined) return null;
  const name = `${ref}.ndjson`;
  await stores.journal.write(name, journalText(rows));
  // After an item was removed no earlier copy may still hold it.
  if (rows.some((row) => row.body.includes('"shape":"items-removed/'))) await stores.journal.dropVersions(name);
  return last.n;
}
