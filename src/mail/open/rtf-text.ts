import iconv from 'iconv-lite';
import { deEncapsulateSync, Tokenize } from 'rtf-stream-parser';
import { ToPlainText } from 'rtf-stream-parser/dist/src/ToPlainText.js';
import { textOfHtml } from '../html-text.ts';
import { tidyText } from '../parts/tidy-text.ts';

/** Beyond this RTF is pictures. */
const mostBytes = 1_500_000;

/** RTF as text: the HTML or text that Outlook packed into it, or else its own words. Never throws; '' where it cannot be read. */
export function textOfRtf(rtf: Uint8Array): string {
  const bytes = withoutPictures(rtf).subarray(0, mostBytes);
  try {
    const { mode, text } = deEncapsulateSync(bytes, { decode, warn });
    return tidyText(mode === 'html' ? textOfHtml(text.toString()) : text.toString());
  } catch { return plainWords(bytes); }
}

function plainWords(bytes: Buffer): string {
  try { return tidyText(wordsOf(bytes)); } catch { return ''; }
}

/** The package reads a stream; its two steps are joined by hand, so that the whole is read at once. */
function wordsOf(bytes: Buffer): string {
  const tokens = new Tokenize();
  const words = new ToPlainText({ decode, warn });
  const pieces: string[] = [];
  const stop = (error?: Error | null): void => { if (error != null) throw error; };
  tokens.push = (token: Parameters<typeof words._transform>[0]) => { words._transform(token, 'utf8', stop); return true; };
  words.push = (piece: unknown) => { pieces.push(String(piece)); return true; };
  tokens._transform(bytes, 'utf8', stop);
  tokens._flush(stop);
  words._flush(stop);
  return pieces.join('');
}

/** What the package would print of RTF that is not closed. */
function warn(): void { /* such RTF is read as far as it goes */ }

function decode(bytes: Buffer, encoding: string): string {
  return iconv.decode(bytes, iconv.encodingExists(encoding) ? encoding : 'windows-1252');
}

/** Pictures stand in RTF as endless hexadecimal numbers. */
function withoutPictures(rtf: Uint8Array): Buffer {
  const text = Buffer.from(rtf.buffer, rtf.byteOffset, rtf.length).toString('latin1');
  return Buffer.from(text.replace(/[0-9a-f\r\n]+/gi, (run) => (run.length > 400 ? ' ' : run)), 'latin1');
}
