import type { MailPerson } from '../../mail/rules/mail.ts';
import { withoutTraces } from './person-traces.ts';

/** What stands in the place of whoever told us, wherever others may read. */
export const personWhoToldUs = '[the person who told us]';

const closing = /^(?:(?:many |kind(?:est)? |warm(?:est)? |best |with )?(?:thanks|regards|wishes)|with (?:many thanks|best wishes|kind regards)|thank you(?: (?:so|very) much)?|thanks (?:so much|again|a lot|in advance)|yours(?: (?:sincerely|faithfully|truly))?|all the best|best|cheers|take care|sincerely|kr|br)\b[\s,.!x-]*$/i;
const endOfMail = /^(?:>|from:|sent:|on .{6,120} wrote:?$|-{3,}|_{5,}|p\.? ?s\b)/i;
const longestSignature = 6;

/**
 * The text without the person who told us: name, parts of the name, address and signature. A rule, not a reader: what gives a person
 * away by what it tells ("I am the mum of…") stays, which is why people are told to read before they show it on.
 */
export function withoutReporter(text: string, reporter: MailPerson | null): string {
  return withoutReporters(text, reporter === null ? [] : [reporter]);
}

export function withoutReporters(text: string, reporters: readonly MailPerson[]): string {
  return withoutSignatures(withoutTraces(text.replace(/\r\n?/g, '\n'), reporters, personWhoToldUs)).replace(telephone, '[a telephone number]');
}

/** "My number is 07700 900123": whoever may ring back reads the whole mail. */
const telephone = /(?<![\d+])(?:\+44|0044|\(?0)[\s()-]*(?:\d[\s()-]*){8,9}\d(?!\d)/g;

/** The lines under "Kind regards" or under a line of two hyphens: a name, a role, a telephone number. */
function withoutSignatures(text: string): string {
  const lines = text.split('\n');
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    kept.push(line);
    const block = signatureBelow(lines, at);
    if (block === null) continue;
    kept.push(...lines.slice(at + 1, block.from), personWhoToldUs);
    at = block.to - 1;
  }
  return kept.join('\n');
}

function signatureBelow(lines: readonly string[], at: number): { from: number; to: number } | null {
  const line = (lines[at] ?? '').trim();
  const marked = (lines[at] ?? '').trimEnd() === '--';
  if (!marked && !closing.test(line)) return null;
  const from = lines.findIndex((each, index) => index > at && each.trim() !== '');
  if (from === -1 || from - at > 3) return null;
  const ends = lines.findIndex((each, index) => index > from && (each.trim() === '' || endOfMail.test(each.trim())));
  const to = Math.min(ends === -1 ? lines.length : ends, from + longestSignature);
  return marked && !endOfMail.test(lines[from] ?? '') || isNameLine(lines[from] ?? '') ? { from, to } : null;
}

/** One to four words with capitals and no full stop, a single letter, or a line that already says who it was. */
function isNameLine(line: string): boolean {
  const text = line.trim();
  if (text.includes(personWhoToldUs)) return text.length < 80;
  if (endOfMail.test(text) || /^sent from\b/i.test(text) || text.length > 40) return false;
  const words = text.split(/\s+/);
  return words.length <= 4 && words.every((word) => /^[(]?\p{Lu}[\p{L}'’.-]*[,)]?$/u.test(word) || /^(?:\p{L}\.?|of|and|&|x+)$/u.test(word)) && !/[a-z][.!?]$/.test(text);
}
