import { mayKnow, seesReporter } from '../../people/rules/may-know.ts';
import { letterOf, proposalOf, type Concern, type SeenKind } from './concern.ts';
import { transitions, type Transition } from './transitions.ts';
import type { Person } from './words-of-the-school.ts';

/** A refusal is a sentence that a person can act on; with `gone` the concern is as if it were not there. */
export interface Refusal { sentence: string; gone?: true }

export const movedOn: Refusal = { sentence: 'This has moved on. Here is the latest.' };
export const notThere: Refusal = { sentence: 'There is no such concern, or it is not one that you can see.', gone: true };

/**
 * May this person make this press on this thing now? Null means yes. One function for the check behind a press, the button on a card
 * and the button in the tab, so that they cannot disagree.
 */
export function refusalFor(person: Person, concern: Concern, row: Transition, thing: number | null): Refusal | null {
  if (concern.status === 'none' || !mayKnow(person, concern)) return notThere;
  if (!row.roles.some((role) => person.roles.includes(role)) && !wasLetIn(person, concern, row) && !stopsTheirOwn(person, concern, row, thing)) {
    return { sentence: `"${row.label}" is not yours to press. Ask the head or a member of the leadership team.` };
  }
  if (row.verb === 'open-original' && !seesReporter(person, concern)) {
    return { sentence: 'The original says who told us, so it opens only for whoever leads on this, the head and the safeguarding lead.' };
  }
  if (!row.concern.includes(concern.status) || row.when?.(concern) === false) return movedOn;
  return row.thing === 'concern' ? null : refusalForThing(person, concern, row, thing ?? 0);
}

/** Somebody who was let in knows of it and may write a note; powers come with a role alone. */
function wasLetIn(person: Person, concern: Concern, row: Transition): boolean {
  return row.verb === 'add-note' && concern.audience.also.includes(person.oid);
}

/** Whoever sent a thank-you off can take it back until its hour. */
function stopsTheirOwn(person: Person, concern: Concern, row: Transition, thing: number | null): boolean {
  return row.verb === 'stop-letter' && letterOf(concern, thing ?? 0)?.approvedBy === person.oid;
}

function refusalForThing(person: Person, concern: Concern, row: Transition, n: number): Refusal | null {
  const letter = row.thing === 'letter' ? letterOf(concern, n) : null;
  const proposal = proposalOf(concern, letter?.proposal ?? n);
  if (proposal === null || (row.thing === 'letter' && letter === null)) return movedOn;
  if (letter !== null && row.letter !== undefined && !row.letter.includes(letter.status)) {
    return ['leaving', 'drafted', 'sent'].includes(letter.status) && row.verb === 'stop-letter' ? { sentence: 'It has left already and cannot be stopped.' } : movedOn;
  }
  if (row.proposal !== undefined && !row.proposal.includes(proposal.status)) return movedOn;
  if (row.verb === 'carry-out' && proposal.letter !== null) return movedOn;
  if (row.only === 'proposer' && proposal.by !== person.oid) return { sentence: 'Only the person who proposed this can withdraw it.' };
  if (row.only !== 'approver') return null;
  if (proposal.by === person.oid) return { sentence: 'You proposed this, so somebody else decides it.' };
  return proposal.approver !== null && person.roles.includes(proposal.approver) ? null : { sentence: 'This waits for somebody else to decide.' };
}

/** News that came in after the card was made and that must be shown before this press counts. */
export function unseenNews(concern: Concern, row: Transition, seen: number | null): SeenKind[] {
  return seen === null ? [] : row.seen.filter((kind) => concern.news[kind] > seen);
}

export interface Button { verb: Transition['verb']; label: string; thing: Transition['thing']; n: number | null }

/** Every press open to this person now, in the order of the table. */
export function buttonsFor(person: Person, concern: Concern): Button[] {
  return transitions.flatMap((row) => thingsOf(concern, row)
    .filter((n) => refusalFor(person, concern, row, n) === null)
    .map((n) => ({ verb: row.verb, label: row.label, thing: row.thing, n })));
}

function thingsOf(concern: Concern, row: Transition): (number | null)[] {
  if (row.thing === 'concern') return [null];
  return row.thing === 'proposal' ? concern.proposals.map((each) => each.n) : concern.letters.map((each) => each.n);
}
