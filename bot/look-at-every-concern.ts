import { doWhatIsOwed, type Doers } from '../src/concern/do-what-is-owed.ts';
import { loadConcern } from '../src/concern/load-concern.ts';
import { owed } from '../src/concern/rules/owed.ts';
import { faultName } from '../src/log.ts';
import type { School } from '../src/school.ts';

const lateMs = 10 * 60_000;

/** Looks at every concern, with a row or without. Something owed for more than ten minutes is an alarm, not a routine. */
export async function lookAtEveryConcern(school: School, doers: Doers): Promise<void> {
  for (const ref of await school.stores.log.references()) {
    try {
      const loaded = await loadConcern(school.stores.log, ref);
      const list = owed(loaded.concern, loaded.version, loaded.done, school.clock.now(), school.settings.mode);
      if (list.length > 0 && school.clock.now() - loaded.at > lateMs) school.log({ what: 'owed-too-long', ref, count: list.length, level: 'attention' });
      for (const next of await doWhatIsOwed(school.engine, doers, school.log, ref)) await school.stores.wake.put(ref, next.at, next.clock);
    } catch (error) { school.log({ what: 'look-failed', ref, fault: faultName(error) }); }
  }
}
