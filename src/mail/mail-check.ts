import { londonDay } from '../calendar/rules/london-time.ts';
import { loadConcern } from '../concern/load-concern.ts';
import type { Person } from '../concern/rules/words-of-the-school.ts';
import { mayKnow } from '../people/rules/may-know.ts';
import type { LedgerMail } from '../ports.ts';
import type { School } from '../school.ts';

export interface MailDay { day: string; received: number; byOutcome: Record<string, number>; difference: number }

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
    const row = byDay.get(day) ?? { day, received: 0, byOutcome: {}, difference: 0 };
    row.received += 1;
    row.byOutcome[mail.outcome] = (row.byOutcome[mail.outcome] ?? 0) + 1;
    if (mail.outcome === 'pending') row.difference += 1;
    byDay.set(day, row);
  }
  return [...byDay.values()].sort((a, b) => b.day.localeCompare(a.day));
}

/** A concern that was narrowed since takes its mails with it. */
async function known(school: School, person: Person, mails: readonly LedgerMail[]): Promise<LedgerMail[]> {
  const refs = [...new Set(mails.map((mail) => mail.concern).filter((ref) => ref !== null))];
  const concerns = await Promise.all(refs.map(async (ref) => (await loadConcern(school.stores.log, ref)).concern));
  const hidden = new Set(concerns.filter((concern) => concern.status !== 'none' && !mayKnow(person, concern)).map((concern) => concern.ref));
  return mails.filter((mail) => mayKnow(person, mail) && !hidden.has(mail.concern ?? ''));
}
