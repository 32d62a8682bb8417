import type { Answer } from '../model/ask-model.ts';
import { thresholds } from '../model/raise.ts';

/** Mild words alone are misconduct only where the model doesn't speak against it. */
export function isDoubtful(answer: Answer | null): boolean {
  return answer !== null && answer.scores.conduct < thresholds.mildConduct;
}
