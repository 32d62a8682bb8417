import { tokensOf } from '../../mail/rules/words/tokens.ts';
import { commonWords } from './common-words.ts';
import { daysNamed } from './days-named.ts';
import { namesIn, openingWords, type NamedPerson } from './names-in-text.ts';
import { lineOf, type Line } from './same-passage.ts';
import { groupsNamed, platformsNamed } from './places-named.ts';

/** What is given of a concern, to compare it with others. */
export interface Told {
  ref: string;
  at: number;
  /** What was written, without who wrote it. */
  texts: readonly string[];
  subjects: readonly string[];
  /** Names of those who told us: never a reason, and never shown. */
  reporters: readonly string[];
  files: readonly string[];
}

/** A concern as far as it can be compared with another: who, where, when, in which words. */
export interface Account {
  ref: string;
  at: number;
  names: readonly NamedPerson[];
  /** Perhaps names: words with a capital that begin a sentence. */
  openings: ReadonlySet<string>;
  groups: ReadonlyMap<string, string>;
  platforms: ReadonlyMap<string, string>;
  days: ReadonlyMap<string, string>;
  /** What stands in quotation marks: normalised, and as it was written. */
  quotes: ReadonlyMap<string, string>;
  /** Words that tell something, by their stem. */
  words: ReadonlyMap<string, string>;
  line: Line;
  files: readonly string[];
  /** Words of the names of those who told us. */
  hidden: ReadonlySet<string>;
}

const greeting = /^\s*(?:dear|hi|hello|hiya|hey|good (?:morning|afternoon|evening)|to whom|fao|attn)\b.{0,80}$/gim;
const replaced = /\[(?:the person who told us|a telephone number|a name held back)\]/g;
const quotation = /["“”]([^"“”\n]{3,120})["“”]|[‘]([^‘’\n]{3,120})[’]|(?<=[\s(:])'([^'\n]{3,120})'(?=[\s.,;:!?)])/g;

export function accountOf(told: Told): Account {
  const text = told.texts.map(bare).join('\n\n');
  const all = [...told.subjects, text].join('\n\n');
  const hidden = new Set(told.reporters.flatMap((name) => tokensOf(name).map((token) => token.stem)));
  const names = namesIn(text).filter((name) => !hidden.has(name.last === '' ? name.first : name.last) && !(name.first !== '' && hidden.has(name.first)));
  const nameWords = new Set(names.flatMap((name) => [name.first, name.last]));
  return {
    ref: told.ref, at: told.at, names, openings: openingWords(text), groups: groupsNamed(all), platforms: platformsNamed(all), days: daysNamed(text, told.at), quotes: quotesIn(text),
    words: tellingWords(text, new Set([...nameWords, ...hidden])), line: lineOf(wordsInOrder(text)), files: told.files, hidden,
  };
}

/** Without the greeting, and without what stands where a name was taken out. */
function bare(text: string): string {
  return text.replace(greeting, '').replace(replaced, '\n\n');
}

function quotesIn(text: string): Map<string, string> {
  return new Map([...text.matchAll(quotation)].flatMap((match) => {
    const shown = (match[1] ?? match[2] ?? match[3] ?? '').trim().replace(/[.,!?;]+$/, '');
    const words = tokensOf(shown).map((token) => token.stem);
    return words.some((word) => !commonWords.has(word)) ? [[words.join(' '), shown] as const] : [];
  }));
}

function tellingWords(text: string, without: ReadonlySet<string>): Map<string, string> {
  return new Map(tokensOf(text).flatMap(({ word, stem }) => {
    const tells = stem.length >= 4 && /^\p{L}+$/u.test(stem) && !commonWords.has(stem) && !commonWords.has(word) && !without.has(stem) && !commonWords.has(stemOf(stem));
    return tells ? [[stemOf(stem), stem] as const] : [];
  }));
}

/** "liars" and "liar", "parked" and "parking" are one word here. */
export function stemOf(word: string): string {
  if (word.length > 6 && word.endsWith('ing')) return undoubled(word.slice(0, -3));
  if (word.length > 5 && word.endsWith('ed')) return undoubled(word.slice(0, -2));
  if (word.length > 5 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function undoubled(word: string): string {
  return /([b-df-hj-np-tv-z])\1$/.test(word) && !/(?:ll|ss)$/.test(word) ? word.slice(0, -1) : word;
}

function wordsInOrder(text: string): string[] {
  return tokensOf(text).flatMap((token) => (token.fresh ? ['', token.word] : [token.word]));
}
