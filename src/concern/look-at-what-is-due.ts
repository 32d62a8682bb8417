import { faultName, type Log } from '../log.ts';
import type { WakeRow } from '../ports.ts';
import { doWhatIsOwed, type Doers, type NextLook } from './do-what-is-owed.ts';
import type { Engine } from './engine.ts';

/** Looks at a mail that was being taken in (`mail.<identity>`); gives when to look again. */
export type LookAtMail = (identity: string) => Promise<NextLook[]>;

/**
 * Reads the rows whose minute has passed, does what is owed, then in one transaction puts the row of the next look and takes the old
 * one away. Committers only put rows; looks alone take them away. Gives how many were looked at.
 */
export async function lookAtWhatIsDue(engine: Engine, doers: Doers, lookAtMail: LookAtMail, log: Log, limit = 50): Promise<number> {
  const due = await engine.wake.due(engine.clock.machine(), engine.clock.now(), limit);
  for (const row of due) await engine.wake.replace(row, await look(engine, doers, lookAtMail, log, row));
  return due.length;
}

async function look(engine: Engine, doers: Doers, lookAtMail: LookAtMail, log: Log, row: WakeRow): Promise<NextLook[]> {
  try {
    return row.what.startsWith('mail.') ? await lookAtMail(row.what.slice('mail.'.length)) : await doWhatIsOwed(engine, doers, log, row.what);
  } catch (error) {
    log({ what: 'look-failed', ref: row.what, fault: faultName(error) });
    return [{ at: engine.clock.machine() + 60_000, clock: 'machine' }];
  }
}
