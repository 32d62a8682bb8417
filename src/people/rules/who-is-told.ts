import { openAlert } from '../../concern/rules/alert.ts';
import { letterOf, waitingProposal, type Concern, type Proposal } from '../../concern/rules/concern.ts';
import { transitionOf } from '../../concern/rules/transitions.ts';
import type { Person, Role } from '../../concern/rules/words-of-the-school.ts';
import { alertedBy, type Alerted } from './alerted.ts';
import { isOpen } from './audience.ts';
import { mayKnow } from './may-know.ts';

/** Of those who may know, these are told unasked: the office and the Executive Head look when they want to. */
const toldOfOrdinary: readonly Role[] = ['slt', 'head'];

/**
 * Whose chat gets a card, and about what. Another `about` is a new post with a toast; the same one is an update in place. So nobody is
 * pinged for what somebody else must do. Who reads it in the shared chat has no need of a look in their own; what waits for somebody always
 * comes to their own. `alerted` says at which step of an alert each is told.
 */
export function whoIsTold(concern: Concern, people: readonly Person[], inSharedChat: ReadonlySet<string> = new Set(), alerted: Alerted = new Map()): { oid: string; about: string }[] {
  const reached = alertedBy(concern, alerted);
  return people.filter((person) => mayKnow(person, concern)).flatMap((person) => {
    const about = reached.has(person.oid) && openAlert(concern) !== null ? alertAbout(concern, alerted.get(person.oid) ?? 0) : aboutFor(concern, person, people);
    return about === null || (about === 'look' && inSharedChat.has(person.oid)) ? [] : [{ oid: person.oid, about }];
  });
}

/** A chat of many carries ordinary conduct alone, and nothing that may be about one of them. */
export function fitsSharedChat({ audience }: Concern): boolean {
  return isOpen(audience);
}

/** Each person has one step, so that one alert is one toast however far it goes. */
export function alertAbout({ danger }: Pick<Concern, 'danger'>, step: number): string {
  return `danger-${String(danger?.since ?? 0)}-${String(step)}`;
}

function aboutFor(concern: Concern, person: Person, people: readonly Person[]): string | null {
  const waiting = waitingProposal(concern);
  if (waiting?.approver && person.roles.includes(waiting.approver) && waiting.by !== person.oid) return decideAbout(concern, waiting);
  const lost = concern.letters.find((each) => each.status === 'unknown');
  if (lost !== undefined && person.roles.some((role) => transitionOf('say-it-went').roles.includes(role))) return `say-${String(lost.n)}`;
  const sentBack = concern.proposals.find((each) => each.status === 'sent-back' && each.by === person.oid);
  if (sentBack !== undefined) return `sent-back-${String(sentBack.n)}`;
  // After closing nobody is told of anything but what waits for them (the closing note).
  if (concern.status === 'closed') return null;
  // The alert goes from step to step: whoever comes later in it is not told before by another card.
  if (openAlert(concern) !== null) return null;
  const told = toldRoles(concern, people).some((role) => person.roles.includes(role));
  return told || concern.audience.also.includes(person.oid) || concern.lead === person.oid ? 'look' : null;
}

/** A letter that came back by itself is told anew; one that somebody stopped, or that was changed under the approver's own hand, is not. */
function decideAbout(concern: Concern, { n, letter }: Proposal): string {
  const at = letter === null ? null : letterOf(concern, letter);
  const cameBack = at === null || at.problem === null || at.problem === 'stopped' ? '' : `-${at.day}-${at.problem}`;
  return `decide-${String(n)}${cameBack}`;
}

/** In a conflict only the first role that somebody holds is told; the next ones when they are asked to decide. */
function toldRoles(concern: Concern, people: readonly Person[]): readonly Role[] {
  const { kind, roles } = concern.audience;
  if (kind === 'ordinary') return toldOfOrdinary;
  if (kind !== 'conflict') return roles;
  const first = roles.find((role) => people.some((person) => person.roles.includes(role) && mayKnow(person, concern)));
  return first === undefined ? [] : [first];
}
