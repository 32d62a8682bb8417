import { isStaff, type Knowledge } from './author/authorship.ts';
import type { MailPerson, ParsedMail } from './mail.ts';

/** Where a mail was found, and whose mailbox it is. `inThread`: it answers a mail or a concern that is known. */
export interface Found extends Knowledge { schoolMailbox: string; inSentItems: boolean; inThread: boolean }

/**
 * Did people of the school write it by hand to somebody else? Whatever lies in Sent Items, what school@ wrote to somebody outside, and the
 * answer of a member of staff that went to school@ and to somebody outside. What school@ writes to itself alone (many copiers do) came in.
 */
export function isSentByHand(mail: ParsedMail, found: Found): boolean {
  if (found.inSentItems) return true;
  if (!goesOutside(mail, found)) return false;
  return mail.from?.email === found.schoolMailbox || (found.inThread && isStaff(mail.from, found));
}

/** Blind copies count: in Sent Items they are still there. */
export function goesOutside(mail: ParsedMail, known: Knowledge): boolean {
  return recipientsOf(mail).some((person) => person.email !== null && !isStaff(person, known));
}

export function recipientsOf(mail: ParsedMail): MailPerson[] {
  return [...mail.to, ...mail.cc, ...peopleIn(mail, 'bcc')];
}

/**
 * Whose hand it was: the Sender, where somebody wrote on behalf of school@, else the author. Null for school@ itself, which is what
 * Exchange writes for "send as": then nobody can tell.
 */
export function handOf(mail: ParsedMail, schoolMailbox: string): MailPerson | null {
  return [...peopleIn(mail, 'sender'), ...(mail.from === null ? [] : [mail.from])].find((person) => person.email !== schoolMailbox) ?? null;
}

const address = /([^\s<>"(),;:]+@[^\s<>"(),;:]+)/g;

function peopleIn(mail: ParsedMail, header: string): MailPerson[] {
  return mail.headers.filter((each) => each.name === header)
    .flatMap((each) => [...each.value.slice(0, 20_000).matchAll(address)].map((found) => ({ name: '', email: (found[1] ?? '').toLowerCase() })));
}
