import type { Loaded } from '../concern/load-concern.ts';
import type { LetterOrder } from '../concern/rules/commands.ts';
import type { Letter } from '../concern/rules/concern.ts';
import { Fault } from '../ports.ts';
import type { School } from '../school.ts';
import { findLetterMade } from './letter-file.ts';
import { remakeLetter } from './prepare-letter.ts';

/** The same letter, printed for another day: from the fields that were kept with it when it was proposed. */
export async function orderForAnotherDay(school: School, loaded: Loaded, letter: Letter, day: string): Promise<LetterOrder> {
  const found = await findLetterMade(school, loaded.ref, letter.n);
  if (found?.fields == null) throw new Fault('What this letter was made from was removed, so it cannot be made again.', 'never');
  const made = await remakeLetter({ sealed: school.stores.sealed, settings: school.settings }, loaded.ref, letter.n, found.fields, day);
  if ('problems' in made) throw new Fault(made.problems.join(' '), 'never');
  return made;
}
