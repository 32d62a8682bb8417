import { earlierSentence, suggestion } from '../../src/incidents/rules/related.ts';
import { cutText } from './fit-card.ts';
import { foreignText, small, type Element } from './elements.ts';
import type { Scene } from './scene.ts';

/**
 * What may belong with it, in a line each. It is settled in the tab, where both can be read: a card is too small to compare two matters on. The
 * reasons hold words of mails, so they are shown as those are.
 */
export function relatedPart({ view, room }: Scene): Element[] {
  const { related, concern } = view;
  if (related === undefined) return [];
  const [likeliest, ...others] = related.maybeSame;
  const earlier = earlierSentence(related);
  const lines = [
    ...(concern.sameIncident.length === 0 ? [] : [`The same incident as ${concern.sameIncident.slice(0, 5).join(', ')}.`]),
    ...(likeliest === undefined ? [] : [`${cutText(suggestion(likeliest), Math.min(room.text, 300)).text}${moreOf(others.length)}`]),
    ...(earlier === null ? [] : [earlier]),
  ];
  return lines.length === 0 ? [] : [...lines.map((line) => foreignText(line)), small('Look in the tab to compare them and to say whether it is so.')];
}

function moreOf(count: number): string {
  return count === 0 ? '' : count === 1 ? ' So may one more.' : ` So may ${String(count)} more.`;
}
