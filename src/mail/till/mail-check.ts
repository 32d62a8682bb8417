import { londonDay } from '../../calendar/rules/london-time.ts';
import { loadConcern } from '../../concern/load-concern.ts';
import type { Person, Role } from '../../concern/rules/words-of-the-school.ts';
import { mayKnow } from '../../people/rules/may-know.ts';
import type { LedgerMail } from '../../ports.ts';
import type { School } from '../../school.ts';
import { countedIn, emptyDay, type MailDay } from './mail-day.ts';
import { unreadByDay } from './note-difference.ts';

const days = 14;
const seesUnread: readonly Role[] = ['office', 'slt', 'head', 'executive-head'];

/**
 * Mails in and their outcomes, by day received, newest first. Counts only mails that this person may know of, so that a number tells nothing.
 * `difference` is what has no outcome yet; for the office and the leaders it holds what lies in the mailbox unread as well.
 */
export async function mailCheck(school: School, person: Person): Promise<MailDay[]> {
  const now = school.clock.now();
  const mails = await known(school, person, await school.stores.ledger.receivedBetween(now - days * 86_400_000, now + 86_400_000));
  const byDay = new Map<string, MailDay>();
  for (const mail of mails) {
    const day = londonDay(mail.receivedAt);
    byDay.set(day, countedIn(byDay.get(day) ?? emptyDay(day), mail));
  }
  const unread = person.roles.some((role) => seesUnread.includes(role)) ? await unreadByDay(school) : {};
  for (const [day, count] of Object.entries(unread)) {
    const row = byDay.get(day) ?? emptyDay(day);
    byDay.set(day, { ...row, received: row.received + count, difference: row.difference + count });
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
