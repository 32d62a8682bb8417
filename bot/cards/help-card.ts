import type { AdaptiveCard } from '../../src/ports.ts';
import { actionSet, buildCard, execute, heading, list, openUrl, ownText } from './elements.ts';

/** What this is and what can be asked of it. */
export function buildHelpCard(facts: { tabLink: string }): AdaptiveCard {
  return buildCard([
    heading('Concern Desk'),
    ownText('Emails to school become concerns here. You look at them, choose one of the school\'s responses, and somebody else decides. A person always decides.'),
    ...list('You can write to me', ['what is waiting?', 'a reference, such as GRV-26-0042', 'help']),
    ...actionSet([execute('What is waiting?', { verb: 'waiting' }, { primary: true }), openUrl('Open the tab', facts.tabLink)]),
  ], null);
}
