import { decodeText } from './decode-text.ts';
import { leafBytes } from './leaf-bytes.ts';
import type { MimeLeaf } from './mime-tree.ts';
import { textOfRtf } from '../open/rtf-text.ts';
import { tidyText } from './tidy-text.ts';

/** Not words of the author: tables, events, cards and reports. */
const noWords = /^text\/(?:calendar|csv|vcard|x-vcard|directory|rfc822-headers|css|javascript|xml|tab-separated-values)$/;

/** The words of a mail that has neither plain text nor HTML: rich text of one kind or another, or a body that calls itself an attachment. */
export function bodyOfOtherKind(leaves: readonly MimeLeaf[]): string {
  const body = leaves.find((leaf) => isRtf(leaf) || (leaf.type.startsWith('text/') && !noWords.test(leaf.type) && (leaf.disposition !== 'attachment' || leaves.length === 1)));
  if (body === undefined) return '';
  if (isRtf(body)) return textOfRtf(leafBytes(body));
  const text = decodeText(leafBytes(body), body.charset);
  return tidyText(/^text\/(?:enriched|richtext)$/.test(body.type) ? withoutMarks(text) : text);
}

function isRtf({ type, disposition }: MimeLeaf): boolean {
  return disposition !== 'attachment' && /^(?:text|application)\/rtf$/.test(type);
}

/** text/enriched (RFC 1896): marks in angle brackets, "<<" for one that is meant, and a line break that counts only when doubled. */
function withoutMarks(text: string): string {
  return text.replace(/<param>[^<]{0,500}<\/param>/gi, '').replace(/<(?:nl|paragraph)>/gi, '\n\n').replace(/<<|<\/?[a-z][\w-]{0,59}>/gi, (mark) => (mark === '<<' ? '<' : ''))
    .replace(/\r\n?/g, '\n').replace(/\n(\n*)/g, (_, more: string) => (more === '' ? ' ' : more));
}
