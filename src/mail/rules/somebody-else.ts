import { sentenceAround } from './find-cues.ts';
import type { StaffEntry } from './understanding.ts';

/** A place where a name or an office stands. */
export interface Mention {
  start: number;
  end: number;
  quote: string;
  certain: boolean;
  /** Only a first or last name, without title or company: children and parents bear them too. */
  bare: 'first' | 'last' | null;
  /** "The governors", "senior leadership": several at once. */
  several?: true;
}

const notTheHead = /\b(?:deputy|assistant|executive|exec|former|previous|old)[\s-]+$/i;
/** "no relation to your Olive", "not your Mr Bell", "was a headmistress herself", "their old head teacher". */
const notOurs = /\b(?:not|isn't|no relation to|nothing to do with)\s+(?:your|our|the)\s+$|\b(?:an?|another|former|retired|previous|their)\s+(?:\w+\s+)?$/i;
const notOursAfter = /^\s*[,(]?\s*(?:no relation|not related|not (?:your|our|the) (?:mr|mrs|miss|ms|teacher|head|one)\b)/i;
const childBefore = /\b(?:son|daughter|child|boy|girl|kid|brother|sister|friend|pupil|little|called|named|baby|grandson|granddaughter|nephew|niece|mum of|dad of|mother of|father of)[\s,]+$/i;
const childAfter = /^(?:['’]s?\s+(?:mum|dad|mother|father|parents?|nan|class|teacher|birthday)|\s+(?:in|from)\s+(?:year|class|reception|nursery|\d)|\s*\((?:year|yr|y)?\s*\d|\s*[(,]\s*(?:(?:\p{L}+['’]s|his|her|their|the|a|one of the)\s+)?(?:mum|dad|mother|father|parent|stepdad|stepmum|nan|pta)\b|,\s*(?:year|aged)\b)/iu;
const titleBefore = /\b(?:mr|mrs|ms|miss|mx|dr|sir|dame|señora?|sra?|mme|madame|monsieur)\.?\s+$/i;

/** "deputy head" is not the head, a bumped head neither, "Tom Baker" is not Tom Ashby, and "my son Daniel" not the deputy. */
export function isSomebodyElse(mention: Mention, text: string, person: StaffEntry): boolean {
  const before = text.slice(Math.max(0, mention.start - 40), mention.start);
  const after = text.slice(mention.end, mention.end + 40);
  if (notOurs.test(before) || notOursAfter.test(after)) return true;
  if (/^(?:the |your |our )?head/i.test(mention.quote)) return isOtherHead(mention, text, before, after);
  if (mention.bare === 'first') return childBefore.test(before) || childAfter.test(after) || hasOtherSurname(after, person);
  return mention.bare === 'last' && (hasOtherFirstName(before, person) || childAfter.test(after));
}

function isOtherHead(mention: Mention, text: string, before: string, after: string): boolean {
  if (notTheHead.test(before)) return true;
  if (!/^the head$/i.test(mention.quote)) return false;
  if (/^\s+(?:lice|boy|girl|start|of (?!school|the school|grove))/i.test(after)) return true;
  return /\b(?:on|in|over|off|hit|hurt|around|across|bumped|banged|kicked)\s+$/i.test(before) && /\b(?:hits?|hurts?|bump\w*|bang\w*|kick\w*|punch\w*|ball|cut|stitches)\b/i.test(sentenceAround(text, mention));
}

function hasOtherSurname(after: string, person: StaffEntry): boolean {
  const next = /^\s+(\p{Lu}\p{Ll}+)/u.exec(after)?.[1];
  return next !== undefined && !person.displayName.includes(next);
}

function hasOtherFirstName(before: string, person: StaffEntry): boolean {
  const previous = /(?:^|[\s(])(\p{Lu}\p{Ll}+)\s+$/u.exec(before)?.[1];
  return previous !== undefined && !titleBefore.test(before) && !person.displayName.includes(previous) && !/[.!?]\s+\p{Lu}\p{Ll}+\s+$/u.test(before);
}
