import { decodeWords, type Attachment } from 'postal-mime';
import type { MailExhibit } from '../rules/mail.ts';
import { decodeText } from './decode-text.ts';
import { leafBytes } from './leaf-bytes.ts';
import type { MimeLeaf } from './mime-tree.ts';

export function exhibitOf(part: Attachment, index: number): MailExhibit {
  const content = typeof part.content === 'string' ? new TextEncoder().encode(part.content) : new Uint8Array(part.content);
  const type = part.mimeType === '' ? 'application/octet-stream' : part.mimeType;
  return {
    name: safeName(part.filename ?? part.description) ?? partName(index, type),
    type, bytes: content,
    inline: part.disposition === 'inline' || (part.related === true && part.disposition !== 'attachment'),
  };
}

/** A part that the parser passed over. */
export function exhibitOfLeaf(leaf: MimeLeaf, index: number): MailExhibit {
  const name = safeName(decodeWords(decodeText(Buffer.from(plainName(leaf.name), 'latin1'), '')));
  return { name: name ?? partName(index, leaf.type), type: leaf.type, bytes: leafBytes(leaf), inline: leaf.disposition === 'inline' };
}

/** A name may come as `utf-8''K%C3%BCche.pdf` (RFC 2231). */
function plainName(name: string): string {
  const letters = /^[\w-]{0,40}'[\w-]{0,20}'(.*)$/s.exec(name)?.[1];
  return letters === undefined ? name : letters.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** The parser's name with the part's own bytes: what hangs on a mail is evidence, and the parser rewrites line ends. */
export function withItsBytes(exhibit: MailExhibit, leaf: MimeLeaf): MailExhibit {
  const own = exhibitOfLeaf(leaf, 0);
  return { ...exhibit, name: exhibit.name.includes('\ufffd') && leaf.name !== '' ? own.name : exhibit.name, bytes: own.bytes };
}

/** A file name as a person should see it: no path, no control characters, not endless. */
function safeName(name: string | null | undefined): string | null {
  const plain = (name ?? '').slice(-1_000).replace(/^.*[\\/]/s, '').replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').trim();
  return plain === '' ? null : plain.slice(0, 200);
}

function partName(index: number, type: string): string {
  return `part-${String(index + 1)}${endingOf(type)}`;
}

function endingOf(type: string): string {
  const known: Record<string, string> = {
    'message/rfc822': '.eml', 'text/calendar': '.ics', 'text/plain': '.txt', 'text/html': '.html', 'image/png': '.png', 'image/jpeg': '.jpg', 'image/gif': '.gif',
    'application/pdf': '.pdf', 'message/delivery-status': '.txt', 'text/rfc822-headers': '.txt', 'application/pkcs7-mime': '.p7m', 'application/ms-tnef': '.dat',
  };
  return known[type] ?? '';
}
