import type { Loaded } from '../concern/load-concern.ts';
import type { Views } from '../concern/rules/done.ts';
import { journalText } from '../records/journal-text.ts';
import type { School } from '../school.ts';

/** The copy of the log from which tables can be built again, and against which a cut tail shows. */
export async function bringJournal(school: School, loaded: Loaded): Promise<Views> {
  const rows = await school.stores.log.events(loaded.ref);
  const name = `${loaded.ref}.ndjson`;
  await school.stores.journal.write(name, journalText(rows));
  // After an item was removed no earlier copy may still hold it.
  if (rows.some((row) => row.body.includes('"shape":"items-removed/'))) await school.stores.journal.dropVersions(name);
  return { journal: { shows: rows.at(-1)?.n ?? loaded.version } };
}
