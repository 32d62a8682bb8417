import { isUrgent } from '../../concern/rules/words-of-the-school.ts';
import type { CueHit } from './find-cues.ts';
import type { Answer } from './model/ask-model.ts';
import { bearsOutHint, saysDanger } from './model/raise.ts';

/**
 * The cues that count. A firm one counts by itself. A hint of danger counts where the model, which weighs it with all the words around it,
 * finds danger as well (but those that are wrong more often than right only add their weight to it); without the model, beside a second hint. One of them alone is as often a Viking's knife. What doesn't speak of
 * danger counts as before. None but those firm for it says P0: somebody should look today, not that somebody is at the gate.
 */
export function countedHits(hits: readonly CueHit[], answer: Answer | null): CueHit[] {
  const areMany = alarmsIn(hits) >= 2;
  return hits.filter((hit) => !isHint(hit) || (answer === null ? areMany : isBorneOut(hit, answer))).map(notAtOnce);
}

function isBorneOut({ cue }: CueHit, answer: Answer): boolean {
  return cue.heeded && (saysDanger(answer) || bearsOutHint(answer, cue.priority));
}

/** Of cues that speak of danger, the firm ones. */
export function firmHits(hits: readonly CueHit[]): CueHit[] {
  return hits.filter((hit) => isAlarm(hit) && hit.cue.firm).map(notAtOnce);
}

function notAtOnce(hit: CueHit): CueHit {
  return hit.cue.priority === 'P0' && !hit.cue.atOnce ? { ...hit, cue: { ...hit.cue, priority: 'P1' } } : hit;
}

/** How many different cues speak of danger, firm or not. */
export function alarmsIn(hits: readonly CueHit[]): number {
  return new Set(hits.filter(isAlarm).map(({ cue }) => cue.id)).size;
}

/** It speaks of danger, and isn't one of those that are mostly wrong. */
export function isHeeded(hit: CueHit): boolean {
  return isAlarm(hit) && hit.cue.heeded;
}

function isHint(hit: CueHit): boolean {
  return isAlarm(hit) && !hit.cue.firm;
}

function isAlarm({ cue }: CueHit): boolean {
  return isUrgent(cue.priority);
}
