import { formatDay, londonDay } from '../calendar/rules/london-time.ts';
import type { DutyShift } from '../people/rules/duty.ts';

/** Who stands on the rota and is in none of the school's groups is never alerted; and a rota that has run out helps nobody. */
export function dutyRota(shifts: readonly DutyShift[], people: readonly { mail: string }[], now: number): { sentence: string; sure: boolean } {
  const known = new Set(people.map((each) => each.mail.toLowerCase()));
  const strangers = [...new Set(shifts.flatMap((shift) => shift.who))].filter((address) => !known.has(address));
  if (strangers.length > 0) throw new Error(`On the duty rota and in none of the school's groups: ${strangers.join(', ')}. No alert can reach them.`);
  const last = shifts.map((shift) => shift.to).sort().at(-1);
  if (last === undefined) return { sentence: 'There is no duty rota, so out of hours every alert says that nobody is on duty.', sure: false };
  return last < londonDay(now) ? { sentence: `The duty rota ended on ${formatDay(last)}. Out of hours every alert now says that nobody is on duty.`, sure: false }
    : { sentence: `The duty rota goes until ${formatDay(last)}.`, sure: true };
}
