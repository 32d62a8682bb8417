import type { Loaded } from '../concern/load-concern.ts';
import type { Views } from '../concern/rules/done.ts';
import { writeJournal } from '../records/write-journal.ts';
import type { School } from '../school.ts';

/** The copy of the log from which tables can be built again, and against which a cut tail shows. */
export async function bringJournal(school: School, loaded: Loaded): Promise<Views> {
  return { journal: { shows: await writeJournal(school.stores, loaded.ref) ?? loaded.version } };
}
