const zone = 'Europe/London';
const minute = 60_000;
const dayMs = 24 * 60 * minute;
const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** Half past eight in London on the next weekday morning after `now`. */
export function nextSchoolMorning(now: number): number {
  for (let day = 0; day < 8; day++) {
    const morning = halfPastEight(now + day * dayMs);
    if (morning > now && !['Sat', 'Sun'].includes(part(morning, 'weekday'))) return morning;
  }
  throw new Error('A week without a weekday.');
}

/** 08:30 on London's day of `at`: shifted by what the wall clock is off, twice where the clocks change in between. */
function halfPastEight(at: number): number {
  const shift = (moment: number): number => moment - moment % minute + (8 * 60 + 30 - Number(part(moment, 'hour')) * 60 - Number(part(moment, 'minute'))) * minute;
  return shift(shift(at));
}

function part(at: number, type: Intl.DateTimeFormatPartTypes): string {
  return parts.formatToParts(at).find((one) => one.type === type)?.value ?? '';
}
