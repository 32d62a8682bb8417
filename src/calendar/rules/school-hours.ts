import { londonDay, londonMinutes, minutesOf } from './london-time.ts';
import type { SendingHours } from './sending-hours.ts';
import { isWorkingDay } from './working-days.ts';

/** When somebody can be expected at the school: the hours in which letters may leave. */
export type SchoolHours = Pick<SendingHours, 'from' | 'to' | 'closedDays'>;

export function inSchoolHours(at: number, hours: SchoolHours): boolean {
  const minutes = londonMinutes(at);
  return isWorkingDay(londonDay(at), hours.closedDays) && minutes >= minutesOf(hours.from) && minutes < minutesOf(hours.to);
}
