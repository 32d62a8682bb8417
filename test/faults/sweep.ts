import type { Mishap, Plan } from './injector.ts';
import { judgeRun } from './judge-run.ts';
import { walk, type Options } from './letter-path.ts';

/** What was wrong, and in which runs: `lost@42 draft send`. */
export interface Found { runs: number; wrong: Record<string, string[]> }

/** One walk with these mishaps; everything that was wrong afterwards. Where people press until it counts, exactly one letter must have left. */
export async function walked(plans: readonly Plan[], options: Options = {}): Promise<string[]> {
  try {
    const run = await walk(plans, options);
    const letters = run.ground.world.sent.length;
    return [...await judgeRun(run), ...(letters === 1 || options.pressesAgain === false ? [] : [`${String(letters)} letters left`])];
  } catch (error) {
    return [`it came to an end: ${String(error)}`];
  }
}

interface Point { at: number; label: string; writing: boolean }

/** Looks that find nothing are all alike: a fault in one of the first stands for all. */
const idle = /^(mailbox (folders|changes)|links (list|get #|put #)|wake list|register list)$/;
const idleKept = 16;

/** Each I/O of the walk at which something can go wrong, in order. */
export async function pointsOfWalk(): Promise<Point[]> {
  const { crew } = await walk([]);
  let idles = 0;
  return crew.trace.map((label, index): Point => ({ at: index + 1, label, writing: !/ (get|list|has|read|raw|find|folders|changes)\b/.test(label) }))
    .filter(({ label }) => !idle.test(label) || (idles += 1) <= idleKept);
}

/** A request that only reads can be refused or be the last of its process; that it lands late, or that its answer is lost, is the same. */
export const worthTrying = (mishap: Mishap, point: Point): boolean => point.writing || mishap === 'crash-after' || mishap === 'refused';

export async function sweep(runs: readonly { plans: Plan[]; name: string; options?: Options }[]): Promise<Found> {
  const wrong: Found['wrong'] = {};
  for (const { plans, name, options } of runs) for (const each of await walked(plans, options)) (wrong[each] ??= []).push(name);
  return { runs: runs.length, wrong };
}

/** Always the same numbers for the same seed, so that a run that failed can be had again. */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % sides;
  };
}
