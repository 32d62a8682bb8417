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

/** Reading a mail asks of the same text more than once. */
let last: { model: Model; text: string; answer: Answer } | null = null;

/** Asks every head of the whole text and of its stretches; the highest counts, since words only ever raise. */
export function askModel(model: Model, text: string): Answer {
  if (last?.model !== model || last.text !== text) last = { model, text, answer: answerTo(model, text) };
  return last.answer;
}

function answerTo(model: Model, text: string): Answer {
  const stretches = stretchesOf(sentencesOf(text));
  const best = heads.map((_, head) => highest(model, stretches, head));
  const scores = Object.fromEntries(heads.map((head, index) => [head, best[index]?.score ?? 0])) as Record<Head, number>;
  return {
    scores,
    weighed: (head) => {
      const where = best[heads.indexOf(head)]?.stretch;
      return where === undefined ? [] : weighedIn(model, where, heads.indexOf(head), text);
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

export function loudness(words: number): number {
  return 1 / Math.sqrt(Math.max(fewestWords, words));
}

/** The words and pairs that added most, as they stand in the text, none of them twice. */
function weighedIn(model: Model, stretch: Stretch, head: number, text: string): WeighedWords[] {
  const adding = [...stretch.features].map(([feature, place]) => ({ ...place, weight: model.weights.get(feature)?.[head] ?? 0 })).filter((each) => each.weight > 0);
  const chosen: { start: number; end: number }[] = [];
  for (const each of adding.sort((one, other) => other.weight - one.weight || one.start - other.start)) {
    if (chosen.length < mostWeighed && chosen.every((known) => each.end <= known.start || each.start >= known.end)) chosen.push(each);
  }
  return chosen.sort((one, other) => one.start - other.start).map(({ start, end }) => ({ quote: text.slice(start, end), start }));
}
