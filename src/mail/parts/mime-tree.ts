import { readPartHeaders, type PartHeaders } from './part-headers.ts';

/** One end of the MIME tree: its headers and its body as it stands in the mail, still encoded. */
export interface MimeLeaf extends PartHeaders {
  body: Uint8Array;
  /** The multipart/alternative that offers it as one of several versions, or null. */
  alternative: number | null;
  /** Words that stand in no part: before the first, behind the last. No program shows them. */
  outside: boolean;
}

/** Deeper than anything a program writes; below it the rest is one part. */
const deepest = 200;
/** No mail has so many; the rest of such a mail is one part. */
const mostParts = 20_000;

interface Walk { bytes: Uint8Array; leaves: MimeLeaf[]; alternatives: number }
interface Span { start: number; end: number }

/**
 * The parts of a mail, read from its boundaries alone, without the parser that reads the mail itself: so that the two can be
 * compared and no part is lost between them. Bytes are looked at, not copied.
 */
export function mimeLeaves(bytes: Uint8Array): MimeLeaf[] {
  const walk: Walk = { bytes, leaves: [], alternatives: 0 };
  walkPart(walk, { start: 0, end: bytes.length }, { depth: 0, alternative: null, usual: 'text/plain' });
  return walk.leaves;
}

interface Place { depth: number; alternative: number | null; usual: string }

function walkPart(walk: Walk, span: Span, place: Place): void {
  const { headers, bodyStart } = readPartHeaders(walk.bytes, span.start, span.end, place.usual);
  const body = { start: bodyStart, end: span.end };
  const boundary = headers.type.startsWith('multipart/') ? headers.boundary : null;
  const children = boundary === null || place.depth >= deepest ? [] : childrenOf(walk.bytes, body, boundary);
  if (children.length === 0 || walk.leaves.length + children.length > mostParts) {
    walk.leaves.push({ ...headers, body: walk.bytes.subarray(body.start, body.end), alternative: place.alternative, outside: false });
    return;
  }
  const below = {
    depth: place.depth + 1, usual: headers.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain',
    alternative: headers.type === 'multipart/alternative' ? walk.alternatives++ : place.alternative,
  };
  for (const child of children) if (child.outside) walk.leaves.push(outside(walk.bytes, child)); else walkPart(walk, child, below);
}

function outside(bytes: Uint8Array, { start, end }: Span): MimeLeaf {
  return {
    type: 'text/plain', charset: '', boundary: null, flowed: false, delSp: false, disposition: 'attachment', name: 'outside-the-parts.txt', encoding: '',
    body: bytes.subarray(start, end), alternative: null, outside: true,
  };
}

interface Child extends Span { outside: boolean }

/**
 * What stands between the lines of a boundary. Without a closing line the last part ends where the mail does; a part behind the closing
 * line is one too. What stands before, after and between is `outside`.
 */
function childrenOf(bytes: Uint8Array, body: Span, boundary: string): Child[] {
  const marks = boundaryLines(bytes, body, Buffer.from(`--${boundary}`, 'latin1'));
  const first = marks[0];
  if (first === undefined) return [];
  const parts = marks.map((mark, index) => ({ start: mark.next, end: Math.max(mark.next, marks[index + 1]?.before ?? body.end), outside: mark.closes }));
  return [{ start: body.start, end: first.before, outside: true }, ...parts].filter((child) => !child.outside || saysSomething(bytes, child));
}

/** "This is a multi-part message in MIME format." is no word of anybody. */
function saysSomething(bytes: Uint8Array, { start, end }: Span): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(end - start, 4_000)).toString('latin1');
  if (text.length < 600 && /mime|multi-?part/i.test(text)) return false;
  return (text.match(/[\w\x80-\xff]{2,}/g)?.length ?? 0) >= 3;
}

interface Mark { before: number; next: number; closes: boolean }

function boundaryLines(bytes: Uint8Array, body: Span, line: Buffer): Mark[] {
  const looked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const marks: Mark[] = [];
  let at = looked.indexOf(line, body.start);
  while (at >= 0 && at < body.end) {
    const mark = markAt(looked, body, at, line.length);
    if (mark !== null) marks.push(mark);
    if (marks.length > mostParts) break;
    at = looked.indexOf(line, at + line.length);
  }
  return marks;
}

/** A boundary stands alone on its line, but for "--" and blanks; in the middle of a line, or as the start of a longer one, it is text. */
function markAt(bytes: Buffer, body: Span, at: number, length: number): Mark | null {
  if (at > body.start && bytes[at - 1] !== 0x0a) return null;
  const lineEnd = bytes.indexOf(0x0a, at);
  const end = lineEnd < 0 || lineEnd > body.end ? body.end : lineEnd;
  const after = bytes.toString('latin1', at + length, Math.min(end, at + length + 200)).trim();
  if (after !== '' && after !== '--') return null;
  const before = at - 1 > body.start && bytes[at - 2] === 0x0d ? at - 2 : at - 1;
  return { before: Math.max(body.start, before), next: Math.min(body.end, end + 1), closes: after === '--' };
}
