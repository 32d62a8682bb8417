import { Fault } from '../../ports.ts';
import { GraphRefusal } from '../faults.ts';

const mostTries = 3;
const longestPauseMs = 10_000;
const longestWholeMs = 25_000;

/** Milliseconds to wait before a call is sent again within the same call of ours; null: give up, the next look comes by itself. */
export function pauseBeforeRepeat(sent: { method: string; tries: number; spentMs: number; error: unknown }): number | null {
  const { error } = sent;
  // A token that was withdrawn early: certainly not done, once more with a new one.
  if (error instanceof GraphRefusal && error.status === 401 && sent.tries === 1) return 0;
  if (sent.method !== 'GET' && sent.method !== 'PUT') return null;
  if (!(error instanceof Fault) || error.again !== 'later' || sent.tries >= mostTries) return null;
  const pause = error.after === null ? 250 * 2 ** sent.tries * (1 + Math.random()) : error.after * 1000;
  // Asking sooner than Retry-After extends the block.
  return pause > longestPauseMs || sent.spentMs + pause > longestWholeMs ? null : pause;
}
