import { buildLetter, type LetterModel } from './build-letter.ts';

/** What a school knows of the thank-you before anybody presses: its own name, its title for the safeguarding lead, and who would sign. */
export interface ThanksSigned { ref: string; schoolName: string; safeguardingTitle: string; signatoryName: string; signatoryTitle: string }

/** The very words that would leave, for whoever is about to press: they do not depend on whom they go to. */
export function thanksText(signed: ThanksSigned): Pick<LetterModel, 'subject' | 'text'> {
  const { subject, text } = buildLetter({ ...signed, kind: 'THANKS', day: '', from: '', replyTo: '', name: '', email: '' });
  return { subject, text };
}
