import { isUrgent } from '../../../concern/rules/words-of-the-school.ts';
import { countedHits, firmHits } from '../alarm.ts';
import { speaksOfGroup, type CueHit } from '../find-cues.ts';
import type { Answer } from '../model/ask-model.ts';
import { mayBeDanger, saysDanger } from '../model/raise.ts';
import type { Automated } from '../understanding.ts';
import type { MailWords } from '../words/mail-words.ts';
import { clausesOf, highest } from './clauses.ts';
import type { Triage, TriageInput } from './verdict.ts';

/** The form on the school's own website: sent by a machine, written by a person. */
const formWords = /\b(?:contact form|website form|web form|enquiry form|form on (?:your|the|our)|new (?:message|enquiry|submission) from your website|from your website)\b/i;

/** Only firm words alarm anybody for what a machine sent; what the model takes for danger is kept for a person. */
export function ofMachine(input: TriageInput, hits: readonly CueHit[], text: string, words: MailWords, answer: Answer | null): Triage {
  const counted = countedHits(hits, null);
  const grave = input.isNewsletter ? firmHits(counted).filter(({ cue }) => cue.priority === 'P0') : [...firmHits(counted), ...counted.filter(({ cue }) => !isUrgent(cue.priority))];
  const isKept = grave.length > 0 || (answer !== null && input.automated !== 'calendar' && (input.isNewsletter || input.automated === 'auto-reply' ? saysDanger(answer) : mayBeDanger(answer)));
  if (isKept && input.automated !== 'bounce') {
    return { route: 'unsure', priority: grave.length > 0 ? highest(grave) : 'P3', clauses: clausesOf(grave, speaksOfGroup(text, words)), reason: 'It seems sent by a machine, but its words may be a concern.' };
  }
  if (input.automated === 'bulk' && !input.isNewsletter && formWords.test(text.slice(0, 5000))) return { route: 'unsure', priority: 'P3', clauses: [], reason: 'A form sent it, but a person filled it in.' };
  const reasons: Record<Automated, string> = {
    'auto-reply': 'It is an automatic reply.', bounce: 'It says that a mail could not be delivered.', bulk: 'It was sent to many by a machine.', calendar: 'It is an invitation or the answer to one.',
  };
  return { route: 'not-a-concern', priority: 'PX', clauses: [], reason: reasons[input.automated ?? 'bulk'] };
}
