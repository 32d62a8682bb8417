import type { CueHit } from './find-cues.ts';
import type { Answer } from './model/ask-model.ts';
import { saysDanger } from './model/raise.ts';
import { firm } from './words/firm.ts';

/**
 * The cues that count. A firm one counts by itself. Hints of danger count beside one another, or where the model leans that way as well:
 * one of them alone is as often a Viking's knife. What doesn't speak of danger counts as before.
 */
export function countedHits(hits: readonly CueHit[], answer: Answer | null): CueHit[] {
  const alarms = alarmsIn(hits);
  if (answer !== null && saysDanger(answer, alarms)) return [...hits];
  return alarms >= 2 ? hits.map(notAtOnce) : hits.filter((hit) => !isHint(hit));
}

/** Two hints say that somebody should look today, not that somebody is at the gate. */
function notAtOnce(hit: CueHit): CueHit {
  return isHint(hit) ? { ...hit, cue: { ...hit.cue, priority: 'P1' } } : hit;
}

/** How many different cues speak of danger, firm or not. */
export function alarmsIn(hits: readonly CueHit[]): number {
  return new Set(hits.filter(isAlarm).map(({ cue }) => cue.id)).size;
}

function isHint(hit: CueHit): boolean {
  return isAlarm(hit) && !isFirm(hit);
}

function isAlarm({ cue }: CueHit): boolean {
  return cue.priority === 'P0' || cue.priority === 'P1';
}

function isFirm({ cue }: CueHit): boolean {
  return firm.has(cue.id);
}
