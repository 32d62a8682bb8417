import { commonWords } from './common-words.ts';

export interface Passage { words: readonly string[] }

const shortest = 6;
const fewestTelling = 3;

/**
 * The longest run of words that stands in both, of at least six words of which three tell something: people who write of one message copy it.
 * Never across a sentence's end, and never with a word of the name of somebody who told us.
 */
export function samePassage(one: readonly string[], other: readonly string[], hidden: ReadonlySet<string>): Passage | null {
  const starts = new Map<string, number[]>();
  for (let at = 0; at + shortest <= other.length; at++) {
    const key = keyAt(other, at, hidden);
    if (key !== null) starts.set(key, [...(starts.get(key) ?? []), at]);
  }
  let longest: readonly string[] = [];
  for (let at = 0; at + shortest <= one.length; at++) {
    const key = keyAt(one, at, hidden);
    for (const there of key === null ? [] : starts.get(key) ?? []) {
      const run = one.slice(at, at + lengthOf(one, at, other, there, hidden));
      if (run.length > longest.length && run.filter((word) => !commonWords.has(word)).length >= fewestTelling) longest = run;
    }
  }
  return longest.length === 0 ? null : { words: longest.slice(0, 20) };
}

function keyAt(line: readonly string[], at: number, hidden: ReadonlySet<string>): string | null {
  const run = line.slice(at, at + shortest);
  return run.every((word) => word !== '' && !hidden.has(word)) ? run.join(' ') : null;
}

function lengthOf(one: readonly string[], at: number, other: readonly string[], there: number, hidden: ReadonlySet<string>): number {
  let length = 0;
  while (one[at + length] === other[there + length] && one[at + length] !== undefined && one[at + length] !== '' && !hidden.has(one[at + length] ?? '')) length += 1;
  return length;
}
