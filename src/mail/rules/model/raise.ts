import { isMoreUrgent, type Priority, type Route } from '../../../concern/rules/words-of-the-school.ts';
import type { WeighedWords } from '../understanding.ts';
import type { Answer } from './ask-model.ts';
import type { Head } from './heads.ts';

/**
 * From which score on (log odds) the model's answer counts. Chosen on texts that the model had not seen, by what a miss and a false
 * alarm cost: the curves are in docs/decisions/triage-model.md. From `look` on danger is not put aside, though nobody is alarmed; what is
 * `calm` by the lists needs so much more to be kept. Below `card`
 * what the lists take for conduct, a complaint or a request is open. Below
 * `notConduct`, or `mildConduct` where only mild words speak for it, what the lists take for misconduct is a complaint or open.
 */
export const thresholds = { now: -1.1, surelyNow: -0.3, danger: -0.2, hint: -0.3, hintAtOnce: -0.6, look: -1.8, concern: -0.2, calm: 1, card: 0.6, request: -1.3, notConduct: -1.5, mildConduct: -1, alsoConduct: -0.5 };

export interface Raised { route: Route; priority: Priority; reason: string; weighed: WeighedWords[] }

/** A danger is a concern too: whatever the mail lacks of so much, it must be the more dangerous for. Halves the alarms for everyday mail. */
const concernOfDanger = 2;
const forLackOfConcern = 0.8;

/** Does the model, which weighs what the lists found as well, say that somebody is in danger? */
export function saysDanger({ scores }: Answer): boolean {
  return scores.now >= thresholds.surelyNow || scores.danger - lackOfConcern(scores.concern) >= thresholds.danger;
}

/** A list speaks of danger, or of danger now, and the model comes near. */
export function bearsOutHint({ scores }: Answer, priority: Priority): boolean {
  return scores.danger - lackOfConcern(scores.concern) >= (priority === 'P0' ? thresholds.hintAtOnce : thresholds.hint);
}

function lackOfConcern(concern: number): number {
  return forLackOfConcern * Math.max(0, concernOfDanger - concern);
}

/** Nobody is alarmed, but a person should look. */
export function mayBeDanger({ scores }: Answer): boolean {
  return scores.danger >= thresholds.look;
}

/** Is there anything in it that a person should see, so that it is not put aside for its everyday words? */
export function guards(answer: Answer, isCalm: boolean): boolean {
  return answer.scores.concern - thresholds.calm * Number(isCalm) >= thresholds.concern || answer.scores.request >= thresholds.request || mayBeDanger(answer);
}

/** Too little for a card: what the lists found is too weak for the words around it. */
export function doubts(answer: Answer): boolean {
  return answer.scores.concern < thresholds.card;
}

/**
 * What the model adds to what the word lists said. It only ever raises: a priority, or what would have been put aside to a person. It
 * never says that somebody broke the policy: `conduct` and `staff-conduct` are for the lists and people.
 */
export function raise<T extends Raised>(said: T, answer: Answer, isCalm: boolean): T {
  const priority = !saysDanger(answer) ? null : answer.scores.now >= thresholds.now ? 'P0' : 'P1';
  if (priority !== null && isMoreUrgent(priority, said.priority)) return by(said, answer, priority === 'P0' ? 'now' : 'danger', priority);
  if (said.route === 'not-a-concern' && guards(answer, isCalm)) return by(said, answer, 'concern', 'P3');
  return said;
}

function by<T extends Raised>(said: T, answer: Answer, head: Head, priority: Priority): T {
  const weighed = answer.weighed(head);
  const quotes = weighed.map(({ quote }) => `"${quote.replace(/\s+/g, ' ').slice(0, 40)}"`).join(', ');
  const what = head === 'concern' ? 'it may be a concern' : 'somebody may be in danger';
  return { ...said, route: said.route === 'not-a-concern' ? 'unsure' : said.route, priority, weighed, reason: `By its words ${what}: ${quotes}.` };
}

/** The words that seem to ask for data, or null. */
export function requestIn(answer: Answer): string | null {
  if (answer.scores.request < thresholds.request) return null;
  return answer.weighed('request').map(({ quote }) => quote).join(' … ');
}
