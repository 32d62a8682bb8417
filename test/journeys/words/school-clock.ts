import { atLondon, londonDay } from '../../../src/calendar/rules/london-time.ts';
import { nextWorkingDay } from '../../../src/calendar/rules/working-days.ts';

/** The clock on the school's wall, which a rehearsal may move on. */
export interface SchoolClock {
  now(): Promise<number>;
  /** Ten o'clock on the next day on which the school works: letters leave the same day, ten minutes after they were approved. */
  nextSchoolDayAt(time: string): Promise<void>;
  minutesLater(minutes: number): Promise<void>;
}

export function schoolClock(controlUrl: string): SchoolClock {
  const ask = async (path: string, body?: object): Promise<number> => {
    const answer = await fetch(`${controlUrl}/${path}`, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`The school clock answered ${String(answer.status)}.`);
    return (await answer.json() as { now: number }).now;
  };
  const now = (): Promise<number> => ask('clock');
  return {
    now,
    nextSchoolDayAt: async (time) => { await ask('clock/set', { now: atLondon(nextWorkingDay(londonDay(await now())), time) }); },
    minutesLater: async (minutes) => { await ask('clock/advance', { ms: minutes * 60_000 }); },
  };
}
