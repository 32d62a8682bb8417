import type { SenderVerdict } from '../../concern/rules/words-of-the-school.ts';
import { isDevice } from './author/device.ts';
import { isListAddress } from './author/list-address.ts';
import { isStaff, type Knowledge } from './author/authorship.ts';
import type { MailPerson, ParsedMail } from './mail.ts';
import { recogniseAutomated } from './recognise.ts';
import type { Automated } from './understanding.ts';

const automatedWords: Readonly<Record<Automated, string>> = {
  'auto-reply': 'an automatic reply', bounce: 'a delivery report', bulk: 'a mailing to many', calendar: 'a calendar message',
};

/**
 * Why no thank-you goes to whoever wrote this mail, as a sentence for whoever pressed; null when one may. Never to a machine or a list, which
 * would answer or pass it on for ever, and never to an address that somebody may have made up.
 */
export function whyNotThank(mail: ParsedMail, to: MailPerson, verdict: SenderVerdict, school: Knowledge): string | null {
  const automated = recogniseAutomated(mail);
  if (automated !== null) return `The email is ${automatedWords[automated]}, so there is nobody to thank.`;
  if (to.email === null) return 'The email gives no address of whoever wrote it. Ring them, or thank them in person.';
  if (isDevice(to)) return 'It came from a device or a form that nobody reads. Ring whoever wrote it, or thank them in person.';
  if (isListAddress(mail, to.email)) return 'It came through a mailing list, so a thank-you would go to everybody on it. Write to the person by hand.';
  if (verdict === 'doubtful' || verdict === 'fail') return 'The sender could not be verified, so a thank-you might go to somebody else. Ring them first.';
  return isStaff(to, school) ? 'It was written by somebody at the school. Thank them in person.' : null;
}
