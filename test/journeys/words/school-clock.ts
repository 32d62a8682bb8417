import { atLondon, londonDay } from '../../../src/calendar/rules/london-time.ts';
import { deadline } from '../../../src/calendar/rules/deadline.ts';
import { nextSchoolDay } from '../../../src/calendar/rules/school-days.ts';
import { schoolYears } from '../../tenant/local/school-years.ts';

/** The clock on the school's wall, which a rehearsal may move on. */
export interface SchoolClock {
  now(): Promise<number>;
  /** That time on the next school day that has no holiday near: letters leave the same day, ten minutes after they were approved. */
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
    nextSchoolDayAt: async (time) => { await ask('clock/set', { now: atLondon(ordinaryDayAfter(londonDay(await now())), time) }); },
    minutesLater: async (minutes) => { await ask('clock/advance', { ms: minutes * 60_000 }); },
  };
}

/** Whenever the tests run: no holiday lies in the ten school days that a parent has to answer. */
function ordinaryDayAfter(day: string): string {
  const next = nextSchoolDay(day, schoolYears);
  if (next === null) throw new Error('The terms of the invented school have ended. Enter further ones in test/tenant/local/school-years.ts.');
  const answer = deadline({ from: next, schoolDays: 10 }, schoolYears);
  return 'day' in answer && answer.warning === null ? next : ordinaryDayAfter(next);
}
