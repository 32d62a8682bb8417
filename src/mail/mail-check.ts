import { londonDay } from '../calendar/rules/london-time.ts';
import { loadConcern } from '../concern/load-concern.ts';
import type { Person } from '../concern/rules/words-of-the-school.ts';
import { mayKnow } from '../people/rules/may-know.ts';
import type { LedgerMail } from '../ports.ts';
import type { School } from '../school.ts';

/** What people sent by hand is apart: it is no mail that came in. */
export interface MailDay { day: string; received: number; byOutcome: Record<string, number>; difference: number; sentByHand: number }

const days = 14;

/**
 * Mails in and their outcomes, by day received, newest first. Counts only mails that this person may know of, so that a number tells nothing.
 * `difference` is what has no outcome yet.
 */
export async function mailCheck(school: School, person: Person): Promise<MailDay[]> {
  const now = school.clock.now();
  const mails = await known(school, person, await school.stores.ledger.receivedBetween(now - days * 86_400_000, now + 86_400_000));
  const byDay = new Map<string, MailDay>();
  for (const mail of mails) {
    const day = londonDay(mail.receivedAt);
    byDay.set(day, countedIn(byDay.get(day) ?? { day, received: 0, byOutcome: {}, difference: 0, sentByHand: 0 }, mail));
  }
  return [...byDay.values()].sort((a, b) => b.day.localeCompare(a.day));
}

/** The day with one more mail. What was sent and is not written down yet is a difference too. */
export function countedIn<Day extends MailDay>(row: Day, mail: LedgerMail): Day {
  const difference = row.difference + (mail.outcome === 'pending' ? 1 : 0);
  if (mail.sent === true) return { ...row, difference, sentByHand: row.sentByHand + 1 };
  return { ...row, difference, received: row.received + 1, byOutcome: { ...row.byOutcome, [mail.outcome]: (row.byOutcome[mail.outcome] ?? 0) + 1 } };
}

/** A concern that was narrowed since takes its mails with it. */
async function known(school: School, person: Person, mails: readonly LedgerMail[]): Promise<LedgerMail[]> {
  const refs = [...new Set(mails.map((mail) => mail.concern).filter((ref) => ref !== null))];
  const concerns = await Promise.all(refs.map(async (ref) => (await loadConcern(school.stores.log, ref)).concern));
  const hidden = new Set(concerns.filter((concern) => concern.status !== 'none' && !mayKnow(person, concern)).map((concern) => concern.ref));
  return mails.filter((mail) => mayKnow(person, mail) && !hidden.has(mail.concern ?? ''));
}
