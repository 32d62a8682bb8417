import type { CueHit } from './find-cues.ts';
import type { MailWords, ReadySign } from './words/mail-words.ts';
import { findPhrases, type PhraseHit, type PhraseList } from './words/phrases.ts';

/** So much is looked at for signs; a longer mail has said it by then. */
const enough = 60_000;
const longestQuote = 240;

type Places = (list: PhraseList) => readonly PhraseHit[];

/** Every sign of danger in a text, with the words from the first of its parts to the last. */
export function findSigns(text: string, { signs }: MailWords): CueHit[] {
  return signsIn(text, signs);
}

/** A request for data that does not call itself one, as the words that make it. */
export function findRequest(text: string, { requests }: MailWords): string | null {
  return signsIn(text, requests)[0]?.quote ?? null;
}

function signsIn(text: string, signs: readonly ReadySign[]): CueHit[] {
  const looked = text.slice(0, enough);
  const found = new Map<PhraseList, readonly PhraseHit[]>();
  const places: Places = (list) => {
    const known = found.get(list) ?? findPhrases(looked, list);
    found.set(list, known);
    return known;
  };
  return signs.flatMap((sign) => {
    const hit = firstHit(sign, places);
    return hit === null ? [] : [{ cue: sign.cue, quote: text.slice(hit.start, Math.min(hit.end, hit.start + longestQuote)) }];
  });
}

function firstHit(sign: ReadySign, places: Places): { start: number; end: number } | null {
  for (const hit of places(sign.words)) {
    const near = (list: PhraseList): readonly PhraseHit[] => places(list).filter((other) => within(hit, other, sign.span));
    const parts = together(hit, sign.all.map((list) => near(list)));
    if (parts === null || near(sign.unless).some((calm) => !parts.slice(1).some((part) => part.start === calm.start && part.end > calm.end))) continue;
    return { start: Math.min(...parts.map((part) => part.start)), end: Math.max(...parts.map((part) => part.end)) };
  }
  return null;
}

/** One of each list, the nearest first, no two of them on the same words. */
function together(hit: PhraseHit, others: readonly (readonly PhraseHit[])[]): PhraseHit[] | null {
  const parts = [hit];
  for (const candidates of others) {
    const nearest = [...candidates].sort((one, other) => Math.abs(one.start - hit.start) - Math.abs(other.start - hit.start));
    const free = nearest.find((each) => parts.every((part) => each.end <= part.start || each.start >= part.end));
    if (free === undefined) return null;
    parts.push(free);
  }
  return parts;
}

function within(hit: PhraseHit, other: PhraseHit, span: number): boolean {
  return other.start < hit.end + span && other.end > hit.start - span;
}
