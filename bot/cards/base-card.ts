import type { AdaptiveCard } from '../../src/ports.ts';
import { actionSet, box, buildCard, execute, openUrl, ownText, small } from './elements.ts';

export interface BaseCardFacts { deepLink: string; userIds?: readonly string[] }

/**
 * What is posted. Everybody in the chat can read it, and so can exports, notifications and old clients: a reference and nothing else.
 * Teams fetches the person's own view by itself; where it can't, the button does.
 */
export function buildBaseCard(ref: string, facts: BaseCardFacts): AdaptiveCard {
  const data = { verb: 'refresh', ref };
  return buildCard([
    box([ownText(ref, { weight: 'Bolder', size: 'Medium', style: 'heading' }), small('Open to see it. What you see is yours alone.')], { style: 'emphasis', bleed: true }),
    ...actionSet([execute('Open to see it', data, { primary: true }), openUrl('Open in the tab', facts.deepLink)]),
  ], data, facts.userIds ?? []);
}
