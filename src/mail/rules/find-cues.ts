import type { MailWords, ReadyCue } from './words/mail-words.ts';
import { findPhrases, hasPhrase, type PhraseHit } from './words/phrases.ts';
import type { Cue } from './words/words-data.ts';

export interface CueHit { cue: Cue; quote: string }

/** A swear word with stars in it: "f***", "sh*t". Marks such as A* are no swearing. */
const maskedSwearing = /(?<![\p{L}\p{N}*])[a-z]{1,2}(?:[*#@$]{2,5}[a-z]{0,5}|[*#$][a-z]{2,5})(?![\p{L}\p{N}*])/giu;
/** "Dear Mrs Whitlock," would stand as the doer of whatever follows. */
const greeting = /^[^\S\n]*(?:dear|hi|hello|hiya|hey|good (?:morning|afternoon|evening)|morning|afternoon|hola|estimad[oa]|bonjour|olá)\b[^,\n]{0,60}(?:,|$)/gimu;
const negation = /(?:^|[\s,])(?:no|not|never|nobody|without|nothing|isn't|wasn't|aren't|weren't|didn't|don't|doesn't|haven't|hasn't)\s+(?:\S+\s+){0,2}$/iu;

/** Is a chat, post or screenshot spoken of? */
export function speaksOfGroup(text: string, { lists }: MailWords): boolean {
  return hasPhrase(text, lists.group);
}

/** Every cue in a text, in the order of the table, the first phrase of each. `withGroup`: a group is spoken of somewhere in the mail. */
export function findCues(text: string, withGroup: boolean, words: MailWords): CueHit[] {
  const ungreeted = text.replace(greeting, (found) => '.'.padEnd(found.length, ' '));
  return words.cues.flatMap((each) => {
    const hit = firstHit(ungreeted, each, withGroup, words);
    return hit === null ? [] : [{ cue: each.cue, quote: text.slice(hit.start, hit.end) }];
  });
}

function firstHit(text: string, ready: ReadyCue, withGroup: boolean, { lists }: MailWords): PhraseHit | null {
  const { cue, needs, words, friends } = ready;
  if (needs === 'group' && !withGroup) return null;
  if (needs === 'school' && (withGroup || hasPhrase(text, lists['other-parent']) || !hasPhrase(text, lists.school))) return null;
  const found = cue.id === 'T-SWEAR' ? [...findPhrases(text, words), ...maskedIn(text)] : findPhrases(text, words);
  if (found.length === 0) return null;
  const friendly = findPhrases(text, friends);
  const hasCompany = (hit: PhraseHit): boolean => (needs !== 'person' && (needs !== 'either' || withGroup)) || hasPhrase(sentenceAround(text, hit), lists.person);
  return found.find((hit) => !friendly.some((friend) => overlaps(friend, hit)) && !(ready.negatable && isDenied(text, hit)) && hasCompany(hit)) ?? null;
}

function maskedIn(text: string): PhraseHit[] {
  return [...text.matchAll(maskedSwearing)].map((found) => ({ start: found.index, end: found.index + found[0].length, quote: found[0] }));
}

function overlaps(one: PhraseHit, other: PhraseHit): boolean {
  return one.start < other.end && other.start < one.end;
}

function isDenied(text: string, hit: PhraseHit): boolean {
  return negation.test(text.slice(Math.max(0, hit.start - 40), hit.start).replace(/[\u2018\u2019]/g, "'"));
}

/** The sentence that a phrase stands in; where a writer uses no stops, the nearest few hundred characters. */
export function sentenceAround(text: string, hit: { start: number; end: number }): string {
  const above = text.slice(Math.max(0, hit.start - 400), hit.start);
  const below = text.slice(hit.end, hit.end + 400);
  const before = Math.max(...['. ', '! ', '? ', '\n\n', '.\n', '!\n', '?\n'].map((end) => above.lastIndexOf(end))) + 1;
  const after = /[.!?](?:\s|$)|\n\n/.exec(below);
  return text.slice(hit.start - above.length + before, hit.end + (after === null ? below.length : after.index + 1)).trim();
}
