import { formatLondon } from '../../../../src/calendar/rules/london-time.ts';
import { letterOf, letterOnItsWay, thanksOf } from '../../../../src/concern/rules/concern.ts';
import { needsApproval } from '../../../../src/concern/rules/decide/approval.ts';
import type { Press } from '../../../../src/concern/rules/press.ts';
import type { PersonVerb } from '../../../../src/concern/rules/transitions.ts';
import { printsAnotherDay } from '../../../../src/concern/rules/send-now-words.ts';
import { responseIds } from '../../../../src/concern/rules/words-of-the-school.ts';
import type { Page } from '../../../api/shapes.ts';

const plain: Readonly<Record<PersonVerb, string>> = {
  'take-first-look': 'The first look is taken, and you lead on this.', 'add-note': 'The note is kept.', 'let-know': 'They may know of this now.',
  propose: 'The proposal is made. Somebody else decides it; nothing leaves the school before that.', approve: 'Approved.', 'send-back': 'It went back to whoever proposed it, with your reason.',
  withdraw: 'The proposal is withdrawn.', 'stop-letter': 'Stopped. The letter does not go.', 'send-now': 'The letter is on its way.',
  'say-it-went': 'It is written down that the letter went.', 'say-it-did-not-go': 'It is written down that the letter did not go.',
  'carry-out': 'It is written down that this was carried out.', close: 'This is closed.', 'open-original': 'The opening is written down.',
  'take-danger': 'It is yours. The others see that you have it.', 'say-who-wrote': 'It is written down who wrote it.', thank: 'The thank-you goes in a moment. Until then it can be stopped here.',
  'say-same-incident': 'Both say now that they are about one incident.', 'unsay-same-incident': 'It is written down on both that these are two incidents.',
};

/** What to say when a press was done: what is so now, and what comes next. */
export function doneSentence({ verb, n, fields }: Press, page: Page | null): string {
  const decidedAlone = verb === 'propose' && responseIds.some((id) => id === fields['response'] && !needsApproval(id));
  if (decidedAlone) return 'It is decided and written down.';
  const thanks = page === null || verb !== 'thank' ? null : thanksOf(page.view.concern);
  const thanksAt = page === null || thanks?.letter == null ? null : letterOf(page.view.concern, thanks.letter)?.goesAt ?? null;
  if (thanksAt !== null) return `The thank-you goes on ${formatLondon(thanksAt)}. Until then it can be stopped here.`;
  const hastened = page === null || verb !== 'send-now' ? null : letterOf(page.view.concern, n ?? 0);
  if (page !== null && hastened !== null && printsAnotherDay(page.view.concern, hastened, page.view.now)) return 'The letter is made again with today\'s date. Once it is approved anew, it leaves at once.';
  const goesAt = page === null || verb !== 'approve' ? null : letterOnItsWay(page.view.concern)?.goesAt ?? null;
  return goesAt === null ? plain[verb] : `Approved. The letter goes on ${formatLondon(goesAt)}. Until then it can be stopped here.`;
}
