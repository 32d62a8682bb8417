import { printable } from '../letters/rules/printable.ts';
import { writePdf } from '../letters/pdf-document.ts';
import { londonDay } from '../calendar/rules/london-time.ts';
import { buildReadingCopy, type ReadingCopyOrder } from './rules/reading-copy.ts';

/** The reading copy as a PDF for the concern's folder; the same mails give the same bytes. */
export async function renderReadingCopy(order: ReadingCopyOrder): Promise<Uint8Array> {
  const newest = Math.max(0, ...order.mails.map((mail) => mail.at));
  return writePdf({
    title: `Reading copy ${order.ref}`,
    day: londonDay(newest),
    letterhead: null,
    blocks: buildReadingCopy(order).map(({ style, text }) => ({ style, text: printable(text) })),
  });
}
