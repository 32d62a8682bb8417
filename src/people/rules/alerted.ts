import { openAlert, stepMs } from '../../concern/rules/alert.ts';
import type { Concern } from '../../concern/rules/concern.ts';
import { transitionOf } from '../../concern/rules/transitions.ts';
import type { Role } from '../../concern/rules/words-of-the-school.ts';
import { onDuty, outOfHours, type Duty, type DutyPerson } from './duty.ts';
import { mayKnow } from './may-know.ts';

/** At which step of the alert each person is told, by oid; whoever is not in it is not told. */
export type Alerted = ReadonlyMap<string, number>;

/**
 * Whom an alert reaches and when: at once the safeguarding lead and the head and, out of hours, whoever is on duty; then the next deputy;
 * then all leaders and the office. Of all these only who may know; where neither lead nor head may, those whom the matter is told to first.
 * It rests on the moment of the alert and not on the present one, so that every later look finds the same people.
 */
export function alerted(concern: Concern, people: readonly DutyPerson[], duty: Duty): Alerted {
  const { danger } = concern;
  if (danger === null) return new Map();
  const able = ableToTake(concern, people);
  const steps = new Map<string, number>();
  const tell = (step: number, who: readonly DutyPerson[]): void => { for (const { oid } of who) if (!steps.has(oid)) steps.set(oid, step); };
  tell(0, [...toldFirst(concern, able), ...(outOfHours(danger.since, duty) ? onDuty(able, duty, danger.since) : [])]);
  tell(1, nextInLine(concern, able.filter(({ oid }) => !steps.has(oid)), duty, danger.since + stepMs).slice(0, 1));
  tell(2, able.filter((person) => concern.audience.kind !== 'ordinary' || holds(person, ['slt', 'office'])));
  return steps;
}

/** Of these, who is told by now. */
export function alertedBy(concern: Concern, steps: Alerted): Set<string> {
  const reached = Math.max(0, concern.danger?.step ?? 0);
  return new Set([...steps].flatMap(([oid, step]) => (step <= reached ? [oid] : [])));
}

/** Out of hours, and nobody of the rota is there who may know of this. */
export function nobodyOnDuty(concern: Concern, people: readonly DutyPerson[], duty: Duty, now: number): boolean {
  return openAlert(concern) !== null && outOfHours(now, duty) && onDuty(ableToTake(concern, people), duty, now).length === 0;
}

/** Who may know and may say "I have this"; somebody who was let in as a teacher may not. */
function ableToTake(concern: Concern, people: readonly DutyPerson[]): DutyPerson[] {
  const { roles } = transitionOf('take-danger');
  return people.filter((person) => mayKnow(person, concern) && holds(person, roles)).sort((one, other) => one.displayName.localeCompare(other.displayName, 'en-GB') || one.oid.localeCompare(other.oid));
}

function toldFirst(concern: Concern, able: readonly DutyPerson[]): DutyPerson[] {
  const usual = able.filter((person) => holds(person, ['safeguarding-lead', 'head']));
  if (usual.length > 0) return usual;
  const first = concern.audience.roles.find((role) => able.some((person) => holds(person, [role])));
  return first === undefined ? [...able] : able.filter((person) => holds(person, [first]));
}

/** Leaders on duty, then the other leaders by name; in a narrow matter after them whoever comes next in its order. */
function nextInLine(concern: Concern, left: readonly DutyPerson[], duty: Duty, at: number): DutyPerson[] {
  const leaders = left.filter((person) => holds(person, ['slt']));
  const others = concern.audience.kind === 'ordinary' ? [] : concern.audience.roles.flatMap((role) => left.filter((person) => holds(person, [role])));
  return [...onDuty(leaders, duty, at), ...leaders, ...others];
}

function holds(person: DutyPerson, roles: readonly Role[]): boolean {
  return person.roles.some((role) => roles.includes(role));
}
