import { namePatternsOf } from '../name-patterns.ts';
import { isSomebodyElse, type Mention } from '../somebody-else.ts';
import type { StaffEntry } from '../understanding.ts';
import type { MailWords } from '../words/mail-words.ts';

/** Whom parents call by first name without more. Children are called Daniel and Tom, so others need a further sign. */
const firstNamed = ['head', 'executive-head', 'safeguarding-lead', 'chair', 'office'] as const;
/** "Tom who teaches 4 Maple". */
const ofStaff = /\b(?:who (?:teaches|works|runs|does)|teaches|teacher|the staff|at swimming|class|in the office|the lead|colleague|deputy|assistant)\b/i;

/** A mail that names somebody more often says nothing new. */
export const mostMentions = 40;
/** "One of your governors" is one person. */
const oneOfMany = /^(?:an?|one)\b/i;

/** Every place where a mail means this person, in order. */
export function mentionsOf(person: StaffEntry, staff: readonly StaffEntry[], text: string, offices: MailWords['offices']): Mention[] {
  const found = namePatternsOf(person, staff, offices).flatMap(({ find, ...how }) => find(text).slice(0, mostMentions).map((hit): Mention => oneOfMany.test(hit.quote) ? { ...hit, certain: how.certain, bare: how.bare } : { ...hit, ...how }));
  const isKnown = found.some((mention) => mention.bare === null) || person.roles.some((role) => firstNamed.some((each) => each === role));
  const others = found.filter((mention) => isSomebodyElse(mention, text, person));
  // Where one Marcus is "Isla's dad", no other bare Marcus of the mail is ours.
  const isShared = others.some((mention) => mention.bare === 'first') && !found.some((mention) => mention.bare === null);
  const mine = found.filter((mention) => (mention.bare !== 'first' || (!isShared && (isKnown || saysStaff(text, mention)))) && !others.includes(mention));
  // "Ashby" inside "Mr Ashby" is the same mention, better known.
  const own = mine.filter((mention) => !mine.some((wider) => wider !== mention && wider.start <= mention.start && wider.end >= mention.end && wider.end - wider.start > mention.end - mention.start));
  return own.sort((one, other) => one.start - other.start || Number(other.certain) - Number(one.certain)).slice(0, mostMentions);
}

function saysStaff(text: string, mention: Mention): boolean {
  return ofStaff.test(text.slice(mention.end, mention.end + 40));
}
