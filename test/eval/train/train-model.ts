import { keyOfCue, loudness } from '../../../src/mail/rules/model/ask-model.ts';
import { heads, type Model } from '../../../src/mail/rules/model/heads.ts';
import { sentencesOf } from '../../../src/mail/rules/model/read-words.ts';
import { stretchesOf } from '../../../src/mail/rules/model/stretches.ts';
import { wordsOfClass } from '../../../src/mail/rules/model/who-words.ts';
import { fit, type Fitted, type Row } from './logistic-regression.ts';
import type { TrainingText } from './training-texts.ts';
import { dimensions, meanOf, type WordVectors } from './word-vectors.ts';

/** Found by trying a few values of each with five folds; the figures hardly move around them. `common`: "he" and "is" may say little. */
const pulls = { word: 0.07, pair: 0.15, list: 2, dense: 0.5, common: 20 };
/** A list must have hit so often to weigh by itself. */
const listInTexts = 3;
/** Words so common say little about what a text is about (Arora and others, 2017). */
const commonness = 1e-3;
/** A word that the dictionary lacks may be somebody's name: it must be met in so many texts. */
const unknownWordInTexts = 4;
const wordInTexts = 2;
const pairInTexts = 2;

/** One model from the texts given. A vector's part is folded into the weight of each word, so that what is shipped is a plain list. */
export function trainModel(texts: readonly TrainingText[], vectors: WordVectors): Model {
  const read = texts.map((text) => stretchesOf(sentencesOf(text.text))[0] ?? { features: new Map<string, unknown>(), words: 0 });
  const counts = countsOf(read.map((stretch) => [...stretch.features.keys()]));
  const names = namesIn(texts);
  const features = learnable(new Map([...counts].filter(([feature]) => feature.split(' ').every((word) => isKnown(word, vectors) || !names.has(word)))), vectors);
  for (const list of listsIn(texts)) features.set(list, features.size);
  const placed = placer(vectors);
  const rows = read.map((stretch, index) => ({ ...rowOf([...stretch.features.keys()], loudness(stretch.words), features, placed), phrases: Int32Array.from(keysOf(texts[index]).flatMap((key) => features.get(key) ?? [])) }));
  const sparse = Float64Array.from(features.keys(), (feature) => pullOf(feature, (counts.get(feature) ?? 0) / texts.length));
  const fitted = heads.map((head) => fit(rows, texts.map(({ marks }) => marks[head]), { sparse, dense: pulls.dense }));
  return modelOf(fitted, features, vectors, placed);
}

/** The lists that hit often enough to learn from. */
function listsIn(texts: readonly TrainingText[]): string[] {
  return [...countsOf(texts.map(keysOf))].filter(([, count]) => count >= listInTexts).map(([key]) => key).sort();
}

/** What the lists found in a text, each once. */
function keysOf(text: TrainingText | undefined): string[] {
  return [...new Set(text?.hits.map(({ cue }) => keyOfCue(cue.id)))];
}

function pullOf(feature: string, share: number): number {
  if (feature.startsWith('~')) return pulls.list;
  return (feature.includes(' ') ? pulls.pair : pulls.word) * (1 + pulls.common * share) ** 2;
}

/** Words and pairs met often enough to learn from, with their number; what says who somebody is weighs nothing. */
function learnable(counts: ReadonlyMap<string, number>, vectors: WordVectors): Map<string, number> {
  const often = [...counts].filter(([feature, count]) => !feature.includes('_who_') && count >= (feature.includes(' ') ? pairInTexts : isKnown(feature, vectors) ? wordInTexts : unknownWordInTexts));
  const words = new Set(often.map(([feature]) => feature).filter((feature) => !feature.includes(' ')));
  const kept = often.map(([feature]) => feature).filter((feature) => feature.split(' ').every((word) => words.has(word)));
  return new Map(kept.sort().map((feature, index) => [feature, index]));
}

/** In how many texts each is met. */
function countsOf(texts: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const feature of text) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}

/** Words that stand with a capital more often than without: where a sentence begins with one, nothing else tells a name from a word. */
function namesIn(texts: readonly TrainingText[]): Set<string> {
  const [large, small] = [new Map<string, number>(), new Map<string, number>()];
  for (const { text } of texts) {
    for (const [word] of text.matchAll(/\p{L}+/gu)) {
      const counts = /^\p{Lu}\p{Ll}/u.test(word) ? large : small;
      counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1);
    }
  }
  return new Set([...large].filter(([word, count]) => count > (small.get(word) ?? 0)).map(([word]) => word));
}

function isKnown(word: string, vectors: WordVectors): boolean {
  return word.startsWith('_') || word === '#' || vectors.of(word.replace(/^not_/, '')) !== null;
}

type Placer = (word: string) => Float64Array | null;

/** Where a word stands, the fainter the more common it is; a class of words ("_son_") in the middle of its words. Nobody's name stands anywhere. */
function placer(vectors: WordVectors): Placer {
  const known = new Map<string, Float64Array | null>();
  const place = (word: string): Float64Array | null => {
    const words = (wordsOfClass.get(word) ?? [word]).filter((each) => word !== '_who_' && vectors.of(each) !== null);
    if (words.length === 0) return null;
    const share = 1 / (10 * (Math.min(...words.map((each) => vectors.rank(each))) + 10));
    return meanOf(words.map((each) => vectors.of(each) ?? new Float64Array(dimensions))).map((each) => each * commonness / (commonness + share));
  };
  return (word) => {
    const there = known.get(word);
    if (there !== undefined) return there;
    const found = place(word);
    known.set(word, found);
    return found;
  };
}

function rowOf(features: readonly string[], loud: number, learnt: ReadonlyMap<string, number>, place: Placer): Omit<Row, 'phrases'> {
  const dense = new Float64Array(dimensions);
  for (const feature of features) place(feature)?.forEach((each, at) => { dense[at] = (dense[at] ?? 0) + each * loud; });
  return { features: Int32Array.from(features.flatMap((feature) => learnt.get(feature) ?? [])), loudness: loud, dense };
}

function modelOf(fitted: readonly Fitted[], learnt: ReadonlyMap<string, number>, vectors: WordVectors, place: Placer): Model {
  const weights = new Map<string, number[]>();
  for (const feature of [...new Set([...learnt.keys(), ...vectors.words, ...wordsOfClass.keys()])].sort()) {
    const where = place(feature);
    const number = learnt.get(feature);
    const each = fitted.map(({ sparse, dense }) => (number === undefined ? 0 : sparse[number] ?? 0) + (where?.reduce((sum, part, at) => sum + part * (dense[at] ?? 0), 0) ?? 0));
    const hundredths = each.map((weight) => Math.round(weight * 100) / 100);
    if (hundredths.some((weight) => weight !== 0)) weights.set(feature, hundredths);
  }
  return { bias: fitted.map(({ bias }) => Math.round(bias * 100) / 100), weights };
}

