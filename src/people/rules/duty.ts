import { londonDay } from '../../calendar/rules/london-time.ts';
import { inSchoolHours, type SchoolHours } from '../../calendar/rules/school-hours.ts';
import type { Person } from '../../concern/rules/words-of-the-school.ts';

/** Who can be reached out of hours, from the first to the last of these days; `who` are addresses of staff, in small letters. */
export interface DutyShift { from: string; to: string; who: readonly string[] }

/** The duty rota, and the hours outside which it counts. */
export interface Duty { shifts: readonly DutyShift[]; hours: SchoolHours }

/** Somebody whom an alert can reach. */
export interface DutyPerson extends Person { displayName: string; mail: string }

export function outOfHours(at: number, { hours }: Duty): boolean {
  return !inSchoolHours(at, hours);
}

/** Those who are on duty on that day, whatever the hour. */
export function onDuty<P extends DutyPerson>(people: readonly P[], { shifts }: Duty, at: number): P[] {
  const day = londonDay(at);
  const who = new Set(shifts.filter((shift) => shift.from <= day && day <= shift.to).flatMap((shift) => shift.who));
  return people.filter((person) => who.has(person.mail.toLowerCase()));
}

/** Whom to ring when there is danger, as the school set it. */
export interface RingLine { who: string; number: string }
