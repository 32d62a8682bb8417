import type { AdaptiveCard } from '../../src/ports.ts';
import type { Danger } from '../../src/concern/rules/concern.ts';
import { alertLine } from './danger-part.ts';
import { actionSet, box, buildCard, execute, openUrl, ownText, small } from './elements.ts';

export interface BaseCardFacts {
  deepLink: string;
  userIds?: readonly string[];
  /** In a group Teams must fetch a view for nobody but those named, and not for all when nobody is. */
  inGroup?: boolean;
  /** An alert that nobody has taken yet. */
  alert?: Pick<Danger, 'priority'> | null;
}

/** Teams takes no more than this in `refresh.userIds`; everybody else has the button. */
const mostRefreshed = 60;

/**
 * What is posted. Everybody in the chat can read it, and so can exports, notifications and old clients: a reference and nothing else.
 * Teams fetches the person's own view by itself; where it can't, the button does.
 */
export function buildBaseCard(ref: string, facts: BaseCardFacts): AdaptiveCard {
  const data = { verb: 'refresh', ref };
  const card = buildCard([
    box([...(facts.alert ? [alertLine(facts.alert)] : []), ownText(ref, { weight: 'Bolder', size: 'Medium', style: 'heading' }), small('Open to see it. What you see is yours alone.')], { style: 'emphasis', bleed: true }),
    ...actionSet([execute('Open to see it', data, { primary: true }), openUrl('Open in the tab', facts.deepLink)]),
  ], data, facts.userIds ?? []);
  return facts.inGroup === true ? { ...card, refresh: { ...refreshOf(card), userIds: (facts.userIds ?? []).slice(0, mostRefreshed) } } : card;
}

function refreshOf(card: AdaptiveCard): object {
  const { refresh } = card;
  return typeof refresh === 'object' && refresh !== null ? refresh : {};
}
