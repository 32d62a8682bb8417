import type { LedgerMail } from '../../ports.ts';

/** Emails of one day and what became of them. What people sent by hand is apart: it is no mail that came in. */
export interface MailDay { day: string; received: number; byOutcome: Record<string, number>; difference: number; sentByHand: number }

export function emptyDay(day: string): MailDay {
  return { day, received: 0, byOutcome: {}, difference: 0, sentByHand: 0 };
}

/** The day with one more mail. What was sent and is not written down yet is a difference too. */
export function countedIn<Day extends MailDay>(row: Day, mail: LedgerMail): Day {
  const difference = row.difference + (mail.outcome === 'pending' ? 1 : 0);
  if (mail.sent === true) return { ...row, difference, sentByHand: row.sentByHand + 1 };
  return { ...row, difference, received: row.received + 1, byOutcome: { ...row.byOutcome, [mail.outcome]: (row.byOutcome[mail.outcome] ?? 0) + 1 } };
}
