import { londonDay, londonMinutes, minutesOf } from './london-time.ts';
import { isPastTermDates } from './school-calendar.ts';
import { isStaffedDay } from './school-days.ts';
import type { SendingHours } from './sending-hours.ts';

/** When somebody can be expected at the school: the hours in which letters may leave, on INSET days too. */
export type SchoolHours = Pick<SendingHours, 'from' | 'to' | 'calendar'>;

/** Past the last entered term nobody is expected, so that an alert also reaches whoever is on duty. */
export function inSchoolHours(at: number, { from, to, calendar }: SchoolHours): boolean {
  const [day, minutes] = [londonDay(at), londonMinutes(at)];
  return isStaffedDay(day, calendar) && !isPastTermDates(day, calendar) && minutes >= minutesOf(from) && minutes < minutesOf(to);
}
