import { schoolCalendar, type SchoolCalendar } from '../../../src/calendar/rules/school-calendar.ts';

/** Two years of the invented school, as schools in England set them: six half terms with a week between, 190 days with pupils and five INSET days. */
export const terms = [
  { from: '2026-09-02', to: '2026-10-23' }, { from: '2026-11-02', to: '2026-12-18' },
  { from: '2027-01-04', to: '2027-02-12' }, { from: '2027-02-22', to: '2027-03-25' },
  { from: '2027-04-12', to: '2027-05-28' }, { from: '2027-06-07', to: '2027-07-22' },
  { from: '2027-09-01', to: '2027-10-22' }, { from: '2027-11-01', to: '2027-12-17' },
  { from: '2028-01-04', to: '2028-02-11' }, { from: '2028-02-21', to: '2028-03-31' },
  { from: '2028-04-18', to: '2028-05-26' }, { from: '2028-06-05', to: '2028-07-21' },
];
export const insetDays = [
  '2026-09-02', '2026-09-03', '2027-01-04', '2027-02-12', '2027-06-25',
  '2027-09-01', '2027-09-02', '2028-01-04', '2028-04-18', '2028-06-05',
];

export const schoolYears: SchoolCalendar = calendarOf();

function calendarOf(): SchoolCalendar {
  const read = schoolCalendar({ terms, insetDays, closedDays: [] });
  if ('problems' in read) throw new Error(read.problems.join(' '));
  return read.calendar;
}
