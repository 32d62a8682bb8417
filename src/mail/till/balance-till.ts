import { londonDay } from '../../calendar/rules/london-time.ts';
import type { Clock, Ledger, LedgerMail, Mailbox, MailListed } from '../../ports.ts';
import { copyHashOf } from '../reading/arrived.ts';
import { countedIn, emptyDay, type MailDay } from './mail-day.ts';

/** One day of the till: `difference` is what the mailbox holds and the ledger has no outcome for. */
export interface TillDay extends MailDay {
  /** How many copies came of the day's emails beyond the first of each. */
  copies: number;
  deletedBeforeRead: number;
}

export interface TillBooks { ledger: Ledger; mailbox: Pick<Mailbox, 'listing'>; clock: Pick<Clock, 'now'>; mail: { schoolMailbox: string; goLive: number } }

const atOnce = 20;
const dayMs = 86_400_000;

/** What the mailbox holds against what the ledger says of it, by day received, newest first. Counts only, so it names nobody. */
export async function balanceTill(books: TillBooks, days: number): Promise<TillDay[]> {
  const byDay = new Map<string, TillDay>();
  const add = (at: number, change: (row: TillDay) => TillDay): void => {
    const day = londonDay(at);
    byDay.set(day, change(byDay.get(day) ?? { ...emptyDay(day), copies: 0, deletedBeforeRead: 0 }));
  };
  // Listed first: what arrives meanwhile is then in neither or in both.
  const unknown = await withoutRow(books, days);
  for (const mail of await inLedger(books, days)) add(mail.receivedAt, (row) => withOutcome(row, mail));
  for (const mail of unknown) add(mail.receivedAt, (row) => withoutOutcome(row, mail));
  return [...byDay.values()].sort((a, b) => b.day.localeCompare(a.day));
}

/** One email that is not accounted for yet: the hash by which its copy is known, or its identity in the ledger. */
export interface Unaccounted { key: string; receivedAt: number; inLedger: boolean; sent: boolean }

/** Everything of those days that lies in the mailbox and has no outcome yet, oldest first. */
export async function unaccounted(books: TillBooks, days: number): Promise<Unaccounted[]> {
  const unknown = (await withoutRow(books, days)).map((mail) => ({ key: copyHashOf({ mailbox: books.mail.schoolMailbox, id: mail.id }), receivedAt: mail.receivedAt, inLedger: false, sent: mail.sent }));
  const pending = (await inLedger(books, days)).filter((mail) => mail.outcome === 'pending').map(({ identity, receivedAt, sent }) => ({ key: identity, receivedAt, inLedger: true, sent: sent === true }));
  return [...unknown, ...pending].sort((a, b) => a.receivedAt - b.receivedAt);
}

function inLedger({ ledger, clock }: TillBooks, days: number): Promise<LedgerMail[]> {
  return ledger.receivedBetween(clock.now() - days * dayMs, clock.now() + dayMs);
}

async function withoutRow({ ledger, mailbox, clock, mail: { schoolMailbox, goLive } }: TillBooks, days: number): Promise<MailListed[]> {
  const now = clock.now();
  const listed = (await mailbox.listing(schoolMailbox, Math.max(goLive, now - days * dayMs), now + dayMs)).filter((mail) => !mail.draft);
  const unknown: MailListed[] = [];
  for (let at = 0; at < listed.length; at += atOnce) {
    const some = listed.slice(at, at + atOnce);
    const identities = await Promise.all(some.map((mail) => ledger.identityOfCopy(copyHashOf({ mailbox: schoolMailbox, id: mail.id }))));
    unknown.push(...some.filter((_, index) => identities[index] === null));
  }
  return unknown;
}

function withOutcome(row: TillDay, mail: LedgerMail): TillDay {
  const counted = countedIn(row, mail);
  return { ...counted, copies: counted.copies + mail.copies - 1, deletedBeforeRead: counted.deletedBeforeRead + (mail.gone === true && mail.sent !== true ? 1 : 0) };
}

function withoutOutcome(row: TillDay, mail: MailListed): TillDay {
  return { ...row, difference: row.difference + 1, ...(mail.sent ? { sentByHand: row.sentByHand + 1 } : { received: row.received + 1 }) };
}
