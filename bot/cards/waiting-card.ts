import { formatLondon } from '../../src/calendar/rules/london-time.ts';
import { untakenWords } from '../../src/concern/rules/alert-words.ts';
import { priorityWords, routeWords, statusWords } from '../../src/concern/rules/screen-words.ts';
import type { AdaptiveCard, RegisterRow } from '../../src/ports.ts';
import { actionSet, box, buildCard, execute, heading, openUrl, ownText, small, type Element } from './elements.ts';

/** More than this is read in the tab. */
export const waitingRows = 8;

/**
 * What waits for this person. It is posted, so it holds references and no names or subjects.
 * `total` counts all of them; a mail that needs a look has no reference and opens in the tab.
 */
export function buildWaitingCard(rows: readonly RegisterRow[], facts: { total: number; tabLink: string }): AdaptiveCard {
  const shown = rows.slice(0, waitingRows);
  const more = Math.max(0, facts.total - shown.length);
  const title = facts.total === 0 ? 'Nothing waits for you.' : facts.total === 1 ? 'One thing waits for you' : `${String(facts.total)} things wait for you`;
  return buildCard([
    heading(title), ...shown.map((row) => rowPart(row, facts.tabLink)),
    ...(more === 0 ? [] : [small(`And ${String(more)} more in the tab.`)]), ...actionSet([openUrl('Open the tab', facts.tabLink)]),
  ], null);
}

function rowPart(row: RegisterRow, tabLink: string): Element {
  const isConcern = row.kind === 'concern';
  const open = isConcern ? execute('Open', { verb: 'open', ref: row.key }) : openUrl('Open', tabLink);
  return box([
    ownText(isConcern ? row.key : 'An email', { weight: 'Bolder' }),
    small(`${statusWords[row.status]} · ${priorityWords[row.priority]} · ${routeWords[row.route]}`),
    ...(row.alert === undefined ? [] : [ownText(`${priorityWords[row.alert.priority]}. ${untakenWords(row.alert)}`, { color: 'attention', weight: 'Bolder', spacing: 'Small' })]),
    small(`Came in ${formatLondon(row.at)}`), { type: 'ActionSet', actions: [open] },
  ], { style: 'emphasis', spacing: 'Medium' });
}
