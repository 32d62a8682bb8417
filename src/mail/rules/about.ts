import { clueWeights, leanings } from './about/clue-weights.ts';
import { mentionsOf } from './about/mentions.ts';
import { someOfStaff } from './about/some-of-staff.ts';
import { quoteOf, toldIn, weigh, type StaffAccused, type Told, type Weight, type Weighed } from './about/weigh-mentions.ts';
import type { AboutPerson, StaffEntry } from './understanding.ts';
import type { MailWords } from './words/mail-words.ts';

export interface Talk {
  about: AboutPerson[];
  targets: AboutPerson[];
  /** What is said of somebody at the school who is not named ("a TA in Year 2"), or null. */
  unnamed: string | null;
}

const closingLine = /^\W*(?:kind(?:est)? regards|best(?: wishes)?|regards|yours (?:sincerely|faithfully)|many thanks|thanks|thank you|warm(?:est)? regards|with thanks|sincerely|saludos|cordialement|cheers|sent from my \w+)\W*$/iu;

/**
 * Members of the school whom a mail may be about, so that they are not told; the first part is its subject. Clues around each name are weighed
 * (`about/clue-weights.ts`), beside what the model says of the mail: who does what to whom. A name in the greeting, the signature, thanks or a
 * request says nothing, and somebody whom others call names is the one hurt. In doubt `perhaps`: only that person is left out.
 */
export function whoIsItAbout(parts: readonly string[], staff: readonly StaffEntry[], words: MailWords, weight: Weight = 'light', ask: StaffAccused = null): Talk {
  const [subject = ''] = parts;
  const told = toldIn(parts.map(withoutClosing).join('\n\n'), parts.length > 1 ? subject : '', words, weight, ask);
  const people = staff.map((person) => ({ person, mentions: mentionsOf(person, staff, told.text, words.offices).map((mention) => weigh(mention, told)) })).filter(({ mentions }) => mentions.length > 0);
  const most = Math.max(...people.map(({ mentions }) => strongest(mentions).score), leanings.perhaps);
  const unnamed = someOfStaff(told);
  return {
    about: people.flatMap(({ person, mentions }) => aboutOf(person, mentions, told, Math.max(most, unnamed?.score ?? most))),
    targets: people.flatMap(({ person, mentions }) => targetOf(person, mentions, told)),
    unnamed: unnamed === null || unnamed.score < leanings.unnamed ? null : quoteOf(told.text, unnamed.mention),
  };
}

/** Whoever is only addressed is asked to act where somebody else is the one it is about. */
function aboutOf(person: StaffEntry, mentions: readonly Weighed[], told: Told, most: number): AboutPerson[] {
  const best = strongest(mentions);
  const isOnlyAddressed = mentions.every(({ clues }) => clues.has('greeted') || clues.has('you'));
  if (best.score < leanings.perhaps || (isOnlyAddressed && most > best.score)) return [];
  const isSure = best.score >= leanings.about;
  return [entry(person, best, told, !isSure ? 'perhaps' : best.mention.certain && !best.clues.has('quoted') && !best.clues.has('you') ? 'named' : 'maybe')];
}

function targetOf(person: StaffEntry, mentions: readonly Weighed[], told: Told): AboutPerson[] {
  const hurt = mentions.find(({ clues, score }) => (clues.has('attacked') || (told.inGroup && clues.has('quoted'))) && score < leanings.about);
  return hurt === undefined ? [] : [entry(person, hurt, told, hurt.mention.certain ? 'named' : 'maybe')];
}

function entry(person: StaffEntry, { mention }: Weighed, told: Told, certainty: AboutPerson['certainty']): AboutPerson {
  return { oid: person.oid, certainty, quote: quoteOf(told.text, mention), roles: person.roles };
}

/** The mention that says most; where the subject is the name alone, what is said below is said of the person all the more. */
function strongest(mentions: readonly Weighed[]): Weighed {
  const best = mentions.reduce((most, each) => (each.score > most.score ? each : most));
  const isHeaded = !best.clues.has('headline') && mentions.some(({ clues }) => clues.has('headline'));
  return isHeaded ? { ...best, score: best.score + clueWeights.headline } : best;
}

/** What stands below "Kind regards" is a name and an address, not talk. */
function withoutClosing(part: string): string {
  const lines = part.split('\n');
  const at = lines.findLastIndex((line) => closingLine.test(line));
  return at >= 0 && lines.length - at <= 15 ? lines.slice(0, at).join('\n') : part;
}
