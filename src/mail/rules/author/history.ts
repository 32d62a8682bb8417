import { linesOf } from './lines-of.ts';
import { headerBlocks, isOriginalMarker, quoteDepth, type HeaderBlock } from './header-block.ts';

export interface WithoutHistory {
  /** What was written in this mail. Signatures stay: they are the author's words. */
  text: string;
  /** Lines (blank ones not counted) of earlier mails folded away. */
  folded: number;
  /** The folded lines, for whoever must look below. */
  history: string;
}

/** Lines that mail systems put above an outsider's mail; nobody wrote them. */
const banners = [
  /^\W*(?:caution|warning|external)\b.{0,40}(?:external|outside|originated).{0,160}$/i,
  /^\W*you don't often get email from .{0,160}$/i,
  /^\W*this (?:email|message) (?:was sent|originated|came) from outside .{0,160}$/i,
];

/**
 * Parts what an author wrote from the mails quoted below or between. Lines with ">" are folded only where it is
 * clear that they quote a mail: parents also use ">" for what somebody said in a group, and that is the evidence.
 */
export function withoutHistory(text: string, isReply: boolean): WithoutHistory {
  const lines = linesOf(text);
  const keep = lines.map((line) => !banners.some((banner) => banner.test(line)));
  foldEarlierMails(lines, keep, isReply);
  const folded = lines.filter((line, index) => keep[index] === false);
  return {
    text: lines.filter((_, index) => keep[index] === true).join('\n').replace(/\n{3,}/g, '\n\n').trim(),
    folded: folded.filter((line) => line.trim() !== '').length,
    history: folded.join('\n').trim(),
  };
}

function foldEarlierMails(lines: readonly string[], keep: boolean[], isReply: boolean): void {
  const block = headerBlocks(lines).find((each) => each.depth === 0) ?? null;
  const marker = lines.findIndex(isOriginalMarker);
  if (block !== null) foldBlock(lines, keep, block);
  else if (marker >= 0) keep.fill(false, marker);
  else if (isReply) foldQuoted(lines, keep, 0);
  else foldTail(lines, keep);
}

function foldBlock(lines: readonly string[], keep: boolean[], block: HeaderBlock): void {
  const next = lines.slice(block.end).find((line) => line.trim() !== '') ?? '';
  if (block.style === 'headers' || quoteDepth(next) === 0) {
    keep.fill(false, block.start);
    return;
  }
  keep.fill(false, block.start, block.end);
  foldQuoted(lines, keep, 0);
  for (const later of headerBlocks(lines)) if (later.depth === 0) keep.fill(false, later.start, later.end);
}

function foldQuoted(lines: readonly string[], keep: boolean[], from: number): void {
  for (let index = from; index < lines.length; index += 1) if (quoteDepth(lines[index] ?? '') > 0) keep[index] = false;
}

/** A whole quoted mail with its headers ("> From: …") is history wherever it stands. */
function foldTail(lines: readonly string[], keep: boolean[]): void {
  const block = headerBlocks(lines).find((each) => each.depth > 0);
  if (block !== undefined) foldQuoted(lines, keep, block.start);
}
