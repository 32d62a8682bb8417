import { describe, expect, test } from '@jest/globals';
import { bankHolidays, bankHolidaysKnownUntil } from '../../src/calendar/rules/bank-holidays.ts';
import { atLondon, dayAfter, formatDay, formatLondon, isDay, londonDay, londonMinutes, weekdayOf } from '../../src/calendar/rules/london-time.ts';
import { leavesAt, type SendingHours } from '../../src/calendar/rules/sending-hours.ts';
import { isWorkingDay, workingDaysAfter, workingDaysBetween } from '../../src/calendar/rules/working-days.ts';
import { schoolYears } from '../tenant/local/school-years.ts';
import { calendarWith } from './calendar-days.ts';
import { sessions } from './school-year-page.ts';

const hours: SendingHours = { from: '08:00', to: '17:00', delayMinutes: 10, calendar: calendarWith({}) };
const twoYears = Array.from({ length: 731 }, (_, index) => dayAfter('2026-09-01', index));
const leaves = (day: string, time: string, change: Partial<SendingHours> = {}): string =>
  formatLondon(momentOf(leavesAt(atLondon(day, time), { ...hours, ...change })));

function momentOf(leaves: ReturnType<typeof leavesAt>): number {
  if ('problem' in leaves) throw new Error(leaves.problem);
  return leaves.at;
}

describe('London time', () => {
  test('reads as people write it', () => {
    expect(formatLondon(Date.UTC(2026, 10, 30, 8, 30))).toBe('Monday 30 November 2026 at 08:30');
    expect(formatLondon(Date.UTC(2027, 5, 30, 23, 5))).toBe('Thursday 1 July 2027 at 00:05');
    expect(formatDay('2028-02-29')).toBe('Tuesday 29 February 2028');
  });

  test('there and back, every quarter of an hour of two years that exists once', () => {
    for (const day of twoYears) {
      for (let minutes = 0; minutes < 1440; minutes += 15) {
        const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
        if (skipped(day, minutes)) continue;
        const ms = atLondon(day, time);
        if (londonDay(ms) !== day || londonMinutes(ms) !== minutes) throw new Error(`${day} ${time} came back as ${formatLondon(ms)}`);
      }
    }
  }, 30_000);

  test('days are as long as they are: 23 hours in March, 25 in October', () => {
    const lengths = twoYears.map((day) => (atLondon(dayAfter(day), '00:00') - atLondon(day, '00:00')) / 3_600_000);
    expect(twoYears.filter((_, index) => lengths[index] === 25)).toEqual(['2026-10-25', '2027-10-31']);
    expect(twoYears.filter((_, index) => lengths[index] === 23)).toEqual(['2027-03-28', '2028-03-26']);
    expect(lengths.filter((length) => length === 24)).toHaveLength(727);
  });

  test('an hour that is there twice is the first one, one that is skipped is an hour later on the clock', () => {
    expect(atLondon('2027-10-31', '01:30')).toBe(Date.UTC(2027, 9, 31, 0, 30));
    expect(formatLondon(atLondon('2027-03-28', '01:30'))).toBe('Sunday 28 March 2027 at 02:30');
  });

  test('what is no day or no time is refused', () => {
    expect(['2027-02-29', '2027-13-01', '1/2/2027', '2027-2-1', ''].map(isDay)).toEqual([false, false, false, false, false]);
    expect(isDay('2028-02-29')).toBe(true);
    expect(() => atLondon('2027-02-29', '08:00')).toThrow('is not a day');
    expect(() => atLondon('2027-02-28', '24:00')).toThrow('is not a time of day');
  });

  function skipped(day: string, minutes: number): boolean {
    return ['2027-03-28', '2028-03-26'].includes(day) && minutes >= 60 && minutes < 120;
  }
});

describe('bank holidays', () => {
  test('the list is what the rules of law give', () => {
    const computed = [2026, 2027, 2028].flatMap(computedBankHolidays).sort();
    expect([...bankHolidays].sort()).toEqual(computed);
    expect(bankHolidaysKnownUntil.slice(0, 4)).toBe(computed.at(-1)?.slice(0, 4));
  });

  test('working days leave out weekends, bank holidays and the days that the school is closed', () => {
    expect(workingDaysAfter('2026-12-23', 2)).toBe('2026-12-29');
    expect(workingDaysAfter('2026-11-30', 10)).toBe('2026-12-14');
    expect(workingDaysAfter('2026-11-30', 1, ['2026-12-01', '2026-12-02'])).toBe('2026-12-03');
    expect(workingDaysBetween('2026-11-30', '2026-12-14')).toBe(10);
    expect(workingDaysBetween('2026-11-30', '2026-11-30')).toBe(0);
  });

  /** Easter by the Gregorian computus, then the fixed rules and the substitute days. */
  function computedBankHolidays(year: number): string[] {
    const easter = easterSunday(year);
    const monday = (month: string, last: boolean): string => {
      const days = Array.from({ length: 31 }, (_, index) => `${String(year)}-${month}-${String(index + 1).padStart(2, '0')}`);
      const mondays = days.filter((day) => isDay(day) && weekdayOf(day) === 1);
      return (last ? mondays.at(-1) : mondays[0]) ?? '';
    };
    const substitute = (taken: string[], day: string): string => {
      let moved = day;
      while ([0, 6].includes(weekdayOf(moved)) || taken.includes(moved)) moved = dayAfter(moved);
      return moved;
    };
    const y = String(year);
    const christmas = [`${y}-12-25`, `${y}-12-26`];
    const onWeekdays = christmas.filter((day) => ![0, 6].includes(weekdayOf(day)));
    const observed = christmas.reduce<string[]>((taken, day) => onWeekdays.includes(day) ? taken : [...taken, substitute(taken, day)], onWeekdays);
    return [substitute([], `${y}-01-01`), dayAfter(easter, -2), dayAfter(easter, 1), monday('05', false), monday('05', true), monday('08', true), ...observed];
  }

  function easterSunday(year: number): string {
    const a = year % 19, b = Math.floor(year / 100), c = year % 100;
    const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
    const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
    const m = Math.floor((a + 11 * h + 22 * l) / 451);
    const month = Math.floor((h + l - 7 * m + 114) / 31), day = ((h + l - 7 * m + 114) % 31) + 1;
    return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  }
});

describe('when a letter leaves, where no term dates are entered', () => {
  test('in hours, after the delay', () => { expect(leaves('2026-11-30', '09:15')).toBe('Monday 30 November 2026 at 09:25'); });
  test('before hours, when they open', () => { expect(leaves('2026-11-30', '06:00')).toBe('Monday 30 November 2026 at 08:00'); });
  test('approved a little before hours, the delay counts', () => { expect(leaves('2026-11-30', '07:55')).toBe('Monday 30 November 2026 at 08:05'); });
  test('too late for today, the next morning', () => { expect(leaves('2026-11-30', '16:50')).toBe('Tuesday 1 December 2026 at 08:00'); });
  test('on Friday evening, on Monday', () => { expect(leaves('2026-11-27', '18:00')).toBe('Monday 30 November 2026 at 08:00'); });
  test('a delay over midnight', () => { expect(leaves('2026-11-30', '23:58')).toBe('Tuesday 1 December 2026 at 08:00'); });
  test('on Christmas Eve, after the holidays', () => { expect(leaves('2026-12-24', '17:30')).toBe('Tuesday 29 December 2026 at 08:00'); });
  test('over days that the school is closed', () => {
    expect(leaves('2026-12-18', '17:30', { calendar: calendarWith({ closedDays: ['2026-12-21', '2026-12-22'] }) })).toBe('Wednesday 23 December 2026 at 08:00');
  });
  test('over the change of the clocks', () => {
    expect(leaves('2027-03-26', '12:00')).toBe('Tuesday 30 March 2027 at 08:00');
    expect(leaves('2026-10-23', '17:30')).toBe('Monday 26 October 2026 at 08:00');
  });

  test('on any day of two years: never before the delay, always in hours on a working day, and never later than need be', () => {
    const closedDays = ['2026-10-26', '2027-02-15', '2027-02-16'];
    const calendar = calendarWith({ closedDays });
    for (const day of twoYears) {
      for (const minutes of [0, 1, 7 * 60 + 51, 8 * 60, 12 * 60, 16 * 60 + 49, 16 * 60 + 50, 17 * 60, 23 * 60 + 55]) {
        const now = atLondon(day, '00:00') + minutes * 60_000;
        const at = momentOf(leavesAt(now, { ...hours, calendar }));
        const open = (ms: number): boolean => isWorkingDay(londonDay(ms), closedDays) && londonMinutes(ms) >= 480 && londonMinutes(ms) < 1020;
        expect(at - now).toBeGreaterThanOrEqual(600_000);
        expect(open(at)).toBe(true);
        if (at - now > 600_000) expect(open(at - 60_000)).toBe(false);
        for (let earlier = now + 600_000; earlier < at; earlier += 30 * 60_000) if (open(earlier)) throw new Error(`could have left at ${formatLondon(earlier)}`);
      }
    }
  }, 60_000);

  test('settings that hold no time are refused', () => {
    expect(() => leaves('2026-11-30', '09:00', { from: '17:00', to: '08:00' })).toThrow('hold no time');
  });
});

describe('when a letter leaves in the school\'s year', () => {
  const inYear = (day: string, time: string, change: Partial<SendingHours> = {}): string => leaves(day, time, { calendar: schoolYears, ...change });

  test.each([
    ['an ordinary day', '2026-11-30', '09:15', 'Monday 30 November 2026 at 09:25'],
    ['an ordinary Friday afternoon', '2026-11-27', '14:00', 'Friday 27 November 2026 at 14:10'],
    ['the last morning', '2026-12-18', '11:49', 'Friday 18 December 2026 at 11:59'],
    ['the last morning, so late that Stop would reach into the afternoon', '2026-12-18', '11:50', 'Tuesday 5 January 2027 at 08:00'],
    ['the last afternoon', '2026-12-18', '13:00', 'Tuesday 5 January 2027 at 08:00'],
    ['the last afternoon before a half term that begins with an INSET day', '2027-02-11', '13:00', 'Monday 22 February 2027 at 08:00'],
    ['in the holidays', '2026-12-22', '10:00', 'Tuesday 5 January 2027 at 08:00'],
    ['on Christmas Day', '2026-12-25', '10:00', 'Tuesday 5 January 2027 at 08:00'],
    ['on an INSET day', '2027-06-25', '10:00', 'Monday 28 June 2027 at 08:00'],
    ['the day before a long weekend, which is no holiday', '2027-04-30', '15:00', 'Friday 30 April 2027 at 15:10'],
    ['the night in which the clocks go back', '2026-10-25', '01:30', 'Monday 2 November 2026 at 08:00'],
    ['in August', '2027-08-10', '10:00', 'Friday 3 September 2027 at 08:00'],
    ['before the first term', '2026-08-20', '10:00', 'Friday 4 September 2026 at 08:00'],
  ])('approved on %s', (_, day, time, leavesThen) => { expect(inYear(day, time)).toBe(leavesThen); });

  test('where letters leave in the afternoon alone, the last day before a holiday has no hour', () => {
    expect(inYear('2026-12-18', '09:00', { from: '13:00', to: '17:00' })).toBe('Tuesday 5 January 2027 at 13:00');
  });

  test('past the last entered term nobody can say', () => {
    for (const [day, time] of [['2028-07-21', '12:30'], ['2028-07-24', '09:00']] as const) {
      expect(leavesAt(atLondon(day, time), { ...hours, calendar: schoolYears })).toEqual({ problem: 'The school\'s term dates are entered until Friday 21 July 2028, so nobody can say when a letter would leave. Ask IT to enter the next term (TERM_DATES).' });
    }
  });

  test('on any day of both years: never before ten minutes, on a day with pupils, in its hours, at the first such moment', () => {
    const last = new Set('2026-10-23 2026-12-18 2027-02-11 2027-03-25 2027-05-28 2027-07-22 2027-10-22 2027-12-17 2028-02-11 2028-03-31 2028-05-26 2028-07-21'.split(' '));
    const pupils = new Set(sessions);
    for (const day of twoYears.filter((each) => each < '2028-07-21')) {
      for (const minutes of [0, 7 * 60 + 51, 11 * 60 + 49, 11 * 60 + 50, 16 * 60 + 49, 16 * 60 + 50]) {
        const earliest = atLondon(day, '00:00') + (minutes + 10) * 60_000;
        const at = momentOf(leavesAt(earliest - 600_000, { ...hours, calendar: schoolYears }));
        const open = (that: string, ms: number): boolean => pupils.has(that) && londonMinutes(ms) >= 480 && londonMinutes(ms) < (last.has(that) ? 720 : 1020);
        const here = londonDay(earliest);
        const firstDay = open(here, earliest) || (pupils.has(here) && londonMinutes(earliest) < 480) ? here : sessions.find((each) => each > here) ?? '';
        if (at < earliest || !open(londonDay(at), at) || londonDay(at) !== firstDay) throw new Error(`${day} ${String(minutes)}: ${formatLondon(at)}`);
        if (at !== earliest && londonMinutes(at) !== 480) throw new Error(`${day} ${String(minutes)}: could leave before ${formatLondon(at)}`);
      }
    }
  }, 20_000);
});
