import { dayAfter, formatDay, londonDay, londonMinutes, minutesOf } from './london-time.ts';
import { isPastTermDates, isWeekday, lastKnownDay, termOf, unknownBy, type SchoolCalendar } from './school-calendar.ts';
import { isWorkingDay } from './working-days.ts';

/** What comes in later counts as received on the next school day (school practice; the policy names no hour). */
const dayEnds = '16:00';

/**
 * A day with a session for pupils (Education Act 1996, section 579): in a term, and no weekend, bank holiday, INSET day or closed day.
 * No day past the last entered term is one.
 */
export function isSchoolDay(day: string, calendar: SchoolCalendar): boolean {
  return isTermDay(day, calendar) && !calendar.insetDays.includes(day);
}

/** Somebody is at the school: on school days and INSET days. Where it is not known, on working days, so that nothing lies unread. */
export function isStaffedDay(day: string, calendar: SchoolCalendar): boolean {
  return calendar.terms.length === 0 || isPastTermDates(day, calendar) ? isWorkingDay(day, calendar.closedDays) : isTermDay(day, calendar);
}

function isTermDay(day: string, calendar: SchoolCalendar): boolean {
  return isWeekday(day) && termOf(day, calendar.terms) !== null && !isPastTermDates(day, calendar)
    && !calendar.bankHolidays.has(day) && !calendar.closedDays.includes(day);
}

/** The first school day after that one; null where none is known. */
export function nextSchoolDay(day: string, calendar: SchoolCalendar): string | null {
  const last = lastKnownDay(calendar);
  if (last === null) return null;
  for (let next = dayAfter(day); next <= last; next = dayAfter(next)) if (isSchoolDay(next, calendar)) return next;
  return null;
}

/** The day itself is day 0. Nothing is counted past the last entered term: then a sentence says so. */
export function schoolDaysAfter(day: string, n: number, calendar: SchoolCalendar): { day: string } | { problem: string } {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`${String(n)} is no number of school days`);
  let reached: string | null = isPastTermDates(day, calendar) || calendar.terms.length === 0 ? null : day;
  for (let counted = 0; counted < n && reached !== null; counted++) reached = nextSchoolDay(reached, calendar);
  return reached === null ? unknownBy(calendar, `${schoolDays(n)} from ${formatDay(day)} cannot be counted`) : { day: reached };
}

/** How many known school days lie after `from` up to and including `until`; 0 when `until` is not later. */
export function schoolDaysBetween(from: string, until: string, calendar: SchoolCalendar): number {
  let count = 0;
  for (let day = dayAfter(from); day <= until; day = dayAfter(day)) if (isSchoolDay(day, calendar)) count++;
  return count;
}

/**
 * The day that counts as day 0 for what came in at that moment: the same one, or the next school day when it came after 16:00 or on a day
 * without school. Where no next school day is known, the day itself: no school days can be counted from it, which `deadline` says.
 */
export function receivedOn(at: number, calendar: SchoolCalendar): string {
  const day = londonDay(at);
  const inTime = isSchoolDay(day, calendar) && londonMinutes(at) <= minutesOf(dayEnds);
  return inTime ? day : nextSchoolDay(day, calendar) ?? day;
}

/** "1 school day", "10 school days". */
export function schoolDays(n: number): string {
  return n === 1 ? '1 school day' : `${String(n)} school days`;
}
