import { forwardMarkers, headerWords, originalMarkers, wroteWords, type HeaderWord } from '../words/header-words.ts';
import type { MailPerson } from '../mail.ts';
import { personInText } from './person-in-text.ts';

/** The headers of an earlier mail as a mail program copied them into the text, or its "On Monday, Somebody wrote:". */
export interface HeaderBlock {
  style: 'headers' | 'wrote';
  /** First line that belongs to it, separators above included; and the first line after it. */
  start: number;
  end: number;
  /** How many ">" stand before it. */
  depth: number;
  /** Under words such as "Forwarded message". */
  saysForwarded: boolean;
  from: MailPerson | null;
  to: string;
  date: string;
  subject: string;
}

interface Field { word: HeaderWord; value: string }

const wordOf = new Map<string, HeaderWord>(
  (Object.keys(headerWords) as HeaderWord[]).flatMap((word) => headerWords[word].map((text): [string, HeaderWord] => [text.toLowerCase(), word])),
);
const rule = /^[-_=–—\s]{5,}$/;
const forwardedLine = markerLine(forwardMarkers);
const originalLine = markerLine(originalMarkers);
const wroteEnd = new RegExp(`(?:${wroteWords.map(escaped).join('|')})\\s*:?\\s*$`, 'iu');
/** "Am … schrieb Amara Nwosu:" */
const wroteFirst = new RegExp(`^(?:${wroteWords.map(escaped).join('|')})\\s+`, 'iu');
const wroteInside = new RegExp(`(?:${wroteWords.map(escaped).join('|')})\\s+\\S`, 'iu');

/** Every block of earlier headers in a text, from the top. */
export function headerBlocks(lines: readonly string[]): HeaderBlock[] {
  const blocks: HeaderBlock[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const block = headersAt(lines, at) ?? wroteAt(lines, at);
    if (block === null) continue;
    blocks.push(block);
    at = block.end - 1;
  }
  return blocks;
}

export function quoteDepth(line: string): number {
  return (/^(?:\s?>)+/.exec(line)?.[0].match(/>/g) ?? []).length;
}

/** The line without its first `depth` quote marks. */
export function unquoted(line: string, depth: number): string {
  let rest = line;
  for (let level = 0; level < depth; level += 1) rest = rest.replace(/^\s?>/, '');
  return depth > 0 ? rest.replace(/^ /, '') : rest;
}

/** "-----Original Message-----" and its like. */
export function isOriginalMarker(line: string): boolean {
  return originalLine.test(line.trim());
}

function headersAt(lines: readonly string[], at: number): HeaderBlock | null {
  const depth = quoteDepth(lines[at] ?? '');
  const first = fieldOf(lines[at] ?? '', depth);
  if (first === null || first.word === 'other' || first.word === 'cc') return null;
  const { fields, end } = fieldsFrom(lines, at, depth);
  const above = linesAbove(lines, at);
  const valueOf = (word: HeaderWord): string => fields.find((field) => field.word === word)?.value ?? '';
  const others = (['date', 'to', 'subject'] as const).filter((word) => fields.some((field) => field.word === word)).length;
  if (!fields.some((field) => field.word === 'from') || others < (above.marked ? 1 : 2)) return null;
  return {
    style: 'headers', start: above.start, end, depth, saysForwarded: above.saysForwarded,
    from: personInText(valueOf('from')), to: valueOf('to'), date: valueOf('date'), subject: valueOf('subject'),
  };
}

/** Header lines may be parted by single blank lines (paragraphs of HTML), and long lists of recipients run over several lines. */
function fieldsFrom(lines: readonly string[], at: number, depth: number): { fields: Field[]; end: number } {
  const fields: Field[] = [];
  let end = at;
  for (let index = at; index < lines.length && index < at + 40; index += 1) {
    const line = lines[index] ?? '';
    const field = fieldOf(line, depth);
    const last = fields.at(-1);
    if (field !== null && !fields.some((each) => each.word === field.word && each.word !== 'other' && each.word !== 'cc')) fields.push(field);
    else if (unquoted(line, depth).trim() === '' && fieldOf(lines[index + 1] ?? '', depth) !== null) continue;
    else if (last !== undefined && continues(last, unquoted(line, depth))) last.value = `${last.value} ${unquoted(line, depth).trim()}`.trim();
    else break;
    end = index + 1;
  }
  return { fields, end };
}

function continues(last: Field, line: string): boolean {
  if (line.trim() === '') return false;
  if (last.value === '') return line.length < 200;
  return (last.word === 'to' || last.word === 'cc') && (/[;,]\s*$/.test(last.value) || /^\s*<?[^\s@]+@[^\s@]+>?[;,]?\s*$/.test(line));
}

function fieldOf(line: string, depth: number): Field | null {
  if (quoteDepth(line) < depth) return null;
  const found = /^[\s|]*\*{0,2}([^\s:：*|][^:：*]{0,23}?)\s{0,3}\*{0,2}\s{0,3}[:：]\s{0,8}\*{0,2}\s{0,8}(.*)$/u.exec(unquoted(line, depth).slice(0, 4000).replace(/^[\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/, ''));
  const word = wordOf.get((found?.[1] ?? '').toLowerCase());
  return found === null || word === undefined ? null : { word, value: (found[2] ?? '').slice(0, 2000).replace(/[|*\s]{1,20}$/, '') };
}

/** Separators and blank lines above a block belong to it. */
function linesAbove(lines: readonly string[], at: number): { start: number; marked: boolean; saysForwarded: boolean } {
  let start = at;
  let marked = false;
  let saysForwarded = false;
  for (let index = at - 1; index >= 0 && index >= at - 5; index -= 1) {
    const line = unquoted(lines[index] ?? '', quoteDepth(lines[index] ?? '')).trim();
    const forwarded = forwardedLine.test(line);
    if (line !== '' && !forwarded && !originalLine.test(line) && !rule.test(line)) break;
    if (line === '') continue;
    start = index;
    marked = true;
    saysForwarded ||= forwarded;
  }
  return { start, marked, saysForwarded };
}

/** "On Mon, 12 Oct 2026 at 21:04, Amara Nwosu <amara@…> wrote:", which programs break over up to three lines. */
function wroteAt(lines: readonly string[], at: number): HeaderBlock | null {
  const depth = quoteDepth(lines[at] ?? '');
  let joined = '';
  for (let count = 1; count <= 3; count += 1) {
    const line = lines[at + count - 1];
    if (line === undefined || line.trim() === '' || quoteDepth(line) !== depth) return null;
    joined = `${joined} ${unquoted(line, depth).trim()}`.trim();
    if (joined.length > 300) return null;
    if (isAttribution(joined)) {
      return { style: 'wrote', start: at, end: at + count, depth, saysForwarded: false, from: personInText(afterDate(joined)), to: '', date: '', subject: '' };
    }
  }
  return null;
}

/** Must carry a time or an address: "She wrote:" before pasted words is the author's own line. */
function isAttribution(line: string): boolean {
  if (!/[:：]$/.test(line)) return false;
  if (!wroteEnd.test(line) && !wroteInside.test(line)) return false;
  return /\d{1,2}[:.h]\d{2}/.test(line) || (/\d/.test(line) && /@/.test(line)) || /\b(?:19|20)\d{2}\b/.test(line);
}

/** Where the name begins in an attribution: after the last date, time or weekday. */
function afterDate(line: string): string {
  const words = line.replace(wroteEnd, '').trim();
  const time = [...words.matchAll(/\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\.?)?|\b(?:19|20)\d{2}\b/gi)].at(-1);
  const rest = time === undefined ? words : words.slice(time.index + time[0].length);
  return rest.replace(/^(?:\s|,|;|\)|\(|uhr|GMT|UTC|BST|[+-]\d{4})+/i, '').replace(wroteFirst, '');
}

function markerLine(markers: readonly string[]): RegExp {
  return new RegExp(`^[-_=*>\\s]*(?:${markers.map(escaped).join('|')})\\b.{0,80}$|^[-_=*>\\s]*(?:${markers.map(escaped).join('|')})[-_=*:\\s]*$`, 'iu');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
