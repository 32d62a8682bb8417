import { thanksOf, type Concern, type Letter, type Proposal, type SeenKind } from './concern.ts';
import type { Role } from './words-of-the-school.ts';

/** What a person can do to a concern. The same row feeds the check, the button and the sentence of a refusal. */
export interface Transition {
  verb: PersonVerb;
  /** What the press acts on; it is checked against that thing, not against the concern's version. */
  thing: 'concern' | 'proposal' | 'letter';
  /** Words on the button. */
  label: string;
  roles: readonly Role[];
  concern: readonly Concern['status'][];
  proposal?: readonly Proposal['status'][];
  letter?: readonly Letter['status'][];
  /** A state of the concern without which there is nothing to press. */
  when?: (concern: Concern) => boolean;
  /** Only the person who proposed, or only the role asked to approve and never the person who proposed. */
  only?: 'proposer' | 'approver';
  /** News that must have been on the card that was pressed. */
  seen: readonly SeenKind[];
  /** Two such presses with other words are two: the card's nonce is part of the command's id. */
  adds?: true;
  /** What must be typed, and what to say when it is missing. */
  needs?: Readonly<Record<string, string>>;
}

export const personVerbs = [
  'take-first-look', 'add-note', 'let-know', 'propose', 'approve', 'send-back', 'withdraw', 'stop-letter', 'send-now',
  'say-it-went', 'say-it-did-not-go', 'carry-out', 'close', 'open-original',
  'take-danger', 'say-who-wrote', 'thank', 'say-same-incident', 'unsay-same-incident',
] as const;
export type PersonVerb = (typeof personVerbs)[number];

export const serviceVerbs = [
  'raise', 'join-mail', 'add-exhibits', 'remake-letter', 'let-leave', 'hold-back-letter', 'keep-draft', 'confirm-sent', 'remove-items', 'tell-danger', 'record-sent-by-hand', 'say-attachment-missing',
] as const;
export type ServiceVerb = (typeof serviceVerbs)[number];

const leaders: readonly Role[] = ['slt', 'head', 'executive-head', 'safeguarding-lead', 'chair', 'governor'];
const deciders: readonly Role[] = ['head', 'executive-head', 'chair', 'governor'];
const live: readonly Concern['status'][] = ['new', 'open'];

export const transitions: readonly Transition[] = [
  { verb: 'take-danger', thing: 'concern', label: 'I have this', roles: [...leaders, 'office'], concern: live, when: ({ danger }) => danger !== null && danger.takenBy === null, seen: [] },
  { verb: 'take-first-look', thing: 'concern', label: 'Take the first look', roles: leaders, concern: ['new'], seen: [] },
  { verb: 'add-note', thing: 'concern', label: 'Add a note', roles: [...leaders, 'office'], concern: ['new', 'open', 'closed'], seen: [], adds: true,
    needs: { note: 'Write the note first.' } },
  { verb: 'let-know', thing: 'concern', label: 'Let somebody else know', roles: deciders, concern: live, seen: [],
    needs: { reason: 'Say why this person or group needs to know.' } },
  { verb: 'say-who-wrote', thing: 'concern', label: 'Say who wrote it', roles: [...leaders, 'office'], concern: ['new', 'open', 'closed'], when: ({ unnamed }) => unnamed.length > 0, seen: [],
    needs: { name: 'Write the name of whoever wrote it, or leave the question open.' } },
  { verb: 'thank', thing: 'concern', label: 'Send "Thank you, we have it"', roles: [...leaders, 'office'], concern: live, when: canBeThanked, seen: ['sent-by-hand'] },
  { verb: 'say-same-incident', thing: 'concern', label: 'It is the same incident', roles: leaders, concern: ['new', 'open', 'closed'], seen: [] },
  { verb: 'unsay-same-incident', thing: 'concern', label: 'It is another incident', roles: leaders, concern: ['new', 'open', 'closed'], seen: [],
    needs: { reason: 'Say in a sentence why they are not the same incident.' } },
  { verb: 'propose', thing: 'concern', label: 'Choose a response', roles: leaders, concern: ['open', 'closed'], seen: ['new-evidence', 'new-hold', 'other-proposal', 'sent-by-hand'],
    needs: { reason: 'Say in a sentence why this response is right.' } },
  { verb: 'approve', thing: 'proposal', label: 'Approve', roles: deciders, concern: ['open', 'closed'], proposal: ['waiting'], only: 'approver',
    seen: ['new-evidence', 'new-hold', 'other-proposal', 'sent-by-hand'] },
  { verb: 'send-back', thing: 'proposal', label: 'Send back', roles: deciders, concern: ['open', 'closed'], proposal: ['waiting'], only: 'approver', seen: [],
    needs: { reason: 'Say what should change, so that it can be put right.' } },
  { verb: 'withdraw', thing: 'proposal', label: 'Withdraw', roles: leaders, concern: ['open', 'closed'], proposal: ['waiting', 'sent-back'], only: 'proposer', seen: [] },
  { verb: 'stop-letter', thing: 'letter', label: 'Stop', roles: leaders, concern: ['new', 'open', 'closed'], letter: ['approved'], seen: [] },
  { verb: 'send-now', thing: 'letter', label: 'Send now', roles: deciders, concern: ['new', 'open', 'closed'], letter: ['approved'], seen: ['new-evidence', 'new-hold', 'sent-by-hand'],
    needs: { reason: 'Say why it cannot wait for its hour.' } },
  { verb: 'say-it-went', thing: 'letter', label: 'It did go', roles: deciders, concern: ['new', 'open', 'closed'], letter: ['unknown'], seen: [] },
  { verb: 'say-it-did-not-go', thing: 'letter', label: 'It did not go', roles: deciders, concern: ['new', 'open', 'closed'], letter: ['unknown'], seen: [] },
  { verb: 'carry-out', thing: 'proposal', label: 'Carried out', roles: leaders, concern: ['open'], proposal: ['approved'], seen: [] },
  { verb: 'close', thing: 'concern', label: 'Close', roles: leaders, concern: ['open'], seen: ['new-evidence', 'new-hold'],
    needs: { reason: 'Say in a sentence how it ended.' } },
  { verb: 'open-original', thing: 'concern', label: 'Open the original', roles: leaders, concern: ['new', 'open', 'closed'], seen: [], adds: true },
];

/** Only who is known by name and was verified is thanked, and once. */
function canBeThanked(concern: Concern): boolean {
  return concern.unnamed.length === 0 && !concern.unverified && thanksOf(concern) === null && Object.values(concern.people).some((person) => person.kind === 'reporter');
}

export function transitionOf(verb: PersonVerb): Transition {
  const row = transitions.find((each) => each.verb === verb);
  if (row === undefined) throw new Error(`No transition for ${verb}`);
  return row;
}
