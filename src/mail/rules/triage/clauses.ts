import { priorities, type ClauseId, type Priority } from '../../../concern/rules/words-of-the-school.ts';
import type { CueHit } from '../find-cues.ts';
import type { ClauseFound } from '../understanding.ts';

/** Telling of bad language is not using it. */
export const speaksOfSwearing = /^(?:swear|swore|foul|bad language|offensive|obscen|profan)/i;

/** One entry per clause, with the words of the gravest cue that named it. The policy is for parents: staff conduct outside a group touches none (CX7). */
export function clausesOf(hits: readonly CueHit[], withGroup: boolean): ClauseFound[] {
  const found = new Map<ClauseId, string>();
  if (!withGroup && hits.some((hit) => hit.cue.route === 'staff-conduct')) return [];
  for (const hit of [...hits].sort((one, other) => priorities.indexOf(one.cue.priority) - priorities.indexOf(other.cue.priority))) {
    for (const id of hit.cue.clauses) if (!found.has(id)) found.set(id, hit.quote);
  }
  const sentDirectly = hits.find((hit) => !withGroup && (hit.cue.id === 'T-SWEAR' || hit.cue.id === 'T-ABUSE') && !speaksOfSwearing.test(hit.quote));
  if (sentDirectly !== undefined) found.set('IA5', sentDirectly.quote);
  return [...found].map(([id, quote]) => ({ id, quote }));
}

export function highest(hits: readonly CueHit[]): Priority {
  return priorities.find((priority) => hits.some((hit) => hit.cue.priority === priority)) ?? 'P2';
}

/** Words of a mail as a reason shows them. */
export function short(quote: string): string {
  return quote.replace(/\s+/g, ' ').slice(0, 80);
}
