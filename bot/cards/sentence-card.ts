import type { AdaptiveCard } from '../../src/ports.ts';
import { buildCard, ownText } from './elements.ts';

/** One sentence where a concern's card would stand: it is not there, or not for this person; the two look the same. */
export function buildSentenceCard(sentence: string): AdaptiveCard {
  return buildCard([ownText(sentence)], null);
}
