import { namesIn, type NamedPerson } from './names-in-text.ts';

/** An adult whom a concern may be about. */
export type Adult = Omit<NamedPerson, 'start' | 'end'>;

const childBefore = /\b(?:son|daughter|child|boy|girl|kid|brother|sister|friend|pupil|little|named|baby|grandson|granddaughter|nephew|niece|mum of|dad of|mother of|father of|parents? of)[\s,]+(?:called\s+)?$/i;
const childAfter = /^(?:['’]s?\s+(?:mum|dad|mother|father|parents?|nan|class|teacher|birthday)|\s+(?:in|from)\s+(?:year|class|reception|nursery|\d)|\s*\((?:year|yr|y)?\s*\d|,\s*(?:year|aged)\b)/i;
/** To whom it was done: "called Mrs Adeyemi a liar" is not about Mrs Adeyemi. */
const doneTo = /\b(?:call(?:ed|ing|s)?|insult(?:ed|ing|s)?|abus(?:ed|ing|es)|mock(?:ed|ing|s)?|threaten(?:ed|ing|s)?|attack(?:ed|ing|s)?|bull(?:ied|ying|ies)|hit|hurt|push(?:ed|ing)?|shout(?:ed|ing|s)? at|sw(?:ore|orn|earing) at|rude to|horrible to|nasty to|things about|lies about|rumours about|jokes? about|lies spread about)\s+(?:my\s+(?:wife|husband|partner)\s+|poor\s+|our\s+(?:teacher|head)\s+)?$/i;

/**
 * The adults whom a mail may be about: named with a title or with first and last name, not a child, not somebody of the staff (whom `audience`
 * knows by id), and not only the one to whom it was done.
 */
export function adultsNamed(text: string, isStaff: (name: NamedPerson) => boolean): Adult[] {
  const about = namesIn(text).filter((name) => name.last !== '' && !isStaff(name) && !isChild(text, name) && !doneTo.test(text.slice(Math.max(0, name.start - 40), name.start)));
  return distinct(about);
}

/** A person whose name somebody wrote down: to whom a letter went, or about whom it is. */
export function adultCalled(name: string): Adult[] {
  return distinct(namesIn(`, ${name.trim()}`).filter(({ last }) => last !== ''));
}

function isChild(text: string, { start, end, title }: NamedPerson): boolean {
  return title === '' && (childBefore.test(text.slice(Math.max(0, start - 40), start)) || childAfter.test(text.slice(end, end + 40)));
}

export function distinct(people: readonly Adult[]): Adult[] {
  const seen = new Map(people.map(({ first, last, title, shown }) => [`${title} ${first} ${last}`, { first, last, title, shown }]));
  return [...seen.values()];
}
