import type { Priority, Route } from '../../../concern/rules/words-of-the-school.ts';
import type { WeighedWords } from '../understanding.ts';
import type { Answer } from './ask-model.ts';
import type { Head } from './heads.ts';

/**
 * From which score on (log odds) the model's answer counts. Chosen on texts that the model had not seen, by what a miss and a false
 * alarm cost: the curves are in docs/decisions/triage-model.md. Below
 * `notConduct`, or `mildConduct` where only mild words speak for it, what the lists take for misconduct is a complaint or open.
 */
export const thresholds = { now: 0.3, danger: -0.1, concern: -0.2, request: -1.3, notConduct: -1.5, mildConduct: -1 };

/** How many cues the word lists found: those that speak of danger, and all. `calm`: by themselves they would put it aside. */
export interface CuesFound { alarms: number; all: number; calm: boolean }

export interface Raised { route: Route; priority: Priority; reason: string; weighed: WeighedWords[] }

/** Each cue of danger that the lists found leans the scale by so much, two of them at most. */
const leanOfCue = 1;

/** Does the model, leaning on what the lists found, say that somebody is in danger? */
export function saysDanger({ scores }: Answer, cues: number): boolean {
  return scores.danger + leanOfCue * Math.min(cues, 2) >= thresholds.danger;
}

/** Is there anything in it that a person should see, so that it is not put aside for its everyday words? */
export function guards(answer: Answer, cues: CuesFound): boolean {
  return answer.scores.concern + leanOfCue * (Math.min(cues.all, 2) - Number(cues.calm)) >= thresholds.concern || answer.scores.request >= thresholds.request || saysDanger(answer, cues.alarms);
}

/**
 * What the model adds to what the word lists said. It only ever raises: a priority, or what would have been put aside to a person. It
 * never says that somebody broke the policy: `conduct` and `staff-conduct` are for the lists and people.
 */
export function raise<T extends Raised>(said: T, answer: Answer, cues: CuesFound): T {
  const priority = !saysDanger(answer, cues.alarms) ? null : answer.scores.now >= thresholds.now ? 'P0' : 'P1';
  if (priority !== null && isGraver(priority, said.priority)) return by(said, answer, priority === 'P0' ? 'now' : 'danger', priority);
  if (said.route === 'not-a-concern' && guards(answer, cues)) return by(said, answer, 'concern', 'P3');
  return said;
}

/** P0 before P1, and so on to PX. */
function isGraver(one: Priority, other: Priority): boolean {
  return one < other;
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
