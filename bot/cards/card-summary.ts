import { openAlert } from '../../src/concern/rules/alert.ts';
import { alertSummary } from '../../src/concern/rules/alert-words.ts';
import { refusalFor } from '../../src/concern/rules/allowed.ts';
import { waitingProposal, type Concern } from '../../src/concern/rules/concern.ts';
import { transitionOf } from '../../src/concern/rules/transitions.ts';
import type { Person } from '../../src/concern/rules/words-of-the-school.ts';

/** What a notification says on a lock screen: what to do and the reference, never a name. */
export function cardSummary(concern: Concern, person: Person): string {
  const waiting = waitingProposal(concern);
  const alert = openAlert(concern);
  if (alert !== null) return alertSummary(concern.ref, alert);
  if (concern.status === 'new') return `A concern needs a first look: ${concern.ref}`;
  if (waiting !== null && refusalFor(person, concern, transitionOf('approve'), waiting.n) === null) return `A proposal waits for your decision: ${concern.ref}`;
  const lost = concern.letters.find((each) => each.status === 'unknown');
  if (lost !== undefined && refusalFor(person, concern, transitionOf('say-it-went'), lost.n) === null) return `It is not known whether a letter left: ${concern.ref}`;
  return concern.status === 'closed' ? `A concern was closed: ${concern.ref}` : `A concern has news: ${concern.ref}`;
}
