import type { Loaded } from '../concern/load-concern.ts';
import type { Views } from '../concern/rules/done.ts';
import type { ViewName } from '../concern/rules/owed.ts';
import type { School } from '../school.ts';
import { bringCards } from './bring-cards.ts';
import { bringEmails } from './bring-emails.ts';
import { bringFolder } from './bring-folder.ts';
import { bringJournal } from './bring-journal.ts';
import { bringListRow } from './bring-list-row.ts';
import { bringRegisterRow } from './bring-register-row.ts';
import { bringTask } from './bring-task.ts';

/** Brings one view of a concern up to its present version, and says what it shows now. Each may be done again at any time. */
const views: Record<ViewName, (school: School, loaded: Loaded) => Promise<Views>> = {
  register: bringRegisterRow, list: bringListRow, folder: bringFolder, task: bringTask, cards: bringCards, emails: bringEmails, journal: bringJournal,
};

export function bringView(school: School, loaded: Loaded, view: ViewName): Promise<Views> {
  return views[view](school, loaded);
}
