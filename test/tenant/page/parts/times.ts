const zone = 'Europe/London';
const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options });
const time = format({ hour: '2-digit', minute: '2-digit' });
const weekdayTime = format({ weekday: 'short', hour: '2-digit', minute: '2-digit' });
const shortDay = format({ day: 'numeric', month: 'short' });
const day = format({ day: 'numeric', month: 'short', year: 'numeric' });
const full = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' });
const clock = format({ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

/** All times are London's, wherever the laptop thinks it is. */
export const fullTime = (at: number): string => full.format(at);
export const clockTime = (at: number): string => clock.format(at);
export const dayOf = (at: number): string => day.format(at);
export const timeOf = (at: number): string => time.format(at);

/** As a list shows it: the time today, the weekday within a week, the day before that. */
export function shortTime(at: number, now: number): string {
  if (day.format(at) === day.format(now)) return time.format(at);
  if (at < now && now - at < 6 * 86_400_000) return weekdayTime.format(at);
  return day.format(at).slice(-4) === day.format(now).slice(-4) ? shortDay.format(at) : day.format(at);
}
