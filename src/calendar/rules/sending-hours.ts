import { atLondon, londonDay, londonMinutes, minutesOf } from './london-time.ts';
import { isWorkingDay, nextWorkingDay } from './working-days.ts';

/** When letters may leave. `to` itself is outside: from 08:00 to 17:00 means at 16:59 at the latest. */
export interface SendingHours {
  from: string;
  to: string;
  /** How long at least Stop can be pressed after the approval. */
  delayMinutes: number;
  /** Days on which the school is closed, beside weekends and bank holidays. */
  closedDays: readonly string[];
}

/** The earliest moment, at least the delay on, that lies in the sending hours of a working day. */
export function leavesAt(now: number, hours: SendingHours): number {
  const opens = minutesOf(hours.from);
  const shuts = minutesOf(hours.to);
  if (opens >= shuts) throw new RangeError(`Sending hours from ${hours.from} to ${hours.to} hold no time`);
  const earliest = now + hours.delayMinutes * 60_000;
  const day = londonDay(earliest);
  const minutes = londonMinutes(earliest);
  if (!isWorkingDay(day, hours.closedDays) || minutes >= shuts) {
    return atLondon(nextWorkingDay(day, hours.closedDays), hours.from);
  }
  // Never before the delay is over: in October the opening hour can be there twice.
  return minutes < opens ? Math.max(earliest, atLondon(day, hours.from)) : earliest;
}
