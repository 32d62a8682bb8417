import { commonWords, notNames } from './common-words.ts';

/** Somebody whom a text names. `last` is empty where only a first name stands. All in small letters but `shown`. */
export interface NamedPerson {
  first: string;
  last: string;
  title: string;
  /** As it stands in the text. */
  shown: string;
  start: number;
  end: number;
}

const title = '(?:(Mr|Mrs|Ms|Miss|Mx|Dr|Sir)\\.?[ \\t]+)?';
const word = '(?!(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir)\\b)\\p{Lu}[\\p{L}\\p{M}]*(?:[\'’-]\\p{L}[\\p{L}\\p{M}]*)*';
const pattern = new RegExp(`(?<![\\p{L}\\p{N}@.'’])${title}(${word}(?:[ \\t]+${word}){0,2})(?![\\p{L}\\p{N}@])`, 'gu');

/** Told, asked or thanked: somebody to whom the matter was brought, and whom two accounts of different things may well share. */
const toldBefore = /\b(?:told|tell|telling|spoke|spoken|speak|speaking|talk|talked|asked|ask|emailed|email|reported|mentioned|complained|informed|copied|cc|thank|thanks|grateful|meet|met|see|seen|saw|rang|phoned|called in|contacted|wrote|written)\b(?:\s+(?:to|it|this|that|with|by|the|our|your|head|deputy|teacher|him|her))*\s+$/i;

/**
 * The people whom a text names: with a title, with first and last name, or by one name in the middle of a sentence. A capital at the
 * beginning of a sentence is no name by itself, and somebody who was only told of it is left out.
 */
export function namesIn(text: string): NamedPerson[] {
  const found = foundIn(text);
  const inside = new Set(found.filter((each) => each.sure).flatMap(({ person }) => [person.first, person.last]));
  return found.filter(({ sure, person }) => sure || inside.has(person.first)).map(({ person }) => person)
    .filter(({ start }) => !toldBefore.test(text.slice(Math.max(0, start - 60), start)));
}

/** Words with a capital that begin a sentence: names, where another text has them in the middle of one. */
export function openingWords(text: string): Set<string> {
  return new Set(foundIn(text).filter(({ sure }) => !sure).map(({ person }) => person.first));
}

function foundIn(text: string): Found[] {
  return [...text.matchAll(pattern)].flatMap((match) => personAt(text, match));
}

interface Found { person: NamedPerson; sure: boolean }

function personAt(text: string, match: RegExpExecArray): Found[] {
  const titled = (match[1] ?? '').toLowerCase();
  const trimmed = withoutOthers((match[2] ?? '').split(/[ \t]+/), titled !== '');
  const [first = '', ...rest] = trimmed.words.map((each) => plain(each));
  const last = rest.at(-1) ?? '';
  if (first.length < 2 || (titled === '' && trimmed.words.every(isShouted))) return [];
  const start = match.index + match[0].length - (match[2] ?? '').length + trimmed.skipped;
  const shownFrom = titled === '' || trimmed.skipped > 0 ? start : match.index;
  const end = start + trimmed.words.join(' ').length;
  const person: NamedPerson = titled !== '' && last === ''
    ? { first: '', last: first, title: titled, shown: '', start: shownFrom, end }
    : { first, last, title: titled, shown: '', start: shownFrom, end };
  const sure = titled !== '' || last !== '' || !beginsSentence(text, start);
  return [{ person: { ...person, shown: text.slice(shownFrom, end).replace(/\s+/g, ' ').replace(/['’]s?$/, '') }, sure }];
}

/** "Yesterday Kevin Doyle": the first word names nobody; "Kevin Doyle WhatsApp" ends with the name. */
function withoutOthers(words: readonly string[], titled: boolean): { words: string[]; skipped: number } {
  const isOther = (each: string): boolean => notNames.has(each.toLowerCase().replace(/’/g, '\'').replace(/'s$/, '')) || (!titled && commonWords.has(each.toLowerCase()));
  const from = titled ? 0 : words.findIndex((each) => !isOther(each));
  if (from < 0) return { words: [], skipped: 0 };
  const rest = words.slice(from);
  const to = rest.findIndex((each, index) => (index > 0 || titled) && isOther(each));
  return { words: to < 0 ? rest : rest.slice(0, to), skipped: words.slice(0, from).reduce((sum, each) => sum + each.length + 1, 0) };
}

function plain(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').replace(/’/g, '\'').toLowerCase().replace(/'s?$/, '');
}

function isShouted(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase();
}

function beginsSentence(text: string, start: number): boolean {
  return start === 0 || /(?:[.!?:…]["'”’)]*\s+|\n\s*|["“‘(•*-]\s*)$/u.test(text.slice(Math.max(0, start - 6), start));
}
