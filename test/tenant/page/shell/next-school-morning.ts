import { atLondon, londonDay } from '../../../../src/calendar/rules/london-time.ts';
import { isSchoolDay, nextSchoolDay } from '../../../../src/calendar/rules/school-days.ts';
import { nextWorkingDay } from '../../../../src/calendar/rules/working-days.ts';
import { schoolYears } from '../../local/school-years.ts';

/** When letters that waited overnight have left and people have opened their mail. */
const morning = '08:30';

/** Half past eight of the next school day, today included while it is still to come; past the entered terms, of the next working day. */
export function nextSchoolMorning(now: number): number {
  const today = londonDay(now);
  const thisMorning = atLondon(today, morning);
  if (isSchoolDay(today, schoolYears) && thisMorning > now) return thisMorning;
  return atLondon(nextSchoolDay(today, schoolYears) ?? nextWorkingDay(today), morning);
}
