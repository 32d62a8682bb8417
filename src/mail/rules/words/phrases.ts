import { tokensOf, type Token } from './tokens.ts';

/**
 * The small language that the word lists are written in, so that a school can add to them without knowing patterns: words
 * match whole and in any case, across line breaks and hyphens but not from one sentence into the next; `*` at a word's end stands
 * for any ending ("grab*"), `_` for one word, `...` for up to four words, `{staff}` for any phrase of the list of that name.
 * (Regular expressions of this size took a second a mail; this looks each word up.)
 */
export interface PhraseList {
  byWord: ReadonlyMap<string, readonly Phrase[]>;
  /** Phrases that begin with "grab*", by its first two letters. */
  byStart: ReadonlyMap<string, readonly Phrase[]>;
  anywhere: readonly Phrase[];
}

export interface PhraseHit { start: number; end: number; quote: string }

type Element = { kind: 'word' | 'start'; text: string } | { kind: 'any' | 'gap' } | { kind: 'set'; entries: readonly Phrase[] };
type Phrase = readonly Element[];

const longestGap = 4;

type NamedLists = Readonly<Record<string, readonly string[]>>;
type EntriesOf = (name: string) => readonly Phrase[];

/** Makes phrases ready that may name these lists. What holds the same phrases is made once, so that a text is searched for them once. */
export function phraseLists(named: NamedLists): (phrases: readonly string[]) => PhraseList {
  const entries = new Map<string, readonly Phrase[]>();
  const entriesOf: EntriesOf = (name) => {
    const known = entries.get(name) ?? spelledOut(named[name] ?? [], named).flatMap(asTyped).map((phrase) => parsePhrase(phrase, entriesOf));
    entries.set(name, known);
    return known;
  };
  const made = new Map<string, PhraseList>();
  return (phrases) => {
    const all = [...new Set(spelledOut(phrases, named))];
    const key = all.join('\n');
    const list = made.get(key) ?? listOf(all.flatMap(asTyped).map((phrase) => parsePhrase(phrase, entriesOf)));
    made.set(key, list);
    return list;
  };
}

/** Phrases that name no lists. */
export function phraseList(phrases: readonly string[]): PhraseList {
  return phraseLists({})(phrases);
}

/** A phrase that is nothing but a list's name stands for all of that list. */
function spelledOut(phrases: readonly string[], named: NamedLists): string[] {
  return phrases.flatMap((phrase) => {
    const name = nameOf(phrase.trim());
    return name === null ? [phrase] : spelledOut(named[name] ?? [], named);
  });
}

/** `{staff}` names the list `staff`; null for any other word. */
export function nameOf(word: string): string | null {
  return /^\{([\w-]+)\}$/.exec(word)?.[1] ?? null;
}

function listOf(phrases: readonly Phrase[]): PhraseList {
  const byWord = new Map<string, Phrase[]>();
  const byStart = new Map<string, Phrase[]>();
  const anywhere: Phrase[] = [];
  for (const phrase of phrases) {
    for (const first of firstElements(phrase)) {
      if (first.kind === 'word') put(byWord, first.text, phrase);
      else if (first.kind === 'start' && first.text.length >= 2) put(byStart, first.text.slice(0, 2), phrase);
      else anywhere.push(phrase);
    }
  }
  return { byWord, byStart, anywhere };
}

/** Every place where a phrase of the list stands, the longest at each. */
export function findPhrases(text: string, list: PhraseList): PhraseHit[] {
  const tokens = tokensOf(text);
  return tokens.flatMap((token, at) => {
    const last = tokens[longestAt(tokens, at, list) - 1];
    return last === undefined ? [] : [{ start: token.start, end: last.end, quote: text.slice(token.start, last.end) }];
  });
}

export function hasPhrase(text: string, list: PhraseList): boolean {
  const tokens = tokensOf(text);
  return tokens.some((_, at) => longestAt(tokens, at, list) > 0);
}

/** Index after the longest phrase that begins here, or 0. */
function longestAt(tokens: readonly Token[], at: number, list: PhraseList): number {
  const token = tokens[at];
  if (token === undefined) return 0;
  const candidates = [
    list.byWord.get(token.blind.word), token.stem === token.word ? undefined : list.byWord.get(token.blind.stem), list.byStart.get(token.word.slice(0, 2)), list.anywhere,
  ];
  let longest = 0;
  for (const phrases of candidates) for (const phrase of phrases ?? []) longest = Math.max(longest, endOf(tokens, at, phrase, 0, true));
  return longest;
}

/** Index after the phrase when it matches from `at`, else 0. `opening`: the first word may begin a sentence, no later one may. */
function endOf(tokens: readonly Token[], at: number, phrase: Phrase, from: number, opening: boolean): number {
  const element = phrase[from];
  if (element === undefined) return at;
  if (element.kind === 'gap') return endAfterGap(tokens, at, phrase, from);
  const token = tokens[at];
  if (token === undefined || (token.fresh && !opening)) return 0;
  if (element.kind === 'set') return endAfterSet(tokens, at, phrase, from, element.entries, opening);
  return matches(token, element) ? endOf(tokens, at + 1, phrase, from + 1, false) : 0;
}

function endAfterGap(tokens: readonly Token[], at: number, phrase: Phrase, from: number): number {
  for (let skipped = 0; skipped <= longestGap; skipped += 1) {
    const end = endOf(tokens, at + skipped, phrase, from + 1, false);
    if (end > 0) return end;
    if (tokens[at + skipped]?.fresh !== false) return 0;
  }
  return 0;
}

function endAfterSet(tokens: readonly Token[], at: number, phrase: Phrase, from: number, entries: readonly Phrase[], opening: boolean): number {
  let longest = 0;
  for (const entry of entries) {
    const end = endOf(tokens, at, entry, 0, opening);
    if (end > 0) longest = Math.max(longest, endOf(tokens, end, phrase, from + 1, false));
  }
  return longest;
}

function matches(token: Token, element: Element): boolean {
  if (element.kind === 'any') return true;
  if (element.kind === 'word') return token.blind.word === element.text || token.blind.stem === element.text;
  return element.kind === 'start' && token.word.startsWith(element.text);
}

/** Phones and haste leave apostrophes out: "dont", "hes". Not where that is another word ("well", "shell", "were"). */
const droppable = /\b(?:\w+n't|i'm|he's|she's|they're|you're|what's|that's|who's|there's|i've|we've|you've|they've|they'll|you'll)(?![\w'])/gi;

function asTyped(phrase: string): string[] {
  const bare = phrase.replace(droppable, (word) => word.replace("'", ''));
  return bare === phrase ? [phrase] : [phrase, bare];
}

function parsePhrase(phrase: string, entriesOf: EntriesOf): Phrase {
  return phrase.trim().split(/\s+/).flatMap((word): Element[] => {
    const name = nameOf(word);
    if (name !== null) return [{ kind: 'set', entries: entriesOf(name) }];
    if (word === '...') return [{ kind: 'gap' }];
    if (word === '_') return [{ kind: 'any' }];
    const parts = tokensOf(word);
    return parts.map((part, index) => (word.endsWith('*') && index === parts.length - 1 ? { kind: 'start', text: part.word } : { kind: 'word', text: part.blind.word }));
  });
}

function firstElements(phrase: Phrase): readonly Element[] {
  const first = phrase[0];
  if (first === undefined) return [];
  return first.kind === 'set' ? first.entries.flatMap(firstElements) : [first];
}

function put(map: Map<string, Phrase[]>, key: string, phrase: Phrase): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [phrase]);
  else if (there.at(-1) !== phrase) there.push(phrase);
}
