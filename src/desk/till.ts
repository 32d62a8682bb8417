import { openRehearsedClock, systemClock } from '../clock.ts';
import { mailOutcomeWords } from '../concern/rules/screen-words.ts';
import type { Settings } from '../config.ts';
import { balanceTill, type TillBooks, type TillDay } from '../mail/till/balance-till.ts';
import { openMailbox } from '../microsoft365/mailbox.ts';
import { findSettings } from './local-settings.ts';
import { openOperatorGraph } from './open-graph.ts';
import { openStores } from './open-stores.ts';
import { answer } from './output.ts';
import type { Verb } from './verb.ts';

/** `desk till`: emails in and what became of them, by day. Exit 1 when an email of the mailbox has no outcome. */
export const till: Verb = async (desk) => {
  const asked = desk.switches['days'] ?? '14';
  const days = Number(asked);
  if (!Number.isInteger(days) || days < 1 || days > 366) {
    desk.complain('Say how many days back: desk till --days=14 (1 to 366)');
    return 2;
  }
  const found = await balanceTill(await openBooks(findSettings()), days);
  const difference = found.reduce((sum, day) => sum + day.difference, 0);
  answer(desk, { difference, days: found }, found.length === 0 ? [`No email came in during the last ${String(days)} days.`] : [heading, ...found.map(line), sentence(difference)]);
  return difference === 0 ? 0 : 1;
};

async function openBooks(settings: Settings): Promise<TillBooks> {
  const rehearsed = settings.clockUrl === null ? null : openRehearsedClock(settings.clockUrl, 60_000);
  await rehearsed?.read();
  const clock = rehearsed ?? systemClock;
  return { ledger: openStores(settings).ledger, mailbox: openMailbox(openOperatorGraph(settings), () => clock.now()), clock, mail: settings.mail };
}

const heading = 'day         came in  sent  copies  deleted  not accounted for  outcomes';

function line(day: TillDay): string {
  const outcomes = Object.entries(mailOutcomeWords).flatMap(([outcome, word]) => (day.byOutcome[outcome] === undefined ? [] : [`${word.toLowerCase()} ${String(day.byOutcome[outcome])}`]));
  const columns: [number, number][] = [[day.received, 8], [day.sentByHand, 6], [day.copies, 8], [day.deletedBeforeRead, 9], [day.difference, 19]];
  return `${day.day}${columns.map(([count, width]) => String(count).padStart(width)).join('')}  ${outcomes.join(', ')}`;
}

function sentence(difference: number): string {
  if (difference === 0) return 'Every email has an outcome.';
  return difference === 1 ? '1 email has no outcome yet.' : `${String(difference)} emails have no outcome yet.`;
}
