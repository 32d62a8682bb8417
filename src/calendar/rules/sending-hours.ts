import { atLondon, dayAfter, londonDay, londonMinutes, minutesOf } from './london-time.ts';
import { isPastTermDates, unknownBy, type SchoolCalendar } from './school-calendar.ts';
import { isSchoolDay } from './school-days.ts';
import { isLastDayBeforeHoliday } from './school-holidays.ts';
import { isWorkingDay } from './working-days.ts';

/** When letters may leave. `to` itself is outside: from 08:00 to 17:00 means at 16:59 at the latest. */
export interface SendingHours {
  from: string;
  to: string;
  /** How long at least Stop can be pressed after the approval. */
  delayMinutes: number;
  calendar: SchoolCalendar;
}

/** On the last school day before a holiday nothing leaves after it: a letter that comes then is read when nobody can be asked about it. */
const noon = '12:00';
/** So far ahead a day is looked for on which letters may leave; longer than any summer. */
const farthestDays = 400;

/**
 * The earliest moment, at least the delay on, that lies in the sending hours of a school day; on the last one before a holiday, before noon.
 * Where no term dates are entered, of a working day; past the last entered term nobody can say, and a sentence says so.
 */
export function leavesAt(now: number, hours: SendingHours): { at: number } | { problem: string } {
  if (minutesOf(hours.from) >= minutesOf(hours.to)) throw new RangeError(`Sending hours from ${hours.from} to ${hours.to} hold no time`);
  const earliest = now + hours.delayMinutes * 60_000;
  let day = londonDay(earliest);
  for (let tried = 0; tried < farthestDays; tried++, day = dayAfter(day)) {
    if (isPastTermDates(day, hours.calendar)) return unknownBy(hours.calendar, 'nobody can say when a letter would leave');
    // Never before the delay is over: in October the opening hour can be there twice.
    const at = Math.max(earliest, atLondon(day, hours.from));
    if (isSendingDay(day, hours.calendar) && londonDay(at) === day && londonMinutes(at) < shutsAt(day, hours)) return { at };
  }
  throw new RangeError(`Letters may leave on none of the ${String(farthestDays)} days after ${londonDay(now)}; look at the term dates and the closed days`);
}

function isSendingDay(day: string, calendar: SchoolCalendar): boolean {
  return calendar.terms.length === 0 ? isWorkingDay(day, calendar.closedDays) : isSchoolDay(day, calendar);
}

function shutsAt(day: string, { to, calendar }: SendingHours): number {
  return isLastDayBeforeHoliday(day, calendar) ? Math.min(minutesOf(noon), minutesOf(to)) : minutesOf(to);
}
