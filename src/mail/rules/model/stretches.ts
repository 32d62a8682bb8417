import type { ModelWord } from './read-words.ts';

/** A part of a text that is looked at by itself: what it holds, each once, and where each stands first. */
export interface Stretch {
  features: ReadonlyMap<string, { start: number; end: number }>;
  /** How many different words it has: the more, the less each of them says. */
  words: number;
}

/** A threat in one line of a long mail must not drown: beside the whole text, stretches of about so many words are looked at. */
const stretchOfWords = 60;
/** So short a text would make its few words loud. */
export const fewestWords = 15;

/** The whole text, and where it is long its stretches, each beginning a few sentences after the last. */
export function stretchesOf(sentences: readonly (readonly ModelWord[])[]): Stretch[] {
  const inAll = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  const whole = stretch(sentences);
  if (inAll <= stretchOfWords * 1.5) return [whole];
  const parts: Stretch[] = [];
  for (let from = 0; from < sentences.length; from = afterWords(sentences, from, stretchOfWords / 3)) {
    const to = afterWords(sentences, from, stretchOfWords);
    parts.push(stretch(sentences.slice(from, to)));
    if (to >= sentences.length) break;
  }
  return [whole, ...parts];
}

/** Index of the first sentence after at least so many words. */
function afterWords(sentences: readonly (readonly ModelWord[])[], from: number, words: number): number {
  let [at, seen] = [from, 0];
  while (at < sentences.length && seen < words) {
    seen += sentences[at]?.length ?? 0;
    at += 1;
  }
  return Math.max(at, from + 1);
}

function stretch(sentences: readonly (readonly ModelWord[])[]): Stretch {
  const features = new Map<string, { start: number; end: number }>();
  let words = 0;
  for (const sentence of sentences) {
    sentence.forEach((word, at) => {
      if (!features.has(word.key)) words += 1;
      note(features, word.key, word.start, word.end);
      const next = sentence[at + 1];
      if (next !== undefined) note(features, `${word.key} ${next.key}`, word.start, next.end);
    });
  }
  return { features, words };
}

function note(features: Map<string, { start: number; end: number }>, key: string, start: number, end: number): void {
  if (!features.has(key)) features.set(key, { start, end });
}
