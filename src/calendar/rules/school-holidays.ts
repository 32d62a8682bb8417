import { dayAfter } from './london-time.ts';
import { isWeekday, lastKnownDay, type SchoolCalendar } from './school-calendar.ts';
import { isSchoolDay, nextSchoolDay } from './school-days.ts';

/** As many weekdays without school in a row are a holiday; a long weekend is none. */
const holidayWeekdays = 5;

/** The last school day before a holiday. The end of the last entered term counts: nobody has said that school goes on. */
export function isLastDayBeforeHoliday(day: string, calendar: SchoolCalendar): boolean {
  return isSchoolDay(day, calendar) && weekdaysAfter(day, holidayWeekdays).every((next) => !isSchoolDay(next, calendar));
}

/**
 * The first holiday that begins after that day: from the day after the last school day to the day before the next one, with the weekends
 * and INSET days at its ends. Null where none is known; the holiday after the last entered term has no known end, so it is not given.
 */
export function nextHoliday(day: string, calendar: SchoolCalendar): { from: string; to: string } | null {
  const last = lastKnownDay(calendar) ?? '';
  for (let each = day; each <= last; each = dayAfter(each)) {
    if (!isLastDayBeforeHoliday(each, calendar)) continue;
    const back = nextSchoolDay(each, calendar);
    return back === null ? null : { from: dayAfter(each), to: dayAfter(back, -1) };
  }
  return null;
}

function weekdaysAfter(day: string, count: number): string[] {
  const found: string[] = [];
  for (let next = dayAfter(day); found.length < count; next = dayAfter(next)) if (isWeekday(next)) found.push(next);
  return found;
}
