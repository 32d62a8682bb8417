import { restoreLog } from '../records/restore-log.ts';
import { openStores } from './open-stores.ts';
import { answer } from './output.ts';
import type { Verb } from './verb.ts';

/** `desk restore REF`: builds the rows of a concern that the tables lost again from its journal. The running service brings its views back. */
export const restore: Verb = async (desk) => {
  const [ref] = desk.words;
  if (ref === undefined) { desk.complain('Say which concern: desk restore GRV-26-0042'); return 2; }
  const stores = openStores();
  const events = await restoreLog(stores, ref);
  await stores.wake.put(ref, Date.now(), 'machine');
  answer(desk, { ref, events }, [`${ref} is back with ${String(events)} entries. Check it with "desk verify ${ref}".`]);
  return 0;
};
