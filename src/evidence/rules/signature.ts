/** What stands in the place of whoever told us, wherever others may read. */
export const personWhoToldUs = '[the person who told us]';

const closing = /^(?:(?:many |kind(?:est)? |warm(?:est)? |best |with )?(?:thanks|regards|wishes)|with (?:many thanks|best wishes|kind regards)|thank you(?: (?:so|very) much)?|thanks (?:so much|again|a lot|in advance)|yours(?: (?:sincerely|faithfully|truly))?|all the best|best|cheers|take care|sincerely|kr|br)\b[\s,.!x-]*$/i;
const endOfMail = /^(?:>|from:|sent:|on .{6,120} wrote:?$|-{3,}|_{5,}|p\.? ?s\b)/i;
const longestSignature = 6;

/** The lines of a signature under this one, where this one ends a letter: under "Kind regards" or under a line of two hyphens. */
export function signatureBelow(lines: readonly string[], at: number): { from: number; to: number } | null {
  const line = (lines[at] ?? '').trim();
  const marked = (lines[at] ?? '').trimEnd() === '--';
  if (!marked && !closing.test(line)) return null;
  const from = [1, 2, 3].map((step) => at + step).find((index) => (lines[index] ?? '').trim() !== '');
  if (from === undefined) return null;
  const ends = lines.slice(from + 1, from + longestSignature).findIndex((each) => each.trim() === '' || endOfMail.test(each.trim()));
  const to = Math.min(lines.length, from + (ends === -1 ? longestSignature : ends + 1));
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

/** The names under which a text is signed, in order: "Kind regards, / Amara Nwosu". */
export function signatureNames(text: string): string[] {
  const lines = text.split('\n');
  return lines.flatMap((_, at) => {
    const block = signatureBelow(lines, at);
    const name = block === null ? '' : (lines[block.from] ?? '').replace(/[([].*$/, '').replace(/[,\s]+$/, '').trim();
    return isNameLine(name) && /\p{L}{2}/u.test(name) && !name.includes(personWhoToldUs) ? [name] : [];
  });
}
