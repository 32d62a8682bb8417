import { signatureNames } from '../../../evidence/rules/signature.ts';
import type { MailPerson, ParsedMail } from '../mail.ts';
import { isStaff, samePerson, type Knowledge } from './authorship.ts';
import { isDevice } from './device.ts';
import { headerBlocks } from './header-block.ts';
import { linesOf } from './lines-of.ts';

/** More than a person can choose from at a glance is no help. */
const most = 5;
const longestText = 100_000;

/**
 * Who may have written a mail of which nobody can tell, the likeliest first: the innermost mail sent on, mails hung on it, whoever
 * signed, whom to answer, who sent it. Never a device, the school's own people or its mailbox: they handed it on.
 */
export function candidatesFor(mail: ParsedMail, context: Knowledge): MailPerson[] {
  const named = peopleNamedIn(mail).filter((person) => !isDevice(person) && !isOfSchool(person, context));
  return withoutShortForms(unique(named)).slice(0, most);
}

function peopleNamedIn(mail: ParsedMail): MailPerson[] {
  const text = mail.text.slice(0, longestText);
  const sentOn = headerBlocks(linesOf(text)).map((block) => block.from).filter((person) => person !== null).reverse();
  const signed = signatureNames(text).reverse().map((name): MailPerson => ({ name, email: null }));
  return [...sentOn, ...mail.nested.flatMap((each) => peopleNamedIn(each.mail)), ...signed, ...mail.replyTo, ...(mail.from === null ? [] : [mail.from])]
    .filter(({ name, email }) => name.trim() !== '' || email !== null);
}

function isOfSchool(person: MailPerson, context: Knowledge): boolean {
  return isStaff(person, context) || context.staff.some((each) => each.displayName.toLowerCase() === person.name.toLowerCase());
}

/** One who stands there twice, with an address once, is offered with it, in the first place of the two. */
function unique(people: readonly MailPerson[]): MailPerson[] {
  return people.reduce<MailPerson[]>((kept, person) => {
    const at = kept.findIndex((each) => samePerson(each, person));
    if (at === -1) return [...kept, person];
    return kept.map((each, index) => (index === at ? { name: each.name === '' ? person.name : each.name, email: each.email ?? person.email } : each));
  }, []);
}

/** Whoever signs "Amara" below a mail of Amara Nwosu is the same. */
function withoutShortForms(people: readonly MailPerson[]): MailPerson[] {
  return people.filter((person) => person.email !== null || !people.some((other) => other !== person && includesName(other.name, person.name)));
}

function includesName(whole: string, part: string): boolean {
  const words = wordsOf(whole);
  return wordsOf(part).length < words.length && wordsOf(part).every((word) => words.includes(word));
}

function wordsOf(name: string): string[] {
  return name.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
