import type { CueHit } from './find-cues.ts';
import { foreignSigns, saidSigns } from './words/danger-said.ts';
import { signs as closeSigns, type Sign } from './words/danger.ts';
import { plainSigns } from './words/plain-danger.ts';
import { findPhrases, phraseList, type PhraseHit, type PhraseList } from './words/phrases.ts';
import { requestSigns } from './words/requests.ts';

const dangerSigns: readonly Sign[] = [...plainSigns, ...closeSigns, ...saidSigns, ...foreignSigns];
/** So much is looked at for signs; a longer mail has said it by then. */
const enough = 60_000;
const longestQuote = 240;

const lists = new Map<readonly string[], PhraseList>();
type Places = (list: readonly string[]) => readonly PhraseHit[];

/** Every sign of danger in a text, with the words from the first of its parts to the last. */
export function findSigns(text: string): CueHit[] {
  return signsIn(text, dangerSigns);
}

/** A request for data that does not call itself one, as the words that make it. */
export function findRequest(text: string): string | null {
  return signsIn(text, requestSigns)[0]?.quote ?? null;
}

function signsIn(text: string, signs: readonly Sign[]): CueHit[] {
  const looked = text.slice(0, enough);
  const found = new Map<readonly string[], readonly PhraseHit[]>();
  const places: Places = (list) => {
    const known = found.get(list) ?? findPhrases(looked, compiled(list));
    found.set(list, known);
    return known;
  };
  return signs.flatMap((sign) => {
    const hit = firstHit(sign, places);
    return hit === null ? [] : [{ cue: asCue(sign), quote: text.slice(hit.start, Math.min(hit.end, hit.start + longestQuote)) }];
  });
}

function firstHit(sign: Sign, places: Places): { start: number; end: number } | null {
  const [first = [], ...others] = sign.all;
  for (const hit of places(first)) {
    const near = (list: readonly string[]): readonly PhraseHit[] => places(list).filter((other) => within(hit, other, sign.span));
    const parts = together(hit, others.map((list) => near(list)));
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

function compiled(list: readonly string[]): PhraseList {
  const known = lists.get(list) ?? phraseList(list);
  lists.set(list, known);
  return known;
}

function asCue({ id, route, priority, clauses }: Sign): CueHit['cue'] {
  return { id, route, priority, clauses, needs: 'nothing', negatable: false, phrases: [], falseFriends: [] };
}
