import { isDay } from './london-time.ts';

/** The same date so many months on, or that month's last day where it has no such date: 31 January gives 28 or 29 February. */
export function monthsAfter(day: string, n: number): string {
  if (!isDay(day)) throw new RangeError(`"${day}" is not a day like 2026-11-30`);
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const months = year * 12 + (month - 1) + n;
  const start = `${String(Math.floor(months / 12))}-${String((months % 12) + 1).padStart(2, '0')}`;
  const dates = [date, 30, 29, 28].filter((each) => each <= date).map((each) => `${start}-${String(each).padStart(2, '0')}`);
  const found = dates.find(isDay);
  if (found === undefined) throw new RangeError(`There is no day ${String(n)} months after ${day}`);
  return found;
}

/** The same date a year on; 29 February gives 28 February, the earlier of the two that could be meant. */
export function yearAfter(day: string): string {
  return monthsAfter(day, 12);
}

/**
 * Libel, slander and malicious falsehood: a claim has to be brought within one year of publication (Limitation Act 1980, section 4A). School
 * holidays do not stop it. The alerts are school practice. The lawyers say which day counts; these are to ring in good time.
 */
export function limitationAlerts(publishedDay: string): { threeMonths: string; nineMonths: string; ends: string } {
  return { threeMonths: monthsAfter(publishedDay, 3), nineMonths: monthsAfter(publishedDay, 9), ends: yearAfter(publishedDay) };
}
