import { faultName, type Log } from '../log.ts';
import type { WakeRow } from '../ports.ts';
import { doWhatIsOwed, type Doers, type NextLook } from './do-what-is-owed.ts';
import type { Engine } from './engine.ts';

/** Looks at a mail that was being taken in (`mail.<identity>`); gives when to look again. */
export type LookAtMail = (identity: string) => Promise<NextLook[]>;

/** Looks that go on beside each other, so that one slow concern holds up no other. */
export interface Looks {
  /** Begins those that have a place, and gives the others. Waits for none. */
  begin(due: readonly WakeRow[]): WakeRow[];
  /** Waits for all that was begun; throws what kept a row from being replaced. */
  rest(): Promise<void>;
}

/** So many at once. */
const places = 4;
/** One place is kept for rows of the school's clock, a promised hour or an alert's next step: second tries, which count by the machine's clock, are the slow ones. */
const placesForTries = places - 1;

/**
 * Reads the rows whose minute has passed, does what is owed, then in one transaction puts the row of the next look and takes the old
 * one away. Committers only put rows; looks alone take them away. Gives how many were looked at.
 */
export async function lookAtWhatIsDue(engine: Engine, doers: Doers, lookAtMail: LookAtMail, log: Log): Promise<number> {
  const looks = openLooks(engine, doers, lookAtMail, log);
  const due = await dueNow(engine);
  for (let left = looks.begin(due); ; left = looks.begin(left)) {
    await looks.rest();
    if (left.length === 0) return due.length;
  }
}

/** Oldest first, but a promised hour before a second try. */
export async function dueNow(engine: Engine, limit = 50): Promise<WakeRow[]> {
  const due = await engine.wake.due(engine.clock.machine(), engine.clock.now(), limit);
  return [...due.filter((row) => row.clock === 'school'), ...due.filter((row) => row.clock === 'machine')];
}

export function openLooks(engine: Engine, doers: Doers, lookAtMail: LookAtMail, log: Log): Looks {
  const going = new Map<string, { clock: WakeRow['clock']; done: Promise<void> }>();
  let fault: { error: unknown } | null = null;
  const hasPlace = ({ what, clock }: WakeRow): boolean => {
    const tries = [...going.values()].filter((each) => each.clock === 'machine').length;
    // Two rows of one concern are never looked at together.
    return !going.has(what) && going.size < places && (clock === 'school' || tries < placesForTries);
  };
  const one = async (row: WakeRow): Promise<void> => {
    // The row stays where it cannot be replaced, so it is due again.
    try { await engine.wake.replace(row, await look(engine, doers, lookAtMail, log, row)); } catch (error) {
      fault = { error };
      log({ what: 'look-failed', ref: row.what, fault: faultName(error) });
    }
    going.delete(row.what);
  };
  return {
    begin: (due) => due.filter((row) => {
      if (!hasPlace(row)) return true;
      // Begun in a moment, once it has its place.
      going.set(row.what, { clock: row.clock, done: Promise.resolve().then(() => one(row)) });
      return false;
    }),
    rest: async () => {
      await Promise.all([...going.values()].map((each) => each.done));
      const failed = fault;
      fault = null;
      if (failed !== null) throw failed.error;
    },
  };
}

async function look(engine: Engine, doers: Doers, lookAtMail: LookAtMail, log: Log, row: WakeRow): Promise<NextLook[]> {
  try {
    return row.what.startsWith('mail.') ? await lookAtMail(row.what.slice('mail.'.length)) : await doWhatIsOwed(engine, doers, log, row.what);
  } catch (error) {
    log({ what: 'look-failed', ref: row.what, fault: faultName(error) });
    return [{ at: engine.clock.machine() + 60_000, clock: 'machine' }];
  }
}
