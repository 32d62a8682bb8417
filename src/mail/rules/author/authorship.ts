import { domainOf, type MailPerson } from '../mail.ts';
import type { ReadingContext } from '../understanding.ts';

/** Who wrote a mail, who sent it on, and which words are whose. */
export interface Authorship {
  author: MailPerson | null;
  forwarder: MailPerson | null;
  confidence: number;
  /** How the author is known, in words for whoever may know who it is. */
  evidence: string;
  /** The author's mail, still with the history below it. */
  words: string;
  subject: string;
  /** What forwarders put above it. */
  comment: string;
  isReply: boolean;
  /** Whose matter it is: somebody outside who sends on what another wrote, with a story of their own, tells us of it; the writer does not. */
  told: 'author' | 'forwarder';
}

export type Knowledge = Pick<ReadingContext, 'staffDomains' | 'staff' | 'trust'>;

export function isStaff(person: MailPerson | null, context: Knowledge): boolean {
  const email = person?.email ?? null;
  if (email === null) return false;
  return context.staffDomains.includes(domainOf(email)) || context.staff.some((each) => each.mail.toLowerCase() === email);
}

export function samePerson(one: MailPerson | null, other: MailPerson | null): boolean {
  if (one === null || other === null) return false;
  if (one.email !== null && other.email !== null) return one.email === other.email;
  return one.name !== '' && one.name.toLowerCase() === other.name.toLowerCase();
}
