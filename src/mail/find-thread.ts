import { sha256 } from '../concern/chain.ts';
import { loadConcern } from '../concern/load-concern.ts';
import type { Audience } from '../concern/rules/concern.ts';
import type { LedgerMail } from '../ports.ts';
import type { School } from '../school.ts';
import type { ParsedMail } from './rules/mail.ts';

/** What a mail answers: the concern, or a mail that is none yet; and who may know of that. */
export interface Thread { concern: string | null; audience: Audience }

/** By our reference, or by the Message-ID of a mail that is known; never by subject alone. */
export async function findThread(school: School, parsed: Pick<ParsedMail, 'inReplyTo' | 'references'>, replyTo: string | null): Promise<Thread | null> {
  const byReference = replyTo === null ? null : await raised(school, replyTo);
  if (byReference !== null) return byReference;
  const answered = await knownMails(school, [parsed.inReplyTo, ...parsed.references.toReversed()].filter((each) => each !== null));
  const mail = answered.find((each) => each.concern !== null) ?? answered[0];
  return mail === undefined ? null : threadOf(school, mail);
}

/** The thread that a known mail began or belongs to. */
export async function threadOf(school: School, mail: LedgerMail): Promise<Thread> {
  const found = mail.concern === null ? null : await raised(school, mail.concern);
  return found ?? { concern: mail.concern, audience: mail.audience };
}

/** Null for a number that nobody has used, or that was taken a moment ago. */
async function raised(school: School, ref: string): Promise<Thread | null> {
  const { concern } = await loadConcern(school.stores.log, ref);
  return concern.status === 'none' ? null : { concern: ref, audience: concern.audience };
}

async function knownMails(school: School, messageIds: readonly string[]): Promise<LedgerMail[]> {
  const { ledger } = school.stores;
  const mails: LedgerMail[] = [];
  for (const id of new Set(messageIds)) {
    const identity = await ledger.identityOfMessageId(sha256(id));
    const found = identity === null ? null : await ledger.find(identity);
    if (found !== null) mails.push(found.mail);
  }
  return mails;
}
