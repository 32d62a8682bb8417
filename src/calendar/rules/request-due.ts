import type { RequestKind } from '../../concern/rules/words-of-the-school.ts';
import { monthsAfter } from './calendar-months.ts';
import type { SchoolCalendar } from './school-calendar.ts';
import { schoolDaysAfter } from './school-days.ts';
import { isWorkingDay, nextWorkingDay, workingDaysAfter } from './working-days.ts';

const schoolDays = 20;
const workingDays = 60;

/**
 * The last day on which a request that came in on that day can be answered. One's own data: the same date of the next month, or its last day where
 * it has no such date; on a weekend or bank holiday the working day after (UK GDPR art. 12(3), as the ICO counts it: not paused for school
 * holidays). Freedom of information: 20 school days or 60 working days, whichever ends first (the regulations on time for schools). Where
 * term dates are not known that far, 20 working days: the law's day may be later and is never earlier.
 */
export function requestDue(kind: RequestKind, day: string, calendar: SchoolCalendar): string {
  if (kind === 'personal-data') return workingDayFrom(monthsAfter(day, 1));
  const counted = schoolDaysAfter(day, schoolDays, calendar);
  const [bySchoolDays, byWorkingDays] = ['problem' in counted ? workingDaysAfter(day, schoolDays, calendar.closedDays) : counted.day, workingDaysAfter(day, workingDays)];
  return bySchoolDays < byWorkingDays ? bySchoolDays : byWorkingDays;
}

function workingDayFrom(day: string): string {
  return isWorkingDay(day) ? day : nextWorkingDay(day);
}
