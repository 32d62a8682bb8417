import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { limitationAlerts, monthsAfter, yearAfter } from '../../src/calendar/rules/calendar-months.ts';
import { deadline } from '../../src/calendar/rules/deadline.ts';
import { atLondon, dayAfter, formatDay, weekdayOf } from '../../src/calendar/rules/london-time.ts';
import { schoolCalendar, type EnteredDays } from '../../src/calendar/rules/school-calendar.ts';
import { isSchoolDay, isStaffedDay, nextSchoolDay, receivedOn, schoolDaysAfter, schoolDaysBetween } from '../../src/calendar/rules/school-days.ts';
import { isLastDayBeforeHoliday, nextHoliday } from '../../src/calendar/rules/school-holidays.ts';
import { inSchoolHours } from '../../src/calendar/rules/school-hours.ts';
import { schoolYear } from '../../src/desk/school-year.ts';
import { schoolYears } from '../tenant/local/school-years.ts';
import { calendarWith } from './calendar-days.ts';
import { everyDay, marksBetween, sessions, weekdays } from './school-year-page.ts';

const noTerms = calendarWith({});
const lastDay = '2028-07-21';
/** The first of the written-out days with pupils after that day. */
const sessionAfter = (day: string): number => { const at = sessions.findIndex((each) => each > day); return at === -1 ? sessions.length : at; };

describe('two school years, day by day, against the page on which they are written out', () => {
  test('the page holds every weekday, and 190 days with pupils in each year', () => {
    expect(weekdays.map(({ day }) => day)).toEqual(everyDay.filter((day) => ![0, 6].includes(weekdayOf(day))));
    expect([sessions.filter((day) => day < '2027-08-01').length, sessions.filter((day) => day > '2027-08-01').length]).toEqual([190, 190]);
  });

  test('school days, and days on which staff are there', () => {
    expect(everyDay.filter((day) => isSchoolDay(day, schoolYears))).toEqual(sessions);
    expect(everyDay.filter((day) => isStaffedDay(day, schoolYears))).toEqual(weekdays.filter(({ mark }) => 'SI'.includes(mark)).map(({ day }) => day));
  });

  test('so many school days after each of them, and back', () => {
    for (const day of everyDay) {
      for (const n of [1, 2, 5, 8, 10, 15, 20, 40]) {
        const expected = sessions[sessionAfter(day) + n - 1];
        const reached = schoolDaysAfter(day, n, schoolYears);
        if (expected === undefined ? !('problem' in reached) : !('day' in reached) || reached.day !== expected) throw new Error(`${String(n)} after ${day}: ${JSON.stringify(reached)}, not ${String(expected)}`);
      }
    }
  }, 20_000);

  test('how many lie between any of them and the days after it', () => {
    for (const from of everyDay.filter((_, index) => index % 9 === 0)) {
      for (const until of everyDay.filter((_, index) => index % 11 === 0)) {
        const expected = sessions.filter((day) => from < day && day <= until).length;
        if (schoolDaysBetween(from, until, schoolYears) !== expected) throw new Error(`${from} to ${until} is not ${String(expected)}`);
      }
    }
  });

  test('what comes in until four counts that day, later or without school on the next school day', () => {
    for (const day of everyDay.filter((each) => each < lastDay)) {
      const next = sessions[sessionAfter(day)];
      for (const [time, inTime] of [['00:00', true], ['16:00', true], ['16:01', false], ['23:59', false]] as const) {
        const expected = inTime && sessions.includes(day) ? day : next;
        const received = receivedOn(atLondon(day, time), schoolYears);
        if (received !== expected) throw new Error(`${day} ${time}: ${received}, not ${String(expected)}`);
      }
    }
  });

  test('a warning wherever six weekdays in a row or more have no school, and nowhere else', () => {
    for (const from of everyDay.filter((day) => sessionAfter(day) + 10 <= sessions.length)) {
      const due = deadline({ from, schoolDays: 10 }, schoolYears);
      const until = sessions[sessionAfter(from) + 9] ?? '';
      expect(due).toMatchObject({ day: until });
      if (/[^S]{6}/.test(marksBetween(from, until)) !== ('day' in due && due.warning !== null)) throw new Error(`${from}: ${JSON.stringify(due)}`);
    }
  });

  test('the holidays are those that people know, each from any day before it', () => {
    const holidays: string[] = [];
    for (let at = '2026-08-31', next = nextHoliday(at, schoolYears); next !== null; at = next.from, next = nextHoliday(at, schoolYears)) holidays.push(`${next.from} ${next.to}`);
    expect(holidays).toEqual([
      '2026-10-24 2026-11-01', '2026-12-19 2027-01-04', '2027-02-12 2027-02-21', '2027-03-26 2027-04-11', '2027-05-29 2027-06-06', '2027-07-23 2027-09-02',
      '2027-10-23 2027-10-31', '2027-12-18 2028-01-04', '2028-02-12 2028-02-20', '2028-04-01 2028-04-18', '2028-05-27 2028-06-05',
    ]);
  });

  test('the last days before them, and the very last day, are known as such', () => {
    const lastDays = [...'2026-10-23 2026-12-18 2027-02-11 2027-03-25 2027-05-28 2027-07-22 2027-10-22 2027-12-17 2028-02-11 2028-03-31 2028-05-26'.split(' '), lastDay];
    expect(everyDay.filter((day) => isLastDayBeforeHoliday(day, schoolYears))).toEqual(lastDays);
  });
});

describe('the rules at their edges', () => {
  test('day 0 is the day itself: nothing is counted from where nothing is to be counted', () => {
    expect(schoolDaysAfter('2026-11-30', 0, schoolYears)).toEqual({ day: '2026-11-30' });
    expect(schoolDaysBetween('2026-11-30', '2026-11-30', schoolYears)).toBe(0);
    expect(schoolDaysBetween('2026-12-01', '2026-11-30', schoolYears)).toBe(0);
    expect(() => schoolDaysAfter('2026-11-30', 1.5, schoolYears)).toThrow('no number of school days');
  });

  test('an email of a Friday evening counts from Monday, one of the first evening of the holidays from the first day with pupils', () => {
    expect(receivedOn(atLondon('2026-11-27', '21:15'), schoolYears)).toBe('2026-11-30');
    expect(receivedOn(atLondon('2026-12-18', '16:05'), schoolYears)).toBe('2027-01-05');
    expect(receivedOn(atLondon('2027-06-25', '09:00'), schoolYears)).toBe('2027-06-28');
  });

  test('four o\'clock is London\'s, in summer and in winter', () => {
    expect(receivedOn(Date.UTC(2026, 9, 23, 15, 0), schoolYears)).toBe('2026-10-23');
    expect(receivedOn(Date.UTC(2026, 9, 23, 15, 1), schoolYears)).toBe('2026-11-02');
    expect(receivedOn(Date.UTC(2026, 10, 2, 16, 0), schoolYears)).toBe('2026-11-02');
    expect(receivedOn(Date.UTC(2027, 2, 25, 16, 30), schoolYears)).toBe('2027-04-12');
    expect(receivedOn(Date.UTC(2027, 3, 12, 15, 30), schoolYears)).toBe('2027-04-13');
    expect(receivedOn(Date.UTC(2027, 5, 30, 23, 30), schoolYears)).toBe('2027-07-01');
  });

  test('a half term stretches nothing, and with an INSET day beside it is six weekdays and says so', () => {
    expect(deadline({ from: '2026-10-20', schoolDays: 10 }, schoolYears)).toEqual({ day: '2026-11-10', warning: null });
    expect(deadline({ from: '2027-02-11', schoolDays: 5 }, schoolYears)).toEqual({ day: '2027-02-26', warning:
      '5 school days from Thursday 11 February 2027 end only on Friday 26 February 2027, since 6 weekdays in a row have no school. 5 working days would end on Thursday 18 February 2027. Choose one of these two days, or another.' });
  });

  test('on the last day of the summer term both ways out are named', () => {
    expect(deadline({ from: '2027-07-22', schoolDays: 10 }, schoolYears)).toMatchObject({ day: '2027-09-16', warning: expect.stringMatching(/ 30 weekdays in a row .* 10 working days would end on Thursday 5 August 2027\./) as unknown });
  });

  test('what was promised stays, whatever was entered since', () => {
    const promised = '2026-12-10';
    expect(deadline({ from: '2026-11-26', schoolDays: 10, promised }, schoolYears)).toEqual({ day: promised, warning: null });
    const closed = { ...schoolYears, closedDays: ['2026-12-01'] };
    expect(deadline({ from: '2026-11-26', schoolDays: 10, promised }, closed)).toEqual({ day: promised, warning: 'By the term dates as they are now this would be Friday 11 December 2026. What was promised stays: Thursday 10 December 2026.' });
    expect(deadline({ from: '2026-11-26', schoolDays: 10, promised }, noTerms)).toEqual({ day: promised, warning: null });
  });

  test('nothing is counted past the last entered term, nor without terms, nor where bank holidays are not listed', () => {
    expect(schoolDaysAfter('2028-07-20', 1, schoolYears)).toEqual({ day: lastDay });
    const ended = '2 school days from Thursday 20 July 2028 cannot be counted. Ask IT to enter the next term (TERM_DATES).';
    expect(deadline({ from: '2028-07-20', schoolDays: 2 }, schoolYears)).toEqual({ problem: `The school's term dates are entered until Friday 21 July 2028, so ${ended}` });
    expect(schoolDaysAfter('2028-07-22', 0, schoolYears)).toHaveProperty('problem');
    expect(schoolDaysAfter('2026-11-30', 1, noTerms)).toEqual({ problem: 'The school\'s term dates are not entered, so 1 school day from Monday 30 November 2026 cannot be counted. Ask IT to enter them (TERM_DATES).' });
    expect(schoolDaysAfter('2027-07-20', 5, { ...schoolYears, bankHolidaysKnownUntil: '2027-07-21' })).toEqual({ problem: 'Bank holidays are listed until Wednesday 21 July 2027, so 5 school days from Tuesday 20 July 2027 cannot be counted. Ask IT for the newest version of Concern Desk.' });
    expect(isSchoolDay('2028-09-04', schoolYears)).toBe(false);
    expect(nextSchoolDay(lastDay, schoolYears)).toBeNull();
    expect(nextHoliday('2028-06-06', schoolYears)).toBeNull();
    expect(receivedOn(atLondon(lastDay, '16:30'), schoolYears)).toBe(lastDay);
  });

  test('counting there and back agrees, and further on is never earlier', () => {
    fc.assert(fc.property(fc.constantFrom(...everyDay), fc.integer({ min: 0, max: 60 }), (day, n) => {
      const reached = schoolDaysAfter(day, n, schoolYears);
      const further = schoolDaysAfter(day, n + 1, schoolYears);
      if ('problem' in reached) { expect(further).toHaveProperty('problem'); return; }
      expect(schoolDaysBetween(day, reached.day, schoolYears)).toBe(n);
      if (n > 0) expect(isSchoolDay(reached.day, schoolYears)).toBe(true);
      if ('day' in further) expect(further.day > reached.day).toBe(true);
    }), { numRuns: 400 });
  });

  test('closing one more day never makes a date earlier', () => {
    fc.assert(fc.property(fc.constantFrom(...everyDay), fc.constantFrom(...sessions), fc.integer({ min: 1, max: 30 }), (day, closed, n) => {
      const [before, after] = [schoolDaysAfter(day, n, schoolYears), schoolDaysAfter(day, n, { ...schoolYears, closedDays: [closed] })];
      if ('day' in before && 'day' in after) expect(after.day >= before.day).toBe(true);
      if ('problem' in before) expect(after).toHaveProperty('problem');
    }), { numRuns: 400 });
  });
});

describe('clocks that no school holiday stops', () => {
  test.each([
    ['2026-11-24', 1, '2026-12-24'], ['2026-12-31', 1, '2027-01-31'], ['2027-01-31', 1, '2027-02-28'], ['2028-01-31', 1, '2028-02-29'],
    ['2026-08-31', 3, '2026-11-30'], ['2026-11-30', 14, '2028-01-30'], ['2027-03-31', 0, '2027-03-31'],
  ])('%s and %i months on: %s', (day, n, on) => { expect(monthsAfter(day, n)).toBe(on); });

  test('every day of two years has one a month and one a year on, in the right month', () => {
    for (const day of everyDay) {
      const [year, month] = day.split('-').map(Number) as [number, number];
      const next = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7);
      expect(monthsAfter(day, 1).slice(0, 7)).toBe(next);
      expect(yearAfter(day)).toBe(day === '2028-02-29' ? '2029-02-28' : `${String(year + 1)}${day.slice(4)}`);
    }
  });

  test('a year from publication, with an alert after three and nine months, through the summer too', () => {
    expect(limitationAlerts('2026-11-30')).toEqual({ threeMonths: '2027-02-28', nineMonths: '2027-08-30', ends: '2027-11-30' });
    expect(limitationAlerts('2028-02-29').ends).toBe('2029-02-28');
    expect(() => limitationAlerts('30/11/2026')).toThrow('is not a day');
  });
});

describe('what a school enters', () => {
  const refused = (entered: Partial<EnteredDays>): string[] => {
    const read = schoolCalendar({ terms: [], insetDays: [], closedDays: [], ...entered });
    return 'problems' in read ? read.problems : [];
  };
  const autumn = { from: '2026-09-02', to: '2026-10-23' };

  test('may come in any order, whole terms too', () => {
    const winter = { from: '2026-11-02', to: '2026-12-18' };
    expect(calendarWith({ terms: [winter, autumn] }).terms).toEqual([autumn, winter]);
    const whole = calendarWith({ terms: [{ from: '2026-09-02', to: '2026-12-18' }], closedDays: ['2026-10-26'] });
    expect(isSchoolDay('2026-10-26', whole)).toBe(false);
  });

  test.each<[string, Partial<EnteredDays>, string]>([
    ['no day', { terms: [{ from: '2026-09-31', to: '2026-10-23' }] }, 'TERM_DATES: "2026-09-31" is not a day like 2026-11-30.'],
    ['reversed', { terms: [{ from: '2026-10-23', to: '2026-09-02' }] }, 'TERM_DATES: the term 2026-10-23..2026-09-02 ends before it begins. Put its first day first.'],
    ['overlapping', { terms: [autumn, { from: '2026-10-23', to: '2026-12-18' }] }, 'TERM_DATES: the terms 2026-09-02..2026-10-23 and 2026-10-23..2026-12-18 overlap.'],
    ['no weekday between', { terms: [autumn, { from: '2026-10-26', to: '2026-12-18' }] }, 'TERM_DATES: between the terms 2026-09-02..2026-10-23 and 2026-10-26..2026-12-18 there is no weekday. Enter them as one, or put their dates right.'],
    ['a whole year', { terms: [{ from: '2026-09-02', to: '2027-07-22' }] }, 'TERM_DATES: the term 2026-09-02..2027-07-22 goes on for more than 18 weeks. Enter the terms one by one, so that the holidays between them are known.'],
    ['INSET in the holidays', { terms: [autumn], insetDays: ['2026-10-26'] }, 'INSET_DAYS: Monday 26 October 2026 lies in no term of TERM_DATES. Let the term begin or end with it, or leave it out.'],
    ['INSET on a Saturday', { terms: [autumn], insetDays: ['2026-09-05'] }, 'INSET_DAYS: Saturday 5 September 2026 is a weekend or bank holiday.'],
  ])('%s is refused', (_, entered, sentence) => { expect(refused(entered)).toEqual([sentence]); });
});

describe('when somebody is at the school', () => {
  const at = (day: string, time: string, calendar = schoolYears): boolean => inSchoolHours(atLondon(day, time), { from: '08:00', to: '17:00', calendar });
  test('on school days and INSET days in its hours, in no holidays', () => {
    expect([at('2026-11-30', '08:00'), at('2026-11-30', '17:00'), at('2027-06-25', '09:00'), at('2026-12-22', '09:00'), at('2026-11-28', '09:00')]).toEqual([true, false, true, false, false]);
  });
  test('past the term dates nobody is expected, while the lists of the morning go on; without terms working days count', () => {
    expect([at('2028-07-24', '09:00'), isStaffedDay('2028-07-24', schoolYears), at('2028-07-24', '09:00', noTerms), at('2028-08-28', '09:00', noTerms)]).toEqual([false, true, true, false]);
  });
});

describe('desk doctor on the school year', () => {
  const says = (day: string, calendar = schoolYears): string => { const { sentence, sure } = schoolYear(calendar, atLondon(day, '09:00')); return `${sure ? 'right' : 'look'}: ${sentence}`; };
  test('says how far it is known, and what comes next', () => {
    expect(says('2026-11-25')).toBe('right: Term dates go until Friday 21 July 2028. Next holiday: Saturday 19 December 2026 to Monday 4 January 2027.');
  });
  test('warns less than sixty days before it ends, and after', () => {
    expect(says(dayAfter(lastDay, -60))).toMatch(/^right/);
    expect(says(dayAfter(lastDay, -59))).toBe(`look: Term dates end on ${formatDay(lastDay)}. Enter the next terms (TERM_DATES, INSET_DAYS) before then.`);
    expect(says('2028-07-22')).toMatch(/^look: Term dates ended on Friday 21 July 2028: /);
  });
  test('warns where nothing is entered, or bank holidays are not listed as far', () => {
    expect(says('2026-11-25', noTerms)).toMatch(/^look: No term dates are entered/);
    expect(says('2028-11-25', noTerms)).toMatch(/Bank holidays are listed until Sunday 31 December 2028\. Update Concern Desk before then\.$/);
    expect(says('2026-11-25', { ...schoolYears, bankHolidaysKnownUntil: '2027-12-31' })).toBe('look: Term dates go until Friday 21 July 2028, but bank holidays are listed only until Friday 31 December 2027. Update Concern Desk before then.');
  });
});
