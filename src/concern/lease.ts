import type { Engine } from './engine.ts';
import type { Loaded } from './load-concern.ts';
import type { Done } from './rules/done.ts';
import { owed, phaseOf, type Owed } from './rules/owed.ts';

/** Longer than any abandoned request can land (Graph calls end at 30 s). */
const leaseMs = 120_000;

export function freeLease(done: Done, machineNow: number): boolean {
  return done.lease === null || done.lease.until < machineNow;
}

/** Takes the lease and marks each attempt before it is made; only that attempt's own success takes the mark away. */
export function claimed(engine: Engine, done: Done, todo: readonly Owed[]): Done {
  const tried = { ...done.tried };
  for (const each of todo) tried[each.key] = (tried[each.key] ?? 0) + 1;
  return { ...done, lease: { by: engine.me, until: engine.clock.machine() + leaseMs }, tried };
}

/** What to do next, all of it at once: an alert, then deeds, then every view once, and last the copy of the log. What failed in this run is left for a later look. */
export function firstPhase(engine: Engine, loaded: Loaded, failed: ReadonlySet<string>): Owed[] {
  const all = owed(loaded.concern, loaded.version, loaded.done, engine.clock.now(), engine.mode()).filter((each) => !failed.has(each.key));
  const first = Math.min(...all.map((each) => phaseOf(each, loaded.concern)));
  return all.filter((each) => phaseOf(each, loaded.concern) === first);
}
