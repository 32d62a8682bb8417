import { responses, type ProposedLetterKind } from '../../../responses/rules/responses.ts';
import type { Concern } from '../concern.ts';
import type { Person, Proposable, Role } from '../words-of-the-school.ts';

/** Approvers in order. Never a role that the proposer holds, so that nobody approves their own proposal (COI2), nor whoever is hurt by it (COI1). */
const approvers: readonly Role[] = ['head', 'executive-head', 'chair', 'governor'];

export function approverFor(concern: Concern, by: Person): Role | null {
  const { audience } = concern;
  const apart = [...by.roles, ...audience.stepBack ?? [], ...audience.without ?? []];
  const free = approvers.filter((role) => !apart.includes(role));
  const inAudience = free.find((role) => audience.roles.includes(role));
  if (inAudience !== undefined) return inAudience;
  // Nobody of the audience is left: the next in order is let in, but in a conflict only a governor, since the others may be meant.
  return (audience.kind === 'conflict' ? free.find((role) => role === 'governor') : free[0]) ?? null;
}

export function needsApproval(response: Proposable): boolean {
  if (response === 'acknowledgement') return false;
  return response === 'closing-note' || responses[response].approval !== 'none';
}

export function letterKindFor(response: Proposable): ProposedLetterKind | null {
  // Not proposed but sent by a press of its own.
  if (response === 'acknowledgement') return null;
  return response === 'closing-note' ? 'CLOSE-R' : responses[response].letter;
}
