import { cues, groupWords, maskedSwearing, otherParentWords, personWords, type Cue } from './words/cues.ts';
import { findPhrases, hasPhrase, phraseList, type PhraseHit, type PhraseList } from './words/phrases.ts';

export interface CueHit { cue: Cue; quote: string }

interface CompiledCue { cue: Cue; words: PhraseList; friends: PhraseList }

let compiled: CompiledCue[] | null = null;
const group = phraseList(groupWords);
const person = phraseList(personWords);
const otherParent = phraseList(otherParentWords);
const staffWord = phraseList(['{staff}', 'school', 'you']);
/** "Dear Mrs Whitlock," would stand as the doer of whatever follows. */
const greeting = /^[^\S\n]*(?:dear|hi|hello|hiya|hey|good (?:morning|afternoon|evening)|morning|afternoon|hola|estimad[oa]|bonjour|olá)\b[^,\n]{0,60}(?:,|$)/gimu;
const negation = /(?:^|[\s,])(?:no|not|never|nobody|without|nothing|isn't|wasn't|aren't|weren't|didn't|don't|doesn't|haven't|hasn't)\s+(?:\S+\s+){0,2}$/iu;

/** Is a chat, post or screenshot spoken of? */
export function speaksOfGroup(text: string): boolean {
  return hasPhrase(text, group);
}

/** Every cue in a text, in the order of the table, the first phrase of each. `withGroup`: a group is spoken of somewhere in the mail. */
export function findCues(text: string, withGroup: boolean): CueHit[] {
  const ungreeted = text.replace(greeting, (found) => '.'.padEnd(found.length, ' '));
  compiled ??= cues.map((cue) => ({ cue, words: phraseList(cue.phrases), friends: phraseList(cue.falseFriends) }));
  return compiled.flatMap((each) => {
    const hit = firstHit(ungreeted, each, withGroup);
    return hit === null ? [] : [{ cue: each.cue, quote: text.slice(hit.start, hit.end) }];
  });
}

function firstHit(text: string, { cue, words, friends }: CompiledCue, withGroup: boolean): PhraseHit | null {
  if (cue.needs === 'group' && !withGroup) return null;
  if (cue.needs === 'school' && (withGroup || hasPhrase(text, otherParent) || !hasPhrase(text, staffWord))) return null;
  const found = cue.id === 'T-SWEAR' ? [...findPhrases(text, words), ...maskedIn(text)] : findPhrases(text, words);
  if (found.length === 0) return null;
  const friendly = findPhrases(text, friends);
  return found.find((hit) => !friendly.some((friend) => overlaps(friend, hit)) && !isDenied(text, hit, cue) && hasCompany(text, hit, cue, withGroup)) ?? null;
}

function maskedIn(text: string): PhraseHit[] {
  return [...text.matchAll(maskedSwearing)].map((found) => ({ start: found.index, end: found.index + found[0].length, quote: found[0] }));
}

function overlaps(one: PhraseHit, other: PhraseHit): boolean {
  return one.start < other.end && other.start < one.end;
}

function isDenied(text: string, hit: PhraseHit, cue: Cue): boolean {
  return cue.negatable && negation.test(text.slice(Math.max(0, hit.start - 40), hit.start).replace(/[\u2018\u2019]/g, "'"));
}

function hasCompany(text: string, hit: PhraseHit, cue: Cue, withGroup: boolean): boolean {
  if (cue.needs !== 'person' && (cue.needs !== 'either' || withGroup)) return true;
  return hasPhrase(sentenceAround(text, hit), person);
}

/** The sentence that a phrase stands in; where a writer uses no stops, the nearest few hundred characters. */
export function sentenceAround(text: string, hit: { start: number; end: number }): string {
  const above = text.slice(Math.max(0, hit.start - 400), hit.start);
  const below = text.slice(hit.end, hit.end + 400);
  const before = Math.max(...['. ', '! ', '? ', '\n\n', '.\n', '!\n', '?\n'].map((end) => above.lastIndexOf(end))) + 1;
  const after = /[.!?](?:\s|$)|\n\n/.exec(below);
  return text.slice(hit.start - above.length + before, hit.end + (after === null ? below.length : after.index + 1)).trim();
}
