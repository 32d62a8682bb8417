import { dayAfter, formatDay, londonDay } from '../calendar/rules/london-time.ts';
import { lastKnownDay, type SchoolCalendar } from '../calendar/rules/school-calendar.ts';
import { nextHoliday } from '../calendar/rules/school-holidays.ts';

/** Long enough for a school to find its next term dates and for IT to enter them. */
const noticeDays = 60;

/** Past the last entered term nothing can be counted and no letter leaves, so that is said two months before. */
export function schoolYear(calendar: SchoolCalendar, now: number): { sentence: string; sure: boolean } {
  const today = londonDay(now);
  const soon = dayAfter(today, noticeDays);
  const last = lastKnownDay(calendar);
  if (last === null) return look(`No term dates are entered (TERM_DATES), so no school days can be counted, and letters leave on any working day.${bankHolidays(calendar, soon)}`);
  const lastTerm = calendar.terms.at(-1)?.to ?? last;
  if (last < lastTerm) return look(`Term dates go until ${formatDay(lastTerm)}, but bank holidays are listed only until ${formatDay(last)}. Update Concern Desk before then.`);
  if (last < today) return look(`Term dates ended on ${formatDay(last)}: no school days can be counted and no letter leaves. Enter the next terms (TERM_DATES).`);
  if (last < soon) return look(`Term dates end on ${formatDay(last)}. Enter the next terms (TERM_DATES, INSET_DAYS) before then.`);
  const holiday = nextHoliday(today, calendar);
  return { sentence: `Term dates go until ${formatDay(last)}.${holiday === null ? '' : ` Next holiday: ${formatDay(holiday.from)} to ${formatDay(holiday.to)}.`}${bankHolidays(calendar, soon)}`, sure: true };
}

function look(sentence: string): { sentence: string; sure: boolean } {
  return { sentence, sure: false };
}

function bankHolidays({ bankHolidaysKnownUntil: until }: SchoolCalendar, soon: string): string {
  return until < soon ? ` Bank holidays are listed until ${formatDay(until)}. Update Concern Desk before then.` : '';
}
