import { formatDay } from '../calendar/rules/london-time.ts';
import { writePdf, type Letterhead, type PdfBlock } from './pdf-document.ts';
import { bullet, type LetterModel } from './rules/build-letter.ts';

/** The letter on the school's letterhead, as it is approved and attached. The same letter gives the same bytes. */
export async function letterAsPdf(letter: LetterModel, letterhead: Letterhead): Promise<Uint8Array> {
  const text = (words: string): PdfBlock => words.startsWith(bullet) ? { style: 'item', text: words.slice(bullet.length) } : { style: 'text', text: words };
  return writePdf({
    title: `Letter ${letter.ref}`,
    day: letter.day,
    letterhead,
    blocks: [
      text(`${formatDay(letter.day)}\nOur reference: ${letter.ref}`),
      text(letter.to.name),
      ...(letter.heading === '' ? [] : [{ style: 'heading', text: letter.heading } as const]),
      ...letter.paragraphs.map(text),
      text(`${letter.close}\n\n${letter.signatory.name}\n${letter.signatory.title}`),
    ],
  });
}
