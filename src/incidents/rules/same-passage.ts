import { commonWords } from './common-words.ts';

/** Words in order ('' where a sentence ends), and where each run of six of them stands. */
export interface Line { words: readonly string[]; runs: ReadonlyMap<string, number> }

const shortest = 6;
const fewestTelling = 3;
const longestShown = 20;

export function lineOf(words: readonly string[]): Line {
  const runs = new Map<string, number>();
  for (let at = words.length - shortest; at >= 0; at--) {
    const run = words.slice(at, at + shortest);
    if (!run.includes('')) runs.set(run.join(' '), at);
  }
  return { words, runs };
}

/**
 * The longest run of words that stands in both, of at least six words of which three tell something: people who write of one message copy it.
 * Never across a sentence's end, and never with a word of the name of somebody who told us.
 */
export function samePassage(one: Line, other: Line, hidden: ReadonlySet<string>): readonly string[] | null {
  let longest: readonly string[] = [];
  for (const [run, at] of one.runs) {
    const there = other.runs.get(run);
    const found = there === undefined ? [] : runFrom(one.words, at, other.words, there, hidden);
    if (found.length >= shortest && found.length > longest.length && found.filter((word) => !commonWords.has(word)).length >= fewestTelling) longest = found;
  }
  return longest.length === 0 ? null : longest.slice(0, longestShown);
}

function runFrom(one: readonly string[], at: number, other: readonly string[], there: number, hidden: ReadonlySet<string>): readonly string[] {
  let length = 0;
  for (let word = one[at]; word !== undefined && word !== '' && word === other[there + length] && !hidden.has(word); word = one[at + length]) length += 1;
  return one.slice(at, at + length);
}
