/**
 * Days and hours as people at the school read them: Europe/London, with its summer time. A day is a text, `2026-11-30`; a moment
 * is milliseconds. Nothing here knows the time now.
 */

const minute = 60_000;
const hour = 60 * minute;

const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London', hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
});

const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const monthNames = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const;

function wallClockParts(ms: number): Record<string, string> {
  return Object.fromEntries(wallClock.formatToParts(ms).map((part) => [part.type, part.value]));
}

/** The day in London at that moment: `2026-11-30`. */
export function londonDay(ms: number): string {
  const { year, month, day } = wallClockParts(ms) as { year: string; month: string; day: string };
  return `${year}-${month}-${day}`;
}

/** The calendar year in London: the year of a reference. */
export function londonYear(ms: number): number {
  return Number(londonDay(ms).slice(0, 4));
}

/** Minutes since midnight as a clock on a London wall shows them: 510 at half past eight, summer and winter. */
export function londonMinutes(ms: number): number {
  const { hour: hours, minute: minutes } = wallClockParts(ms) as { hour: string; minute: string };
  return Number(hours) * 60 + Number(minutes);
}

/** `08:30` as minutes since midnight. Throws when it is no time of day. */
export function minutesOf(time: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hours === undefined || minutes === undefined) throw new RangeError(`"${time}" is not a time of day like 08:30`);
  return Number(hours) * 60 + Number(minutes);
}

/**
 * The moment at which London's clocks show that time on that day. In the hour that is there twice (October) the first one; in the
 * hour that is skipped (March) the moment an hour later on the clock, which is when it would have been.
 */
export function atLondon(day: string, time: string): number {
  const wanted = minutesOf(time);
  const asIfUtc = utcMidnight(day) + wanted * minute;
  // London is UTC or one hour ahead of it, so one of two moments is meant; the earlier one first.
  const shows = (ms: number): boolean => londonDay(ms) === day && londonMinutes(ms) === wanted;
  return shows(asIfUtc - hour) ? asIfUtc - hour : asIfUtc;
}

/** Midnight UTC of a day, for counting days. Throws when there is no such day (`2027-02-29`). */
function utcMidnight(day: string): number {
  const ms = Date.parse(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day) {
    throw new RangeError(`"${day}" is not a day like 2026-11-30`);
  }
  return ms;
}

export function isDay(text: string): boolean {
  try {
    utcMidnight(text);
    return true;
  } catch {
    return false;
  }
}

export function dayAfter(day: string, days = 1): string {
  return new Date(utcMidnight(day) + days * 24 * hour).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(utcMidnight(day)).getUTCDay();
}

/** "Monday 30 November 2026". Written out here, since Intl puts a comma after the weekday in some versions. */
export function formatDay(day: string): string {
  const date = new Date(utcMidnight(day));
  const weekday = weekdayNames[date.getUTCDay()] ?? '';
  const month = monthNames[date.getUTCMonth()] ?? '';
  return `${weekday} ${String(date.getUTCDate())} ${month} ${String(date.getUTCFullYear())}`;
}

/** "Monday 30 November 2026 at 08:30". */
export function formatLondon(ms: number): string {
  const { hour: hours, minute: minutes } = wallClockParts(ms) as { hour: string; minute: string };
  return `${formatDay(londonDay(ms))} at ${hours}:${minutes}`;
}
