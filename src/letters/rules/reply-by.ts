import { deadline } from '../../calendar/rules/deadline.ts';
import { dayAfter, isDay } from '../../calendar/rules/london-time.ts';
import type { SchoolCalendar } from '../../calendar/rules/school-calendar.ts';
import { schoolDaysAfter, schoolDaysBetween } from '../../calendar/rules/school-days.ts';
import { workingDaysAfter, workingDaysBetween } from '../../calendar/rules/working-days.ts';
import { responses } from '../../responses/rules/responses.ts';

/**
 * The day to answer by where nobody typed one: ten school days after the letter's day, or ten working days where no term dates are entered. Where
 * a holiday would stretch them, or the term dates end, a sentence asks for a day instead.
 */
export function usualReplyBy(day: string, calendar: SchoolCalendar): { day: string } | { problem: string } {
  const days = responses.RS1.deadlines['replyBy'] ?? 10;
  if (!isDay(day)) return { day: '' };
  if (calendar.terms.length === 0) return { day: workingDaysAfter(day, days, calendar.closedDays) };
  const counted = deadline({ from: day, schoolDays: days }, calendar);
  if ('problem' in counted) return { problem: `${counted.problem} Or fill in the day to answer by.` };
  return counted.warning === null ? { day: counted.day } : { problem: `Fill in the day to answer by. ${counted.warning}` };
}

/** As much time to answer from another day on: as many working days and, as far as they can be counted, as many school days as before. */
export function replyByMoved(before: { day: string; replyBy: string }, day: string, calendar: SchoolCalendar): string {
  const workingDays = workingDaysBetween(before.day, before.replyBy, calendar.closedDays);
  const moved = workingDays === 0 ? dayAfter(day) : workingDaysAfter(day, workingDays, calendar.closedDays);
  const counted = schoolDaysAfter(day, schoolDaysBetween(before.day, before.replyBy, calendar), calendar);
  return 'day' in counted && counted.day > moved ? counted.day : moved;
}
