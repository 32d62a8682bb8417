import type { Loaded } from '../concern/load-concern.ts';
import { letterOnItsWay, waitingProposal, type Concern } from '../concern/rules/concern.ts';
import type { Views } from '../concern/rules/done.ts';
import { isOpen } from '../people/rules/audience.ts';
import type { School } from '../school.ts';

/**
 * The Planner task: every member of the plan's group reads every title, so it holds the reference and a neutral verb, nobody is assigned,
 * and only ordinary conduct has one. Planner is never asked what to do; a task ticked by hand is brought back to what is true.
 */
export async function bringTask(school: School, loaded: Loaded): Promise<Views> {
  const { concern, ref } = loaded;
  const shows = concern.shown;
  if (school.board === null) return { task: { shows, task: '' } };
  const known = loaded.done.views.task?.task ?? '';
  const found = known !== '' ? { task: known } : await lookFirst(school, loaded);
  if (!isOpen(concern.audience)) {
    if (found !== null) await school.board.remove(found.task);
    return { task: { shows, task: '' } };
  }
  const to = taskOf(concern, ref);
  const { task } = found ?? await school.board.create(ref, to.title, to.bucket);
  if (found !== null || to.percent !== 0) await school.board.bring(task, to);
  return { task: { shows, task } };
}

/** Planner's POST is not idempotent. A marked attempt (or a task that may be there from before) is looked for by its title. */
async function lookFirst(school: School, loaded: Loaded): Promise<{ task: string } | null> {
  const tries = loaded.done.tried['task'] ?? 0;
  return tries > 1 || loaded.done.views.task !== undefined ? school.board?.find(loaded.ref) ?? null : null;
}

function taskOf(concern: Concern, ref: string): { title: string; bucket: string; percent: 0 | 50 | 100 } {
  if (concern.status === 'closed') return { title: `${ref}: done`, bucket: 'Done', percent: 100 };
  if (concern.status === 'new') return { title: `${ref}: first look due`, bucket: 'New', percent: 0 };
  if (waitingProposal(concern) !== null) return { title: `${ref}: decision due`, bucket: 'Waiting', percent: 50 };
  if (letterOnItsWay(concern) !== null) return { title: `${ref}: letter on its way`, bucket: 'Waiting', percent: 50 };
  return { title: `${ref}: in hand`, bucket: 'In hand', percent: 50 };
}
