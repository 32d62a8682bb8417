import { doWhatIsOwed, type Doers } from '../src/concern/do-what-is-owed.ts';
import { loadConcern } from '../src/concern/load-concern.ts';
import { owed } from '../src/concern/rules/owed.ts';
import { faultName } from '../src/log.ts';
import type { School } from '../src/school.ts';

const lateMs = 10 * 60_000;

/** Looks at every concern, with a row or without. Something owed for more than ten minutes is an alarm, not a routine. */
export async function lookAtEveryConcern(school: School, doers: Doers, alarmAfterMs = lateMs): Promise<void> {
  for (const ref of await school.stores.log.references()) {
    try {
      const loaded = await loadConcern(school.stores.log, ref);
      const list = owed(loaded.concern, loaded.version, loaded.done, school.clock.now(), school.settings.mode);
      if (list.length > 0 && school.clock.now() - loaded.at > alarmAfterMs) school.log({ what: 'owed-too-long', ref, count: list.length, level: 'attention' });
      for (const next of await doWhatIsOwed(school.engine, doers, school.log, ref)) await school.stores.wake.put(ref, next.at, next.clock);
    } catch (error) { school.log({ what: 'look-failed', ref, fault: faultName(error) }); }
  }
}

const kind = 'mode';

/** What was only watched, or held while paused, is brought up when the school's mode changes. Settings change by a restart, so once is enough. */
export async function lookWhenModeChanged(school: School, doers: Doers): Promise<void> {
  const { mode } = school.settings;
  if (await school.stores.links.get(kind, 'last') === mode) return;
  await lookAtEveryConcern(school, doers, Infinity);
  await school.stores.links.put(kind, 'last', mode);
}
