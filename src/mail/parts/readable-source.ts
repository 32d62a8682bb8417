import { boundedHeaders } from './bounded-headers.ts';
import { decodeText } from './decode-text.ts';

/** The header lines alone may be so long. */
const longestHeaders = 4_000_000;

/**
 * The mail as the parser can read it: with line feeds where a very old program wrote carriage returns alone, and with headers in UTF-8
 * where they came as raw letters of another encoding. The body is not touched.
 */
export function readableSource(bytes: Uint8Array): Uint8Array {
  const lined = withBlankLine(withLineFeeds(bytes));
  const end = endOfHeaders(lined);
  const headers = lined.subarray(0, end);
  const readable = readableHeaders(headers);
  return readable === null ? lined : Buffer.concat([readable, lined.subarray(end)]);
}

function withLineFeeds(bytes: Uint8Array): Uint8Array {
  if (bytes.includes(0x0a) || !bytes.includes(0x0d)) return bytes;
  return bytes.map((byte) => (byte === 0x0d ? 0x0a : byte));
}

/** A "blank" line of blanks goes on with the header above it, for a parser; where no header follows, it was meant to end them. */
function withBlankLine(bytes: Uint8Array): Uint8Array {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(endOfHeaders(bytes), 200_000)).toString('latin1');
  const blank = /\r?\n[ \t]{1,80}(?=\r?\n(?![ \t\r\n])(?![!-9;-~]+[ \t]{0,9}:))/.exec(head);
  return blank === null ? bytes : Buffer.concat([bytes.subarray(0, blank.index), Buffer.from('\n'), bytes.subarray(blank.index + blank[0].length)]);
}

function endOfHeaders(bytes: Uint8Array): number {
  const looked = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, longestHeaders));
  const ends = ['\n\n', '\n\r\n'].map((blank) => looked.indexOf(blank)).filter((at) => at >= 0);
  return ends.length === 0 ? looked.length : Math.min(...ends);
}

/** Null where the parser reads them as they are. */
function readableHeaders(headers: Uint8Array): Uint8Array | null {
  const raw = Buffer.from(headers.buffer, headers.byteOffset, headers.length).toString('latin1');
  const charset = /\bcharset[ \t]{0,9}=[ \t]{0,9}"?([\w.:-]{1,60})/i.exec(raw)?.[1] ?? '';
  const known = oddWords(boundedHeaders(raw));
  const isUtf8 = Buffer.from(new TextDecoder().decode(headers), 'utf8').equals(headers);
  if (isUtf8) return known === raw ? null : Buffer.from(known, 'latin1');
  // One header may be in another encoding than the next: each program on the way writes its own.
  return Buffer.from(known.split('\n').map((line) => decodeText(Buffer.from(line, 'latin1'), charset)).join('\n'), 'utf8');
}

/** Encoded words (RFC 2047) in an encoding that the parser does not know, said again in UTF-8. */
function oddWords(raw: string): string {
  return raw.replace(/=\?([\w.:-]{1,60})(?:\*[\w-]{0,20})?\?([bq])\?([^?\s]{0,2000})\?=/gi, (word, charset: string, way: string, letters: string) => {
    if (isCommon(charset)) return word;
    const bytes = way.toLowerCase() === 'b' ? Buffer.from(letters, 'base64') : Buffer.from(letters.replace(/_/g, ' ').replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1');
    return `=?utf-8?B?${Buffer.from(decodeText(bytes, charset), 'utf8').toString('base64')}?=`;
  });
}

function isCommon(charset: string): boolean {
  try { return new TextDecoder(charset).encoding !== 'windows-1252' || /^(?:windows-1252|iso-8859-1|us-ascii)$/i.test(charset); } catch { return false; }
}
