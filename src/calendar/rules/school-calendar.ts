import { bankHolidays, bankHolidaysKnownUntil } from './bank-holidays.ts';
import { dayAfter, formatDay, isDay, weekdayOf } from './london-time.ts';

/** From its first to its last day, as the school enters it: a term, or a half of one. */
export interface Term { from: string; to: string }

/** When the school is open, as far as it has said so. Days that lie in no term are holidays; past the last term nothing is known. */
export interface SchoolCalendar {
  /** In their order, apart from one another. Empty where the school has entered none. */
  terms: readonly Term[];
  /** Staff are there and pupils are not. */
  insetDays: readonly string[];
  /** On which the school is closed beside weekends, bank holidays and what lies between terms. */
  closedDays: readonly string[];
  bankHolidays: ReadonlySet<string>;
  bankHolidaysKnownUntil: string;
}

/** What a school enters. */
export type EnteredDays = Pick<SchoolCalendar, 'terms' | 'insetDays' | 'closedDays'>;

/** Autumn, the longest term, lasts about sixteen weeks with its half term; what is longer has lost a holiday. */
const longestTermDays = 18 * 7;

/** The calendar from what the school entered; or a sentence for each thing that cannot be so. */
export function schoolCalendar(entered: EnteredDays): { calendar: SchoolCalendar } | { problems: string[] } {
  const terms = [...entered.terms].sort((a, b) => a.from.localeCompare(b.from));
  const problems = [
    ...terms.flatMap(problemsOf),
    ...terms.flatMap((term, index) => problemBetween(term, terms[index + 1])),
    ...entered.insetDays.flatMap((day) => insetProblem(day, terms)),
  ];
  return problems.length > 0 ? { problems } : { calendar: { ...entered, terms, bankHolidays, bankHolidaysKnownUntil } };
}

function problemsOf(term: Term): string[] {
  const wrong = [term.from, term.to].filter((day) => !isDay(day));
  if (wrong.length > 0) return wrong.map((day) => `TERM_DATES: "${day}" is not a day like 2026-11-30.`);
  if (term.to < term.from) return [`TERM_DATES: the term ${named(term)} ends before it begins. Put its first day first.`];
  return dayAfter(term.from, longestTermDays) <= term.to
    ? [`TERM_DATES: the term ${named(term)} goes on for more than 18 weeks. Enter the terms one by one, so that the holidays between them are known.`] : [];
}

function problemBetween(term: Term, next: Term | undefined): string[] {
  if (next === undefined || !isDay(next.from) || !isDay(term.to)) return [];
  if (next.from <= term.to) return [`TERM_DATES: the terms ${named(term)} and ${named(next)} overlap.`];
  for (let day = dayAfter(term.to); day < next.from; day = dayAfter(day)) if (isWeekday(day)) return [];
  return [`TERM_DATES: between the terms ${named(term)} and ${named(next)} there is no weekday. Enter them as one, or put their dates right.`];
}

function insetProblem(day: string, terms: readonly Term[]): string[] {
  if (!isWeekday(day) || bankHolidays.has(day)) return [`INSET_DAYS: ${formatDay(day)} is a weekend or bank holiday.`];
  return termOf(day, terms) === null ? [`INSET_DAYS: ${formatDay(day)} lies in no term of TERM_DATES. Let the term begin or end with it, or leave it out.`] : [];
}

function named({ from, to }: Term): string {
  return `${from}..${to}`;
}

export function isWeekday(day: string): boolean {
  return ![0, 6].includes(weekdayOf(day));
}

export function termOf(day: string, terms: readonly Term[]): Term | null {
  return terms.find((term) => term.from <= day && day <= term.to) ?? null;
}

/** Up to this day it is known which days are school days: the last of the last term, as long as bank holidays are listed so far. Null: no terms. */
export function lastKnownDay({ terms, bankHolidaysKnownUntil: holidaysUntil }: SchoolCalendar): string | null {
  const last = terms.at(-1)?.to ?? null;
  return last !== null && holidaysUntil < last ? holidaysUntil : last;
}

/** Where terms are entered, the days after the last of them. */
export function isPastTermDates(day: string, calendar: SchoolCalendar): boolean {
  const last = lastKnownDay(calendar);
  return last !== null && last < day;
}

/** Why something cannot be said by this calendar, and who can put that right. `so` is what follows: "… cannot be counted". */
export function unknownBy(calendar: SchoolCalendar, so: string): { problem: string } {
  const last = lastKnownDay(calendar);
  if (last === null) return { problem: `The school's term dates are not entered, so ${so}. Ask IT to enter them (TERM_DATES).` };
  return calendar.terms.at(-1)?.to === last
    ? { problem: `The school's term dates are entered until ${formatDay(last)}, so ${so}. Ask IT to enter the next term (TERM_DATES).` }
    : { problem: `Bank holidays are listed until ${formatDay(last)}, so ${so}. Ask IT for the newest version of Concern Desk.` };
}
