import { bankHolidays } from './bank-holidays.ts';
import { dayAfter, weekdayOf } from './london-time.ts';

/** A weekday that is no bank holiday and on which the school has not said that it is closed. */
export function isWorkingDay(day: string, closedDays: readonly string[] = []): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !bankHolidays.has(day) && !closedDays.includes(day);
}

/** The first working day after that day. */
export function nextWorkingDay(day: string, closedDays: readonly string[] = []): string {
  let next = dayAfter(day);
  for (let tried = 0; tried < 400; tried++) {
    if (isWorkingDay(next, closedDays)) return next;
    next = dayAfter(next);
  }
  throw new RangeError(`The school is said to be closed on every day after ${day}; look at its closed days`);
}

/** Ten working days on: the day itself is day 0, so a letter of a Monday gives until the Monday two weeks later. */
export function workingDaysAfter(day: string, count: number, closedDays: readonly string[] = []): string {
  let reached = day;
  for (let counted = 0; counted < count; counted++) reached = nextWorkingDay(reached, closedDays);
  return reached;
}

/** How many working days lie after `from` up to and including `until`; 0 when `until` is not later. */
export function workingDaysBetween(from: string, until: string, closedDays: readonly string[] = []): number {
  let count = 0;
  for (let day = dayAfter(from); day <= until; day = dayAfter(day)) if (isWorkingDay(day, closedDays)) count++;
  return count;
}
