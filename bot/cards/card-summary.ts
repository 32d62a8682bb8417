import { refusalFor } from '../../src/concern/rules/allowed.ts';
import { waitingProposal, type Concern } from '../../src/concern/rules/concern.ts';
import { transitionOf } from '../../src/concern/rules/transitions.ts';
import type { Person } from '../../src/concern/rules/words-of-the-school.ts';

/** What a notification says on a lock screen: what to do and the reference, never a name. */
export function cardSummary(concern: Concern, person: Person): string {
  const waiting = waitingProposal(concern);
  if (concern.status === 'new') return `A concern needs a first look: ${concern.ref}`;
  if (waiting !== null && refusalFor(person, concern, transitionOf('approve'), waiting.n) === null) return `A proposal waits for your decision: ${concern.ref}`;
  return concern.status === 'closed' ? `A concern was closed: ${concern.ref}` : `A concern has news: ${concern.ref}`;
}
