import type { ConcernView } from '../../bot/door.ts';
import { blankConcern, type Concern } from '../../src/concern/rules/concern.ts';
import type { ConcernEvent, EventData, Words } from '../../src/concern/rules/events.ts';
import { evolve } from '../../src/concern/rules/evolve.ts';
import type { Person } from '../../src/concern/rules/words-of-the-school.ts';

/** Invented people, as the groups of a school would list them. */
export const people = {
  office: { oid: 'oid-office', roles: ['office'] }, deputy: { oid: 'oid-deputy', roles: ['slt'] }, assistant: { oid: 'oid-assistant', roles: ['slt'] },
  head: { oid: 'oid-head', roles: ['head', 'slt'] }, executiveHead: { oid: 'oid-executive', roles: ['executive-head'] },
  safeguarding: { oid: 'oid-safeguarding', roles: ['safeguarding-lead', 'slt'] },
} satisfies Record<string, Person>;

const names: Record<string, string> = {
  'oid-office': 'Olive Marsh', 'oid-deputy': 'Daniel Okafor', 'oid-assistant': 'Priya Raman', 'oid-head': 'Helen Whitlock', 'oid-executive': 'Marcus Bell',
  'oid-safeguarding': 'Sara Lindqvist',
};

export const ref = 'GRV-26-0042';
export const seal = 'a'.repeat(64);
export const goesAt = Date.parse('2026-11-30T08:30:00Z');
const raisedAt = Date.parse('2026-11-24T09:00:00Z');

const raised: Extract<EventData, { type: 'concern-raised' }> = {
  type: 'concern-raised', mail: 'b'.repeat(64), route: 'conduct', priority: 'P2', clauses: ['IA1', 'GR1'], people: { p1: { kind: 'reporter', oid: null } }, toCome: null, sender: 'pass', request: null,
  audience: { kind: 'ordinary', roles: ['slt', 'head', 'office', 'safeguarding-lead', 'executive-head'], not: [], also: [] },
};
const made = { letter: 1, seal, day: '2026-11-30', pdf: 'c'.repeat(64), word: 'd'.repeat(64), manifest: 'e'.repeat(64) };

const danger: EventData = { ...raised, priority: 'P0' };

type Step = [by: string, data: EventData];
const deputy = 'oid-deputy';
const head = 'oid-head';
const looked: Step = [deputy, { type: 'first-look-taken', route: 'conduct', priority: 'P2', clauses: ['IA1'], lead: deputy, audience: raised.audience }];
const proposed: Step = [deputy, { type: 'response-proposed', proposal: 1, response: 'RS1', approver: 'head', letter: made, recipient: { kind: 'recipient', oid: null } }];
const approved: Step = [head, { type: 'letter-approved', proposal: 1, letter: 1, seal, goesAt }];
const note: Step = [deputy, { type: 'response-proposed', proposal: 1, response: 'closing-note', approver: 'head', letter: made, recipient: { kind: 'recipient', oid: null } }];
const thanksPressed: Step = ['oid-office', { type: 'response-proposed', proposal: 1, response: 'acknowledgement', approver: null, letter: { ...made, pdf: null, word: null }, recipient: { kind: 'recipient', oid: null } }];
const thanksGoes: Step = ['oid-office', { type: 'letter-approved', proposal: 1, letter: 1, seal, goesAt }];
const start: Step[] = [['service', raised], looked, proposed];

/** Every state that a card shows, by what happened. */
export const states: Record<string, Step[]> = {
  new: [['service', raised]],
  alert: [['service', danger]],
  'alert by night': [['service', danger], ['service', { type: 'danger-told', step: 0, nobodyOnDuty: true }]],
  'alert while a letter waits': [...start, ['service', { type: 'mail-joined', mail: 'f'.repeat(64), people: {}, toCome: null, audience: raised.audience, priority: 'P1', sender: 'pass', request: null }]],
  taken: [['service', danger], [deputy, { type: 'danger-taken' }]],
  open: [['service', raised], looked],
  unnamed: [['service', { ...raised, route: 'complaint', people: {}, sender: 'doubtful', request: 'personal-data' }]],
  thanked: [['service', raised], thanksPressed, thanksGoes],
  'thanks sent': [['service', raised], thanksPressed, thanksGoes, ['service', { type: 'letter-leaving', letter: 1, seal }], ['service', { type: 'letter-drafted', letter: 1, draft: 'AAMk' }], ['service', { type: 'letter-sent', letter: 1, draft: 'AAMk' }]],
  waiting: start,
  'sent back': [...start, [head, { type: 'proposal-sent-back', proposal: 1 }]],
  approved: [...start, approved],
  stopped: [...start, approved, [deputy, { type: 'letter-stopped', letter: 1 }]],
  'held back': [...start, approved, ['service', { type: 'letter-held-back', letter: 1, problem: 'draft-touched' }]],
  unknown: [...start, approved, ['service', { type: 'letter-leaving', letter: 1, seal }], ['service', { type: 'letter-held-back', letter: 1, problem: 'outcome-unknown' }]],
  leaving: [...start, approved, ['service', { type: 'letter-leaving', letter: 1, seal }]],
  sent: [...start, approved, ['service', { type: 'letter-leaving', letter: 1, seal }], ['service', { type: 'letter-drafted', letter: 1, draft: 'AAMk' }], ['service', { type: 'letter-sent', letter: 1, draft: 'AAMk' }]],
  'to do': [['service', raised], looked, [deputy, { type: 'response-proposed', proposal: 1, response: 'RS2', approver: 'head', letter: null, recipient: null }], [head, { type: 'response-approved', proposal: 1 }]],
  'note waiting': [['service', raised], looked, note],
  'note approved': [['service', raised], looked, note, approved],
  closed: [['service', raised], looked, [deputy, { type: 'concern-closed', outcome: 'resolved' }]],
};

export function concernIn(state: string): { concern: Concern; version: number } {
  const steps = states[state] ?? [];
  const events = steps.map(([by, data], index): ConcernEvent => ({ n: index + 1, at: raisedAt + index * 60_000, by, command: `c${String(index)}`, data }));
  return { concern: events.reduce(evolve, blankConcern(ref)), version: events.length };
}

export const letterText = 'Dear Kevin Doyle,\n\nI am writing about messages reported to school.\n\nYours sincerely,\nHelen Whitlock';

/** What the door would hand over: who told us only to those who may know. */
export function wordsOf(more: Words = {}): Words {
  return {
    subject: 'Messages in the Year 4 group', summary: 'A parent was called a liar in front of the whole group.', 'quote.IA1': 'she is a liar',
    note: 'Rang the parent.', danger: 'I know where she parks and I will be waiting', 'proposal.1.reason': 'It was said in front of everybody.', 'proposal.1.sent-back': 'Please soften the second paragraph.',
    'proposal.1.letter.to': 'Kevin Doyle', 'proposal.1.letter.address': 'kevin.doyle@post.example', 'proposal.1.letter.subject': 'A letter from school',
    'proposal.1.letter.text': letterText, 'closing.reason': 'Both families have spoken.', ...more,
  };
}

/** As the school agreed it. */
export const thanks = { subject: 'Thank you, we have your message (GRV-26-0042)', text: 'Hello\n\nThank you for writing to Grove Primary School.\n\nIf a child is in danger now, ring 999.\n\nKind regards' };

export function viewOf(state: string, person: Person, more: Words = {}): ConcernView {
  return {
    ...concernIn(state), requestDue: concernIn(state).concern.request === null ? null : '2026-12-24', thanks, words: wordsOf(more), person, nameOf: (oid) => names[oid] ?? 'somebody who has left', now: raisedAt,
    titles: { head: 'Head', 'executive-head': 'Executive Head Teacher' }, ring: [{ who: 'Police', number: '999' }],
  };
}

export const options = { nonce: 'nonce-0001', deepLink: 'https://teams.microsoft.com/l/entity/app/desk?context=%7B%22subEntityId%22%3A%22GRV-26-0042%22%7D' };
