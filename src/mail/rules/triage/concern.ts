import { isMoreUrgent, type Route } from '../../../concern/rules/words-of-the-school.ts';
import { alarmsIn } from '../alarm.ts';
import type { CueHit } from '../find-cues.ts';
import type { Answer } from '../model/ask-model.ts';
import { thresholds } from '../model/raise.ts';
import type { MailWords } from '../words/mail-words.ts';
import { hasPhrase } from '../words/phrases.ts';
import { clausesOf, highest, short, speaksOfSwearing } from './clauses.ts';
import { dataAnswer, hasData, isComplaintProper } from './complaint-or-request.ts';
import { isDoubtful } from './doubtful.ts';
import type { Triage } from './verdict.ts';

/** First to win. What protects a child comes before what the policy says of parents. */
const order: readonly Route[] = ['safeguarding', 'staff-conduct', 'conduct'];

/** What the cues make of it; null where they found nothing that counts. */
export function ofConcern(hits: readonly CueHit[], text: string, withGroup: boolean, words: MailWords, answer: Answer | null): Triage | null {
  const route = order.find((each) => hits.some((hit) => hit.cue.route === each));
  const first = hits.find((hit) => hit.cue.route === route);
  if (route === undefined || first === undefined) return null;
  if (route === 'conduct' && !isConduct(hits, text, withGroup, words, answer)) return alarmsIn(hits) === 0 ? null : { route: 'unsure', priority: highest(hits), clauses: [], reason: `It says "${short(first.quote)}".` };
  if (route !== 'safeguarding' && !isMoreUrgent(highest(hits), 'P2') && hasData(text, words)) return { ...dataAnswer(text, words), clauses: clausesOf(hits, withGroup) };
  return { route, priority: highest(hits), clauses: clausesOf(hits, withGroup), reason: `It says "${short(first.quote)}".` };
}

/**
 * Misconduct needs something that speaks for it: what criticism doesn't use, swearing itself, or what other parents do in a group. Else it
 * is a complaint or open: whoever writes civilly to the school does what the policy asks (EX6).
 */
function isConduct(hits: readonly CueHit[], text: string, withGroup: boolean, words: MailWords, answer: Answer | null): boolean {
  if (hits.some(({ cue }) => cue.id === 'T-VOICE' || cue.ofSchool)) return true;
  if (answer !== null && answer.scores.conduct < thresholds.notConduct) return false;
  if (hits.some(({ cue }) => !cue.mild)) return true;
  if (isComplaintProper(text, words)) return false;
  return hits.some(({ cue, quote }) => cue.id === 'T-SWEAR' && !speaksOfSwearing.test(quote)) || ((withGroup || hasPhrase(text, words.lists['parents-act'])) && !isDoubtful(answer));
}
