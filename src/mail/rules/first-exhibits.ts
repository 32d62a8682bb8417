import { exhibitsAtOnce } from '../../concern/rules/decide/decide-mail.ts';
import type { MailExhibit } from './mail.ts';

/** What is kept before the concern is there may delay its card by a blink, not by a film. */
const bytesAtOnce = 5_000_000;

/** The attachments that are kept with the concern's first commit: as many as fit in it, and no more than 5 MB; the rest follow when the card is out. */
export function firstExhibits(exhibits: readonly MailExhibit[]): MailExhibit[] {
  let bytes = 0;
  const tooMuch = exhibits.findIndex((each) => { bytes += each.bytes.length; return bytes > bytesAtOnce; });
  return exhibits.slice(0, Math.min(exhibitsAtOnce, tooMuch < 0 ? exhibits.length : tooMuch));
}
