import { basename, dirname } from 'node:path';
import { askModel } from '../../../src/mail/rules/model/ask-model.ts';
import { heads, type Head, type Model } from '../../../src/mail/rules/model/heads.ts';
import { understandMail } from '../../../src/mail/rules/read.ts';
import { figures } from '../figures.ts';
import { context, halfOf, type Reading } from '../read-labelled.ts';
import { printTable } from '../table.ts';
import { groupsOf } from './near-duplicates.ts';
import { trainModel } from './train-model.ts';
import type { TrainingText } from './training-texts.ts';
import type { WordVectors } from './word-vectors.ts';

const folds = 5;
/** Authors and audiences are no matter of the model. */
const ofWords = ['concerns kept from "set aside"', 'danger found', 'false P0 per mail without danger', 'false P1 per mail without danger', 'danger set aside', 'everyday mail that makes a card', 'complaints filed as misconduct', 'data requests found', 'data requests seen in other mail', 'office mail set aside', 'an acceptable route', 'an acceptable priority'];

/** Each text with a model that has not seen it. Which fifth it falls into depends on its name, or on that of the first text much like it, so that a new text moves hardly any other. */
export function unseenModels(texts: readonly TrainingText[], vectors: WordVectors): (text: TrainingText) => Model | null {
  const groups = groupsOf(texts);
  const foldOfText = ({ id }: TrainingText): number => foldOf(groups.get(id) ?? id);
  const models = Array.from({ length: folds }, (_, fold) => trainModel(texts.filter((text) => foldOfText(text) !== fold), vectors));
  return (text) => models[foldOfText(text)] ?? null;
}

function foldOf(id: string): number {
  let sum = 7;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 1_000_003;
  return sum % folds;
}

const shares = [0.005, 0.01, 0.02, 0.03, 0.05, 0.08, 0.15];

/** How well each head answers for texts it has not seen: what share of the yeses it finds when so many of the noes are taken for yeses, and from which score. */
export function printCurves(texts: readonly TrainingText[], modelFor: (text: TrainingText) => Model | null): void {
  const scores = texts.map((text) => { const model = modelFor(text); return model === null ? null : askModel(model, text.text, text.hits).scores; });
  console.log(`${'found among yeses at falsely found of'.padEnd(38)}${shares.map((share) => `${String(100 * share)} %`.padStart(15)).join('')}`);
  for (const head of heads) {
    const of = (yes: boolean): number[] => texts.flatMap((text, index) => (text.marks[head] === yes ? scores[index]?.[head] ?? [] : []));
    printHead(head, of(true), of(false));
  }
}

function printHead(head: Head, yeses: readonly number[], noes: readonly number[]): void {
  const sorted = [...noes].sort((one, other) => other - one);
  const cells = shares.map((share) => {
    const from = sorted[Math.floor(share * sorted.length)] ?? 0;
    return `${(100 * yeses.filter((each) => each > from).length / yeses.length).toFixed(0)} % (${from.toFixed(2)})`.padStart(15);
  });
  console.log(`${head.padEnd(8)}${`${String(yeses.length)} yes, ${String(noes.length)} no`.padEnd(30)}${cells.join('')}`);
}

/** Plain texts that nobody has learnt from, as the product reads them. */
export function printNotLearnt(texts: readonly TrainingText[]): void {
  printTable([{ name: 'not learnt', readings: texts.map((text) => readingOf(text, 'shipped')) }], false, figures.filter(({ name }) => ofWords.includes(name)));
}

/** The figures of word lists and model together, for texts that the model has not seen; on mails with odd numbers the lists were tuned. */
export function printFigures(texts: readonly TrainingText[], modelFor: (text: TrainingText) => Model | null, withMisses: boolean): void {
  const readings = texts.map((text) => readingOf(text, modelFor(text)));
  const columns = [
    { name: 'plain texts', readings: readings.filter(({ part }) => part === 'texts') },
    ...(['tuned', 'held out'] as const).map((half) => ({ name: `mails ${half}`, readings: readings.filter((each) => each.part !== 'texts' && each.half === half) })),
    { name: 'texts, held out', readings: readings.filter(({ part, half }) => part === 'texts' || half !== 'tuned') },
  ];
  printTable(withMisses ? columns.slice(0, 3) : columns, withMisses, figures.filter(({ name }) => ofWords.includes(name)));
}

/** Read with that model, with none (null), or with the one that is shipped. */
function readingOf({ id, mail, label }: TrainingText, model: Model | null | 'shipped'): Reading {
  const isMail = id.endsWith('.eml');
  return {
    part: isMail ? basename(dirname(id)) : 'texts', label, half: isMail ? halfOf(dirname(id), basename(id)) : 'tuned',
    understood: understandMail(mail, { ...context, ...(model === 'shipped' ? {} : { model }) }), audience: null, crash: null, milliseconds: 0,
  };
}
