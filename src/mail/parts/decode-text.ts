import iconv from 'iconv-lite';

/** Names that mail uses and no table knows. */
const otherNames: Record<string, string> = {
  'unicode-1-1-utf-7': 'utf-7', 'x-unicode-2-0-utf-7': 'utf-7', utf7: 'utf-7', ansi: 'windows-1252', '_iso-2022-jp$esc': 'iso-2022-jp', cp932: 'shift_jis', ms932: 'shift_jis',
  cp949: 'euc-kr', 'ks_c_5601-1987': 'euc-kr', ksc5601: 'euc-kr', cp936: 'gbk', gb2312: 'gbk', 'gb_2312-80': 'gbk', cp950: 'big5', 'iso-8859-8-i': 'iso-8859-8', 'iso-8859-8-e': 'iso-8859-8',
  'iso-8859-6-i': 'iso-8859-6', 'iso-2022-jp-1': 'iso-2022-jp', 'iso-2022-jp-2': 'iso-2022-jp', cp50220: 'iso-2022-jp', unicode: 'utf-16', 'x-sjis': 'shift_jis', 'x-mac-roman': 'macintosh', 'latin-1': 'iso-8859-1',
};
/** Node's decoders know these better than iconv-lite, or alone. */
const asian = new Set(['iso-2022-jp', 'shift_jis', 'euc-jp', 'euc-kr', 'gbk', 'gb18030', 'big5', 'big5-hkscs']);
/** Bytes that are valid UTF-8 may still be meant as these. */
const severalBytes = /^(?:utf-?16|utf-?32|ucs-?2|gb|big5|shift|sjis|euc|iso-2022|hz-|ks_c|cp9)/;

/**
 * Bytes as text, by what their part says of them where that fits, and by what they are where it does not: programs have been saying
 * "us-ascii" or "iso-8859-1" of anything for thirty years. Never throws; what cannot be read becomes a replacement sign.
 */
export function decodeText(bytes: Uint8Array, label: string): string {
  const charset = charsetOf(label);
  const marked = byMark(bytes);
  if (marked !== null) return marked;
  if (isStateful(charset)) return decodeStateful(bytes, charset);
  if (bytes.every((byte) => byte < 0x80 && byte !== 0x1b) && !/^(?:utf-?16|utf-?32|ucs)/.test(charset)) return asciiOf(bytes);
  if (hasJapaneseEscape(bytes)) return new TextDecoder('iso-2022-jp').decode(bytes);
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null && (!severalBytes.test(charset) || (/^(?:utf|ucs)/.test(charset) && !bytes.includes(0)))) return utf8;
  if (charset === '' || charset === 'utf-8' || charset === 'utf8') return nearlyUtf8(bytes);
  const text = decodeAs(bytes, charset);
  return utf8 !== null && text.includes('\ufffd') ? utf8 : text;
}

/** Lower case, without quotes and language tag (RFC 2231). */
function charsetOf(label: string): string {
  const plain = label.toLowerCase().replace(/["'\s]/g, '').replace(/\*.*$/, '').slice(0, 60);
  return otherNames[plain] ?? plain;
}

function asciiOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return null;
}

function isStateful(charset: string): boolean {
  return charset === 'utf-7' || charset === 'utf-7-imap' || charset.startsWith('iso-2022-kr') || charset.startsWith('hz-gb');
}

/** Encodings that switch by signs within plain letters. */
function decodeStateful(bytes: Uint8Array, charset: string): string {
  if (charset === 'iso-2022-kr') return new TextDecoder('euc-kr').decode(withHighBits(bytes, [0x0e], [0x0f]));
  if (charset.startsWith('hz-gb')) return new TextDecoder('gbk').decode(withHighBits(bytes, [0x7e, 0x7b], [0x7e, 0x7d]));
  return iconv.decode(Buffer.from(bytes), charset);
}

/** Korean and Chinese sent through seven bits: between two signs every byte had its high bit taken away. */
function withHighBits(bytes: Uint8Array, on: readonly number[], off: readonly number[]): Uint8Array {
  const whole: number[] = [];
  const stands = (at: number, sign: readonly number[]): boolean => sign.every((byte, index) => bytes[at + index] === byte);
  let high = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const sign = high ? off : on;
    if (stands(at, sign)) {
      high = !high;
      at += sign.length - 1;
    } else if (stands(at, [0x1b, 0x24, 0x29, 0x43])) at += 3;
    else whole.push((bytes[at] ?? 0) | (high ? 0x80 : 0));
  }
  return Uint8Array.from(whole);
}

function hasJapaneseEscape(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return text.includes('\x1b$B') || text.includes('\x1b$@');
}

function strictUtf8(bytes: Uint8Array): string | null {
  try { return new TextDecoder('utf-8', { fatal: true }).decode(bytes); } catch { return null; }
}

/** Cut off in the middle of a letter, or not UTF-8 at all: whichever leaves fewer signs that nobody can read. */
function nearlyUtf8(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = countOf(text, (sign) => sign === 0xfffd);
  const good = countOf(text, (sign) => sign > 0x7f && sign !== 0xfffd);
  return broken > good ? iconv.decode(Buffer.from(bytes), 'windows-1252') : text;
}

function countOf(text: string, is: (sign: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (is(text.charCodeAt(at))) count += 1;
  return count;
}

function decodeAs(bytes: Uint8Array, charset: string): string {
  if (asian.has(charset)) return new TextDecoder(charset).decode(bytes);
  if (charset === 'us-ascii' || charset === 'iso-8859-1') return iconv.decode(Buffer.from(bytes), 'windows-1252');
  return iconv.decode(Buffer.from(bytes), iconv.encodingExists(charset) ? charset : 'windows-1252');
}
