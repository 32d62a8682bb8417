import { letterAsPdf } from './letter-as-pdf.ts';
import { letterAsWord } from './letter-as-word.ts';
import type { Letterhead } from './pdf-document.ts';
import type { LetterModel } from './rules/build-letter.ts';

export interface LetterFiles { pdf: Uint8Array; word: Uint8Array }

/** Rendered once, when it is proposed (or made again for another day), then sealed: what is approved is what goes. */
export async function renderLetter(letter: LetterModel, letterhead: Letterhead): Promise<LetterFiles> {
  const [pdf, word] = await Promise.all([letterAsPdf(letter, letterhead), letterAsWord(letter, letterhead)]);
  return { pdf, word };
}
