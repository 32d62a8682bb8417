import { formatLondon } from '../../calendar/rules/london-time.ts';
import type { Letter } from './concern.ts';

/** Where the thank-you stands, in one line that names nobody outside the school. */
export function thanksSentence({ status, goesAt, sentAt }: Letter, who: string): string {
  const to = 'Thank-you to the person who told us';
  if (status === 'sent') return `Thank-you sent to the person who told us${sentAt === undefined ? '' : `, ${formatLondon(sentAt)}`}, by ${who}.`;
  return status === 'approved' && goesAt !== null ? `${to}: goes on ${formatLondon(goesAt)}, by ${who}.` : `${to}: on its way, by ${who}.`;
}
