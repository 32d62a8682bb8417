import { waitingProposal, type Concern } from '../../concern/rules/concern.ts';
import type { Person, Role } from '../../concern/rules/words-of-the-school.ts';
import { mayKnow } from './may-know.ts';

/** Of those who may know, these are told unasked: the office and the Executive Head look when they want to. */
const toldOfOrdinary: readonly Role[] = ['slt', 'head'];

/**
 * Whose chat gets a card, and about what. Another `about` is a new post with a toast; the same one is an update in place. So nobody is
 * pinged for what somebody else must do. Who reads it in the shared chat has no need of a look in their own; what waits for somebody always
 * comes to their own.
 */
export function whoIsTold(concern: Concern, people: readonly Person[], inSharedChat: ReadonlySet<string> = new Set()): { oid: string; about: string }[] {
  return people.filter((person) => mayKnow(person, concern)).flatMap((person) => {
    const about = aboutFor(concern, person, people);
    return about === null || (about === 'look' && inSharedChat.has(person.oid)) ? [] : [{ oid: person.oid, about }];
  });
}

/** A chat of many carries ordinary conduct alone, and nothing that may be about one of them. */
export function fitsSharedChat({ audience }: Concern): boolean {
  return audience.kind === 'ordinary' && audience.not.length === 0;
}

function aboutFor(concern: Concern, person: Person, people: readonly Person[]): string | null {
  const waiting = waitingProposal(concern);
  if (waiting?.approver && person.roles.includes(waiting.approver) && waiting.by !== person.oid) return `decide-${String(waiting.n)}`;
  const sentBack = concern.proposals.find((each) => each.status === 'sent-back' && each.by === person.oid);
  if (sentBack !== undefined) return `sent-back-${String(sentBack.n)}`;
  // After closing nobody is told of anything but what waits for them (the closing note).
  if (concern.status === 'closed') return null;
  const told = toldRoles(concern, people).some((role) => person.roles.includes(role));
  return told || concern.audience.also.includes(person.oid) || concern.lead === person.oid ? 'look' : null;
}

/** In a conflict only the first role that somebody holds is told; the next ones when they are asked to decide. */
function toldRoles(concern: Concern, people: readonly Person[]): readonly Role[] {
  const { kind, roles } = concern.audience;
  if (kind === 'ordinary') return toldOfOrdinary;
  if (kind !== 'conflict') return roles;
  const first = roles.find((role) => people.some((person) => person.roles.includes(role) && mayKnow(person, concern)));
  return first === undefined ? [] : [first];
}
