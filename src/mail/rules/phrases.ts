import { sets } from './word-sets.ts';

/**
 * The small language that the word lists are written in, so that a school can add to them without knowing patterns:
 * words match whole and in any case; `*` at a word's end stands for any ending ("grab*"), `_` for one word, `...` for up to
 * four words; `{staff}` for any entry of that list in `word-sets.ts`. Apostrophes and dashes of every kind are the same, and a line break is a space.
 */
export interface PhraseHit { start: number; end: number; quote: string }

/** White space and commas, but no empty line: a phrase does not run from one paragraph into the next. */
const space = '(?:[^\\S\\n]|,|\\n(?![^\\S\\n]*\\n))+';
const letter = '[\\p{L}\\p{N}]';

/** One pattern for a whole list. */
export function phrasePattern(phrases: readonly string[]): RegExp {
  const longestFirst = [...phrases].sort((one, other) => other.length - one.length);
  return new RegExp(longestFirst.length === 0 ? '(?!)' : longestFirst.map(patternOf).join('|'), 'giu');
}

export function findPhrases(text: string, pattern: RegExp): PhraseHit[] {
  return [...sameLength(text).matchAll(pattern)].map((found) => {
    const end = found.index + found[0].length;
    return { start: found.index, end, quote: text.slice(found.index, end) };
  });
}

export function hasPhrase(text: string, pattern: RegExp): boolean {
  return sameLength(text).search(pattern) >= 0;
}

/** Typewriter apostrophes and dashes, character for character, so that places in the text stay true. */
function sameLength(text: string): string {
  return text.replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'").replace(/[\u2010-\u2014]/g, '-');
}

function patternOf(phrase: string): string {
  const words = phrase.trim().split(/\s+/);
  const parts = words.map((word, index) => {
    if (word === '...') return '';
    const gap = index === 0 ? '' : words[index - 1] === '...' ? `(?:${space}[^\\s.!?]+){0,4}?${space}` : space;
    return gap + wordPattern(word);
  });
  const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
  return `${/^[\p{L}\p{N}_{]/u.test(first) ? `(?<!${letter})` : ''}(?:${parts.join('')})${/[\p{L}\p{N}_}]$/u.test(last) ? `(?!${letter})` : ''}`;
}

function wordPattern(word: string): string {
  const set = /^\{(\w+)\}$/.exec(word)?.[1];
  if (set !== undefined) return `(?:${(sets[set] ?? []).map(patternOf).join('|')})`;
  if (word === '_') return "[\\p{L}\\p{N}'-]+";
  const open = word.endsWith('*') && word.length > 1;
  const fixed = (open ? word.slice(0, -1) : word).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return open ? `${fixed}[\\p{L}\\p{N}'-]*` : fixed;
}
