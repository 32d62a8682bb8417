import { readFileSync } from 'node:fs';
import { dayAfter } from '../../src/calendar/rules/london-time.ts';

const page = readFileSync(new URL('../fixtures/school-years.txt', import.meta.url), 'utf8');
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Every weekday of the two school years as it is written out on the page: the day and its letter. */
export const weekdays: readonly { day: string; mark: string }[] = page.split('\n').flatMap((line) => {
  const [, date = '', month = '', year = '', marks = ''] = /^ ?(\d{1,2}) (\w{3}) (\d{4})\s+([SIB-](?: [SIB-]){4})$/.exec(line) ?? [];
  const monday = `${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${date.padStart(2, '0')}`;
  return marks === '' ? [] : marks.split(' ').map((mark, index) => ({ day: dayAfter(monday, index), mark }));
});

/** The days with pupils, in their order. */
export const sessions: readonly string[] = weekdays.filter((each) => each.mark === 'S').map((each) => each.day);
export const everyDay: readonly string[] = Array.from({ length: 700 }, (_, index) => dayAfter('2026-08-31', index)).filter((day) => day <= '2028-07-21');

/** The letters of the weekdays after the first day up to the second: `SSS-----S`. */
export function marksBetween(from: string, until: string): string {
  return weekdays.filter(({ day }) => from < day && day <= until).map(({ mark }) => mark).join('');
}
