import { loadConcern } from '../concern/load-concern.ts';
import { openStores } from './open-stores.ts';
import { answer } from './output.ts';
import type { Verb } from './verb.ts';

/** `desk concerns`: one line a concern, without a name. */
export const concerns: Verb = async (desk) => {
  const { log } = openStores();
  const rows = [];
  for (const ref of (await log.references()).sort()) {
    const { concern } = await loadConcern(log, ref);
    rows.push({ ref, status: concern.status, route: concern.route, priority: concern.priority, raisedAt: new Date(concern.raisedAt).toISOString() });
  }
  answer(desk, { concerns: rows }, rows.map((each) => `${each.ref}  ${each.status.padEnd(7)} ${each.route.padEnd(14)} ${each.priority}  ${each.raisedAt}`));
  return 0;
};
