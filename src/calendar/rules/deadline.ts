import { dayAfter, formatDay } from './london-time.ts';
import { isWeekday, type SchoolCalendar } from './school-calendar.ts';
import { isSchoolDay, schoolDays, schoolDaysAfter } from './school-days.ts';
import { workingDaysAfter } from './working-days.ts';

/** More weekdays without school in a row than this make a window of school days longer than people expect: a half term may lie in it, a holiday is said. */
const longestQuietGap = 5;

/** `from` is day 0. `promised` is the day that was printed or said already, where there is one. */
export interface DeadlineOrder { from: string; schoolDays: number; promised?: string | null }
export type Deadline = { day: string; warning: string | null } | { problem: string };

/**
 * The day on which so many school days end; with a warning and what else could be chosen where holidays stretch them. A day that was promised
 * stays what it is, whatever was edited in the calendar since; a warning says what would be counted now. Not for what runs on other clocks:
 * the safeguarding check, the police and the LADO, requests for one's own data, and the limit for going to court.
 */
export function deadline(order: DeadlineOrder, calendar: SchoolCalendar): Deadline {
  const counted = schoolDaysAfter(order.from, order.schoolDays, calendar);
  if (order.promised != null) return { day: order.promised, warning: 'problem' in counted ? null : movedSince(order.promised, counted.day) };
  return 'problem' in counted ? counted : { day: counted.day, warning: stretched(order, counted.day, calendar) };
}

function movedSince(promised: string, counted: string): string | null {
  return promised === counted ? null : `By the term dates as they are now this would be ${formatDay(counted)}. What was promised stays: ${formatDay(promised)}.`;
}

function stretched({ from, schoolDays: n }: DeadlineOrder, until: string, calendar: SchoolCalendar): string | null {
  const gap = longestGap(from, until, calendar);
  if (gap <= longestQuietGap) return null;
  return `${schoolDays(n)} from ${formatDay(from)} end only on ${formatDay(until)}, since ${String(gap)} weekdays in a row have no school. `
    + `${String(n)} working days would end on ${formatDay(workingDaysAfter(from, n))}. Choose one of these two days, or another.`;
}

/** The most weekdays without school that follow one another after `from`, up to `until`. */
function longestGap(from: string, until: string, calendar: SchoolCalendar): number {
  let [longest, run] = [0, 0];
  for (let day = dayAfter(from); day <= until; day = dayAfter(day)) {
    if (!isWeekday(day)) continue;
    run = isSchoolDay(day, calendar) ? 0 : run + 1;
    longest = Math.max(longest, run);
  }
  return longest;
}
