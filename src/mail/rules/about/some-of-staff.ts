import { findPhrases } from '../words/phrases.ts';
import { mostMentions } from './mentions.ts';
import { weigh, type Told, type Weighed } from './weigh-mentions.ts';

/** The mention of somebody at the school by their work alone that leans most, or null: "one of the dinner ladies", "my son's teacher". */
export function someOfStaff(told: Told): Weighed | null {
  const weighed = findPhrases(told.text, told.words.lists['staff-without-name']).slice(0, mostMentions).map((hit) => weigh({ ...hit, certain: false, bare: null }, told));
  return weighed.reduce<Weighed | null>((best, each) => (best !== null && best.score >= each.score ? best : each), null);
}
