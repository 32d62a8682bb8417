import { atLondon, londonDay } from '../../../../src/calendar/rules/london-time.ts';
import { isWorkingDay, nextWorkingDay } from '../../../../src/calendar/rules/working-days.ts';

/** When letters that waited overnight have left and people have opened their mail. */
const morning = '08:30';

/** Half past eight of the next day on which the school works, today included while it is still to come. */
export function nextSchoolMorning(now: number): number {
  const today = londonDay(now);
  const thisMorning = atLondon(today, morning);
  return isWorkingDay(today) && thisMorning > now ? thisMorning : atLondon(nextWorkingDay(today), morning);
}
