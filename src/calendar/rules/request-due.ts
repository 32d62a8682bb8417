import type { RequestKind } from '../../concern/rules/words-of-the-school.ts';
import { dayAfter, isDay } from './london-time.ts';
import { isWorkingDay, nextWorkingDay, workingDaysAfter } from './working-days.ts';

const schoolDays = 20;
const workingDays = 60;

/**
 * The last day on which a request that came in on that day can be answered. One's own data: the same date of the next month, or its last day where
 * it has no such date; on a weekend or bank holiday the working day after (UK GDPR art. 12(3), as the ICO counts it: not paused for school
 * holidays). Freedom of information: 20 school days or 60 working days, whichever ends first (the regulations on time for schools).
 */
export function requestDue(kind: RequestKind, day: string, closedDays: readonly string[]): string {
  if (kind === 'personal-data') return workingDayFrom(monthAfter(day));
  const [bySchoolDays, byWorkingDays] = [workingDaysAfter(day, schoolDays, closedDays), workingDaysAfter(day, workingDays)];
  return bySchoolDays < byWorkingDays ? bySchoolDays : byWorkingDays;
}

function workingDayFrom(day: string): string {
  return isWorkingDay(day) ? day : nextWorkingDay(day);
}

/** 31 January gives 28 or 29 February. */
function monthAfter(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const next = `${String(month === 12 ? year + 1 : year)}-${String(month === 12 ? 1 : month + 1).padStart(2, '0')}`;
  const dates = [date, 30, 29, 28].filter((each) => each <= date);
  return dates.map((each) => `${next}-${String(each).padStart(2, '0')}`).find(isDay) ?? dayAfter(day, 28);
}
