import { sentenceAround, speaksOfGroup } from '../find-cues.ts';
import type { Mention } from '../somebody-else.ts';
import type { MailWords } from '../words/mail-words.ts';
import { hasPhrase } from '../words/phrases.ts';
import { clueWeights, mailWeights } from './clue-weights.ts';
import { cluesAt, type Clue } from './clues.ts';

/** The model's log odds that a text accuses staff; null where the model is switched off. */
export type StaffAccused = ((text: string) => number) | null;

/** `grave`: an allegation by its route; `complaint`: a complaint by its route. */
export type Weight = 'grave' | 'complaint' | 'light';

/** What somebody is said to do in words that another put about is worth less. */
const deeds: ReadonlySet<Clue> = new Set(['hurts', 'acts-on-us', 'acts', 'blamed']);
const hearsay = 0.4;

/** A mail as far as it matters here. */
export interface Told { text: string; subject: string; lean: number; inGroup: boolean; stoodUpFor: boolean; words: MailWords; ask: StaffAccused }

export interface Weighed { mention: Mention; clues: ReadonlySet<Clue>; score: number }

/** The model's answers are taken between these, and from the middle on: beyond, one more unit says nothing more. */
const [least, middle, most] = [-3.5, -2, 1.5];
/** Without the model, what a route alone tells of it. */
const withoutModel: Readonly<Record<Weight, number>> = { grave: 2, complaint: 0.5, light: -0.3 };

/** What leans the whole mail, apart from any name. */
export function toldIn(text: string, subject: string, words: MailWords, weight: Weight, ask: StaffAccused): Told {
  const inGroup = speaksOfGroup(text, words);
  const model = ask === null ? withoutModel[weight] : mailWeights.model * centred(ask(text));
  const route = weight === 'light' ? 0 : mailWeights[weight];
  const stoodUpFor = hasPhrase(text, words.lists['standing-up']);
  const tone = (hasPhrase(text, words.lists.hushed) ? mailWeights.hushed : 0) + (stoodUpFor ? mailWeights.stoodUpFor : 0);
  return { text, subject, inGroup, stoodUpFor, words, ask, lean: mailWeights.start + model + route + tone + (inGroup ? mailWeights.inGroup : 0) };
}

/** How far a mention leans towards "it is about this person": the sum of its clues, of what the model says of its sentences, and of the mail. */
export function weigh(mention: Mention, told: Told): Weighed {
  const clues = cluesAt(told.text, mention, told.subject, told.words);
  const worth = (clue: Clue): number => (clue === 'rumour' && told.stoodUpFor ? 0 : clues.has('quoted') && deeds.has(clue) ? hearsay : 1);
  const own = [...clues].reduce((sum, clue) => sum + clueWeights[clue] * worth(clue), 0);
  const near = told.ask === null || clues.has('headline') ? 0 : mailWeights.modelNear * centred(told.ask(sentencesFrom(told.text, mention)));
  const name = (mention.bare === null ? 0 : mailWeights.bareName) + (mention.several === true ? mailWeights.several : 0);
  return { mention, clues, score: told.lean + own + near + name };
}

/** The sentence of a mention without its greeting, and the one after it. */
function sentencesFrom(text: string, mention: Mention): string {
  const before = text.slice(Math.max(0, mention.start - 160), mention.start).split(/[.!?]\s|\n\n/).at(-1) ?? '';
  const after = text.slice(mention.end, mention.end + 800).split(/(?<=[.!?])\s|\n\n/).slice(0, 2).join(' ');
  return before.replace(/^\W*(?:dear|hi|hello)\b/i, '') + mention.quote + after.slice(0, 400);
}

function centred(score: number): number {
  return Math.max(least, Math.min(most, score)) - middle;
}

export function quoteOf(text: string, mention: Mention): string {
  return sentenceAround(text, mention).slice(0, 300);
}
