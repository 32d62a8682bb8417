import type { LetterKind } from '../../responses/rules/responses.ts';

/** One field that the proposer fills in; sent as `letter.<name>`. */
export interface LetterField { name: string; label: string; hint?: string; required: boolean; long?: true; kind?: 'date' | 'email' | 'clauses' }

/** What only the proposer can know of a letter; the wording itself lies in `wording`. Cards and tab ask from this one list. */
export const letterForm: Readonly<Record<LetterKind, readonly LetterField[]>> = {
  'RS1-A': [
    { name: 'parentName', label: 'The parent\'s full name', required: true },
    { name: 'parentEmail', label: 'The parent\'s email address', required: true, kind: 'email' },
    { name: 'incidentDates', label: 'The day or days it happened', hint: '3 and 4 November 2026', required: true },
    { name: 'groupType', label: 'What kind of group it was', hint: 'class WhatsApp group', required: true },
    { name: 'summary', label: 'What happened, in neutral words', hint: 'No names of children, and nothing that shows who told us.', required: true, long: true },
    { name: 'clauses', label: 'Parts of the policy that the letter names', required: true, kind: 'clauses' },
    { name: 'ownWords', label: 'The parent\'s own words, if you quote them', required: false, long: true },
    { name: 'replyBy', label: 'Day to answer by (empty: ten school days)', required: false, kind: 'date' },
    { name: 'meetingOffer', label: 'Offer to meet, if you make one', hint: 'Would Thursday 3 December at 3.30pm suit you?', required: false },
  ],
  'CLOSE-R': [],
  THANKS: [],
};

/** What to say when a required field was left empty. */
export function fillIn({ label }: LetterField): string {
  return `Fill in: ${label.charAt(0).toLowerCase()}${label.slice(1)}.`;
}
