import { formatDay } from '../../src/calendar/rules/london-time.ts';
import type { AdaptiveCard } from '../../src/ports.ts';
import { actionSet, box, buildCard, openUrl, ownText, small } from './elements.ts';

/** How many emails need a look: counts alone, since everybody who reads over a shoulder reads the card. */
export function buildNudgeCard(count: number, tabLink: string): AdaptiveCard {
  const text = count === 0 ? 'No email needs a look any more.' : nudgeSummary(count);
  return buildCard([
    box([ownText(text, { weight: 'Bolder', style: 'heading' }), ...(count === 0 ? [] : [small('They stand under "Needs a look" in the register.')])], { style: 'emphasis', bleed: true }),
    ...(count === 0 ? [] : actionSet([openUrl('Open the tab', tabLink)])),
  ], null);
}

export function nudgeSummary(count: number): string {
  return count === 1 ? '1 email needs a look' : `${String(count)} emails need a look`;
}

/** The days on which emails are not accounted for, and how many; none when it adds up again. */
export function buildDifferenceCard(days: readonly { day: string; count: number }[], tabLink: string): AdaptiveCard {
  if (days.length === 0) return buildCard([box([ownText('The mail check adds up again: every email is accounted for.', { weight: 'Bolder', style: 'heading' })], { style: 'good', bleed: true })], null);
  const lines = days.map(({ day, count }) => `${count === 1 ? '1 email' : `${String(count)} emails`} of ${formatDay(day)}`);
  const one = days.length === 1 && days[0]?.count === 1;
  return buildCard([
    box([
      ownText(`The mail check does not add up: ${lines.join(', ')} ${one ? 'is' : 'are'} not accounted for yet.`, { weight: 'Bolder', style: 'heading' }),
      small('They lie in the school\'s mailbox and are tried again every minute. Until this card says that it adds up, read new mail in Outlook as well; if it stays, tell whoever looks after Concern Desk.'),
    ], { style: 'warning', bleed: true }),
    ...actionSet([openUrl('Open the mail check', tabLink)]),
  ], null);
}

export const differenceSummary = 'The mail check does not add up';
export const noDifferenceSummary = 'The mail check adds up again';
