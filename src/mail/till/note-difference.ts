import { londonDay } from '../../calendar/rules/london-time.ts';
import type { School } from '../../school.ts';
import { unaccounted, type Unaccounted } from './balance-till.ts';

const kind = 'till';
const days = 14;
/** What is only being read has its outcome long before. */
const patienceMs = 15 * 60_000;
const mostNoted = 300;

/** When each email that has no outcome was first seen to have none, since when that is too long, and those that the ledger did not even know. */
interface Noted { first: Record<string, number>; tooLongSince: number | null; unread: Pick<Unaccounted, 'key' | 'receivedAt'>[] }

const nothing: Noted = { first: {}, tooLongSince: null, unread: [] };

/** Holds the ledger against the mailbox. Gives what has had no outcome for too long, and since when there is such an email. */
export async function noteDifference(school: School): Promise<{ late: Unaccounted[]; since: number | null }> {
  const open = await unaccounted({ ledger: school.stores.ledger, mailbox: school.mailbox, clock: school.clock, mail: school.settings.mail }, days);
  const now = school.clock.now();
  const before = await noted(school);
  const first = Object.fromEntries(open.slice(0, mostNoted).map(({ key }) => [key, before.first[key] ?? now]));
  const late = open.filter(({ key }) => now - (first[key] ?? now) >= patienceMs);
  const after: Noted = { first, tooLongSince: late.length === 0 ? null : before.tooLongSince ?? now, unread: open.filter((each) => !each.inLedger && !each.sent).slice(0, mostNoted).map(({ key, receivedAt }) => ({ key, receivedAt })) };
  if (JSON.stringify(after) !== JSON.stringify(before)) await school.stores.links.put(kind, 'noted', after);
  return { late, since: after.tooLongSince };
}

/** By day, how many emails lay in the mailbox when last looked and are not in the ledger yet. */
export async function unreadByDay(school: Pick<School, 'stores'>): Promise<Record<string, number>> {
  const { unread } = await noted(school);
  const known = await Promise.all(unread.map(({ key }) => school.stores.ledger.identityOfCopy(key)));
  return countByDay(unread.filter((_, index) => known[index] === null));
}

export function countByDay(mails: readonly Pick<Unaccounted, 'receivedAt'>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { receivedAt } of mails) counts[londonDay(receivedAt)] = (counts[londonDay(receivedAt)] ?? 0) + 1;
  return counts;
}

async function noted({ stores }: Pick<School, 'stores'>): Promise<Noted> {
  return { ...nothing, ...await stores.links.get(kind, 'noted') as Noted | null };
}
