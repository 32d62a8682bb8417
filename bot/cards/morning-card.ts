import { formatDay, formatLondon } from '../../src/calendar/rules/london-time.ts';
import { priorityWords, statusWords } from '../../src/concern/rules/screen-words.ts';
import type { AdaptiveCard, RegisterRow } from '../../src/ports.ts';
import { actionSet, box, buildCard, heading, openUrl, ownText, small, type Element } from './elements.ts';

/** More of a kind than this is read in the tab. */
const mostRows = 8;

export interface MorningFacts {
  day: string;
  /** Danger that nobody has taken. */
  alerts: readonly RegisterRow[];
  /** What else waits for this person, and how much of it there is. */
  waiting: readonly RegisterRow[];
  waitingInAll: number;
  /** Letters go today. */
  leaving: readonly RegisterRow[];
  /** Twelve characters of what was anchored last night, which whoever checks the record compares. */
  anchor: string | null;
  tabLink: string;
  linkOf: (ref: string) => string;
}

/** The list of one morning. It is posted, so it holds references and no names, and nothing of what the matters are. */
export function buildMorningCard(facts: MorningFacts): AdaptiveCard {
  const more = facts.waitingInAll - Math.min(facts.waiting.length, mostRows);
  return buildCard([
    heading(formatDay(facts.day)),
    ...part('Nobody has taken this yet', facts.alerts.map((row) => line(facts, row, alertWords(row))), 'attention'),
    ...part('Waits for you', facts.waiting.map((row) => line(facts, row, `${statusWords[row.status]} · ${priorityWords[row.priority]}`)), 'default'),
    ...(more > 0 ? [small(`And ${String(more)} more in the tab.`)] : []),
    ...part('Goes today', facts.leaving.map((row) => line(facts, row, `A letter at ${formatLondon(row.nextAt ?? 0).slice(-5)}`)), 'default'),
    ...actionSet([openUrl('Open the tab', facts.tabLink)]),
    ...(facts.anchor === null ? [] : [small(`The record as it was last night: ${facts.anchor}`, { spacing: 'Medium' })]),
  ], null);
}

/** For the lock screen: how many, and that there is danger. */
export function morningSummary({ alerts, waitingInAll, leaving }: MorningFacts): string {
  const things = alerts.length + waitingInAll + leaving.length;
  const count = things === 1 ? 'one thing' : `${String(things)} things`;
  return alerts.length > 0 ? `This morning: ${count}, and danger that nobody has taken` : `This morning: ${count}`;
}

function alertWords({ alert }: RegisterRow): string {
  if (alert === undefined) return '';
  return `${priorityWords[alert.priority]}, since ${formatLondon(alert.since)}${alert.nobodyOnDuty ? '. Nobody was on duty.' : ''}`;
}

function part(title: string, lines: readonly Element[], color: 'attention' | 'default'): Element[] {
  return lines.length === 0 ? [] : [ownText(title, { weight: 'Bolder', spacing: 'Medium', color }), ...lines.slice(0, mostRows)];
}

/** An email that is no concern has no reference: it opens in the tab. */
function line({ tabLink, linkOf }: MorningFacts, row: RegisterRow, words: string): Element {
  const isConcern = row.kind === 'concern';
  return box([
    ownText(isConcern ? row.key : 'An email', { weight: 'Bolder' }), small(words),
    ...actionSet([openUrl(isConcern ? `Open ${row.key}` : 'Open the tab', isConcern ? linkOf(row.key) : tabLink)], { spacing: 'Small' }),
  ], { style: 'emphasis', spacing: 'Small' });
}
