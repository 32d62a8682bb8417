import { schoolCalendar, type EnteredDays, type SchoolCalendar } from '../../src/calendar/rules/school-calendar.ts';

/** The calendar of a school that entered these days and nothing else. */
export function calendarWith(entered: Partial<EnteredDays>): SchoolCalendar {
  const read = schoolCalendar({ terms: [], insetDays: [], closedDays: [], ...entered });
  if ('problems' in read) throw new Error(read.problems.join(' '));
  return read.calendar;
}
