import { genderBlind } from './gender-blind.ts';

/** One word of a text, lower case with typewriter apostrophes, and where it stands. */
export interface Token {
  word: string;
  /** Without a possessive: "teacher's" is also "teacher". */
  stem: string;
  /** Both as phrases are compared: he for she, mum for dad. */
  blind: { word: string; stem: string };
  start: number;
  end: number;
  /** A sentence or paragraph ended just before: no phrase runs across. */
  fresh: boolean;
}

/** Words with their inner apostrophes; emoji and per cent signs stand alone; hyphens part words. */
const words = /[\p{L}\p{M}\p{N}]+(?:['\u2019\u2018\u02bc\u00b4`][\p{L}\p{N}]+)*|\p{Extended_Pictographic}|%/gu;
const ended = /[.!?…](?:["'”’)\]]*\s|$)|\n[^\S\n]*\n/;

/** The same sentences are looked at with several lists in a row. */
const recent = new Map<string, readonly Token[]>();

export function tokensOf(text: string): readonly Token[] {
  const known = recent.get(text);
  if (known !== undefined) return known;
  if (recent.size > 64) recent.clear();
  const tokens = split(text);
  recent.set(text, tokens);
  return tokens;
}

function split(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const found of text.matchAll(words)) {
    const word = found[0].toLowerCase().replace(/[\u2019\u2018\u02bc\u00b4`]/g, "'");
    const end = found.index + found[0].length;
    const stem = word.replace(/'s$/, '');
    tokens.push({ word, stem, blind: { word: genderBlind(word), stem: genderBlind(stem) }, start: found.index, end, fresh: last === 0 || ended.test(text.slice(last, found.index)) });
    last = end;
  }
  return tokens;
}
