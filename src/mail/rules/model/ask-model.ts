import type { CueHit } from '../find-cues.ts';
import type { WeighedWords } from '../understanding.ts';
import { heads, type Head, type Model } from './heads.ts';
import { sentencesOf } from './read-words.ts';
import { fewestWords, stretchesOf, type Stretch } from './stretches.ts';

/** What the model says of one text: log odds for each head, and on asking the words that weighed most. */
export interface Answer {
  scores: Readonly<Record<Head, number>>;
  weighed: (head: Head) => WeighedWords[];
}

const mostWeighed = 5;
/** Of what a list found so much is shown. */
const longestPhrase = 60;

/** Reading a mail asks of the same text more than once. */
let last: { model: Model; text: string; hits: readonly CueHit[]; answer: Answer } | null = null;

/**
 * Asks every head of the whole text and of its stretches; what counts is the middle between the whole and the highest, since a long mail has
 * many chances to sound like something. What the word lists found in the text has learnt weights as well, one for each list, and adds wherever it stands.
 */
export function askModel(model: Model, text: string, hits: readonly CueHit[] = []): Answer {
  if (last?.model !== model || last.text !== text || last.hits !== hits) last = { model, text, hits, answer: answerTo(model, text, hits) };
  return last.answer;
}

/** What the hit of a list is called among the words. */
export function keyOfCue(id: string): string {
  return `~${id}`;
}

function answerTo(model: Model, text: string, hits: readonly CueHit[]): Answer {
  const stretches = stretchesOf(sentencesOf(text));
  const best = heads.map((_, head) => highest(model, stretches, head));
  const scores = Object.fromEntries(heads.map((head, index) => [head, ((best[index]?.score ?? 0) + ofWhole(model, stretches, index)) / 2 + ofLists(model, hits, index)])) as Record<Head, number>;
  return {
    scores,
    weighed: (head) => {
      const where = best[heads.indexOf(head)]?.stretch;
      return where === undefined ? [] : weighedIn(model, where, heads.indexOf(head), text, hits);
    },
  };
}

function highest(model: Model, stretches: readonly Stretch[], head: number): { score: number; stretch: Stretch } | undefined {
  const scored = stretches.map((stretch) => ({ score: scoreOf(model, stretch, head), stretch }));
  return scored.reduce<{ score: number; stretch: Stretch } | undefined>((best, each) => (best !== undefined && best.score >= each.score ? best : each), undefined);
}

/** The start, and what each word and pair adds, the less the more words there are. */
function scoreOf(model: Model, stretch: Stretch, head: number): number {
  let sum = 0;
  for (const feature of stretch.features.keys()) sum += model.weights.get(feature)?.[head] ?? 0;
  return (model.bias[head] ?? 0) + sum * loudness(stretch.words);
}

function ofWhole(model: Model, [whole]: readonly Stretch[], head: number): number {
  return whole === undefined ? 0 : scoreOf(model, whole, head);
}

function ofLists(model: Model, hits: readonly CueHit[], head: number): number {
  return hits.reduce((sum, { cue }) => sum + (model.weights.get(keyOfCue(cue.id))?.[head] ?? 0), 0);
}

export function loudness(words: number): number {
  return 1 / Math.sqrt(Math.max(fewestWords, words));
}

/** The words and pairs that added most, as they stand in the text, none of them twice. */
function weighedIn(model: Model, stretch: Stretch, head: number, text: string, hits: readonly CueHit[]): WeighedWords[] {
  const loud = loudness(stretch.words);
  const words = [...stretch.features].map(([feature, place]) => ({ ...place, weight: loud * (model.weights.get(feature)?.[head] ?? 0) }));
  const phrases = hits.map(({ cue, quote }) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + Math.min(quote.length, longestPhrase), weight: model.weights.get(keyOfCue(cue.id))?.[head] ?? 0 }));
  const adding = [...words, ...phrases.filter(({ start }) => start >= 0)].filter((each) => each.weight > 0);
  const chosen: { start: number; end: number }[] = [];
  for (const each of adding.sort((one, other) => other.weight - one.weight || one.start - other.start)) {
    if (chosen.length < mostWeighed && chosen.every((known) => each.end <= known.start || each.start >= known.end)) chosen.push(each);
  }
  return chosen.sort((one, other) => one.start - other.start).map(({ start, end }) => ({ quote: text.slice(start, end), start }));
}
