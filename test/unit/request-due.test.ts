import { expect, test } from '@jest/globals';
import { requestDue } from '../../src/calendar/rules/request-due.ts';
import { requestSentence, requestStillShown } from '../../src/concern/rules/request-words.ts';
import { schoolYears } from '../tenant/local/school-years.ts';
import { calendarWith } from './calendar-days.ts';
import { does, mail, nothing } from './concern-story.ts';

test.each([
  ['2026-11-24', '2026-12-24'],
  ['2026-09-03', '2026-10-05'],
  ['2026-11-25', '2026-12-29'],
  ['2026-12-31', '2027-02-01'],
  ['2027-01-31', '2027-03-01'],
  ['2028-01-31', '2028-02-29'],
  ['2027-03-31', '2027-04-30'],
])('asked for personal data on %s: by %s, a month on, or the working day after', (day, due) => { expect(requestDue('personal-data', day, calendarWith({ closedDays: ['2026-12-24'] }))).toBe(due); });

test('under freedom of information: twenty school days, or sixty working days where the holidays are long', () => {
  expect(requestDue('freedom-of-information', '2026-11-02', calendarWith({}))).toBe('2026-11-30');
  const summer = Array.from({ length: 70 }, (_, n) => new Date(Date.parse('2026-07-01') + n * 86_400_000).toISOString().slice(0, 10));
  expect(requestDue('freedom-of-information', '2026-06-30', calendarWith({}))).toBe('2026-07-28');
  expect(requestDue('freedom-of-information', '2026-06-30', calendarWith({ closedDays: summer }))).toBe('2026-09-23');
});

test('by the school\'s terms: without half term and INSET days, and sixty working days over the summer at the latest', () => {
  expect(requestDue('freedom-of-information', '2026-10-19', schoolYears)).toBe('2026-11-23');
  expect(requestDue('freedom-of-information', '2027-06-24', schoolYears)).toBe('2027-09-03');
  expect(requestDue('freedom-of-information', '2027-07-22', schoolYears)).toBe('2027-09-30');
  expect(requestDue('personal-data', '2027-07-22', schoolYears)).toBe('2027-08-23');
});

test('past the term dates the day is the earliest that it can be, never one too late', () => {
  expect(requestDue('freedom-of-information', '2028-07-17', schoolYears)).toBe('2028-08-14');
});

test('is said with its day', () => { expect(requestSentence('personal-data', '2026-12-24')).toBe('Asks for personal data: answer due by Thursday 24 December 2026.'); });

test('the clock runs from the day it came in, and is shown until its day even where the matter is closed', () => {
  const late = does(nothing, 'service', { verb: 'raise', understood: mail(1, { request: 'personal-data', requestSince: Date.parse('2026-11-10T09:00:00Z') }) });
  expect(late.concern.request).toEqual({ kind: 'personal-data', since: Date.parse('2026-11-10T09:00:00Z') });
  const closed = { ...late.concern, status: 'closed' as const };
  expect(requestStillShown(closed, '2026-12-10', Date.parse('2026-12-10T20:00:00Z'))).not.toBeNull();
  expect(requestStillShown(closed, '2026-12-10', Date.parse('2026-12-11T09:00:00Z'))).toBeNull();
});
