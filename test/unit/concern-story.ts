import { audienceOf } from '../../src/people/rules/audience.ts';
import { blankConcern, type Audience, type Concern } from '../../src/concern/rules/concern.ts';
import type { Command, LetterOrder, PersonCommand, ServiceCommand, UnderstoodMail } from '../../src/concern/rules/commands.ts';
import { decide } from '../../src/concern/rules/decide/decide.ts';
import type { Decision, Happening } from '../../src/concern/rules/decide/decision.ts';
import type { ConcernEvent, EventData } from '../../src/concern/rules/events.ts';
import { evolve } from '../../src/concern/rules/evolve.ts';
import { foldWords, type HeadWords } from '../../src/concern/rules/head-words.ts';
import type { Person } from '../../src/concern/rules/words-of-the-school.ts';

/** Invented people, as the groups of a school would list them. */
export const people = {
  olive: { oid: 'olive', roles: ['office', 'staff'] }, daniel: { oid: 'daniel', roles: ['slt', 'staff'] }, priya: { oid: 'priya', roles: ['slt', 'staff'] },
  helen: { oid: 'helen', roles: ['head', 'slt', 'staff'] }, marcus: { oid: 'marcus', roles: ['executive-head', 'staff'] },
  sara: { oid: 'sara', roles: ['safeguarding-lead', 'slt', 'staff'] }, tom: { oid: 'tom', roles: ['staff'] },
  gwen: { oid: 'gwen', roles: ['chair', 'governor'] }, ivy: { oid: 'ivy', roles: ['governor'] },
} satisfies Record<string, Person>;

/** What has happened so far: the state as the events fold it, and the words that the head holds. */
export interface Told { concern: Concern; version: number; words: HeadWords; events: ConcernEvent[] }

export const start = Date.parse('2026-11-24T09:00:00Z');
export const goesAt = Date.parse('2026-11-25T08:30:00Z');
export const seal = 'a'.repeat(64);
export const nothing: Told = { concern: blankConcern('GRV-26-0042'), version: 0, words: {}, events: [] };

export function after(told: Told, by: string, ...happenings: Happening[]): Told {
  return happenings.reduce((before, { data, words }): Told => {
    const version = before.version + 1;
    const event: ConcernEvent = { n: version, at: start + version * 60_000, by, command: `c${String(version)}`, data };
    return { concern: evolve(before.concern, event), version, words: foldWords(before.words, event, words), events: [...before.events, event] };
  }, told);
}

/** What the rules answer; `seen` is the version on the card, by default the present one. */
export function ask(told: Told, by: Person | 'service', what: PersonCommand | ServiceCommand, seen: number | null = told.version): Decision {
  const command: Command = { id: 'c', by, seen, ask: what };
  return decide(told.concern, command, start + (told.version + 1) * 60_000);
}

/** Asked, and it happened. */
export function does(told: Told, by: Person | 'service', what: PersonCommand | ServiceCommand): Told {
  const decision = ask(told, by, what);
  if (decision.kind !== 'events') throw new Error(`${what.verb} came to ${JSON.stringify(decision)}`);
  return after(told, by === 'service' ? 'service' : by.oid, ...decision.events);
}

/** The events that came of it, in short; or the sentence of the refusal; or what must be looked at first. */
export function outcome(decision: Decision): EventData['type'][] | string {
  switch (decision.kind) {
    case 'events': return decision.events.map((each) => each.data.type);
    case 'refused': return decision.refusal.sentence;
    case 'look-first': return `look first: ${decision.news.join(', ')}`;
    case 'already': return 'already';
  }
}

export function mail(n: number, more: Partial<UnderstoodMail> = {}): UnderstoodMail {
  return {
    mail: `mail-${String(n)}`, route: 'conduct', priority: 'P2', clauses: ['IA1'], audience: audienceOf('conduct', []), sender: 'pass', request: null, people: { author: { kind: 'reporter', oid: null } },
    words: { 'author.name': `Parent ${String(n)}`, 'author.address': `parent${String(n)}@mail.example`, subject: 'Class group', summary: 'Somebody was called names.', text: 'The whole of it.' },
    exhibits: [], exhibitsInAll: 0, ...more,
  };
}

export function letter(n: number, sealed = seal): LetterOrder {
  return {
    made: { letter: n, seal: sealed, day: '2026-11-25', pdf: 'b'.repeat(64), word: 'c'.repeat(64), manifest: sealed },
    words: { 'letter.to': 'Kevin Doyle', 'letter.address': 'kevin.doyle@post.example', 'letter.subject': 'A letter from school', 'letter.text': 'Dear Kevin Doyle', 'letter.fields': '{}' },
  };
}

const { daniel, helen } = people;
export const asks = {
  look: { verb: 'take-first-look', route: 'conduct', priority: 'P2', clauses: ['IA1'] },
  note: { verb: 'add-note', note: 'Rang home.' },
  warn: { verb: 'propose', response: 'RS1', reason: 'It was said in front of everybody.', letter: letter(1) },
  meet: { verb: 'propose', response: 'RS2', reason: 'Talking is better.', letter: null },
  approve: { verb: 'approve', proposal: 1, seal, goesAt },
  sendBack: { verb: 'send-back', proposal: 1, reason: 'Softer, please.' },
  stop: { verb: 'stop-letter', letter: 1 },
  close: { verb: 'close', outcome: 'resolved', reason: 'All is quiet.' },
} satisfies Record<string, PersonCommand>;

const unknown: EventData = { type: 'letter-held-back', letter: 1, problem: 'outcome-unknown' };
const raised = (audience: Audience): Told => does(nothing, 'service', { verb: 'raise', understood: mail(1, { audience }) });
const ordinary = raised(audienceOf('conduct', []));
const open = does(ordinary, daniel, asks.look);
const waiting = does(open, daniel, asks.warn);
const approved = does(waiting, helen, asks.approve);
const leaving = does(approved, 'service', { verb: 'let-leave', letter: 1, seal });
const drafted = does(leaving, 'service', { verb: 'keep-draft', letter: 1, draft: 'AAk' });
const sent = does(drafted, 'service', { verb: 'confirm-sent', letter: 1, draft: 'AAk' });

/** Every state that a person can meet. */
export const stories = {
  new: ordinary, open, waiting, approved, leaving, drafted, sent,
  sentBack: does(waiting, helen, asks.sendBack),
  stopped: does(approved, daniel, asks.stop),
  heldBack: after(drafted, 'service', { data: { type: 'letter-held-back', letter: 1, problem: 'draft-touched' } }),
  unknown: after(drafted, 'service', { data: unknown }),
  toDo: does(does(open, daniel, asks.meet), helen, { ...asks.approve, seal: null }),
  closed: does(sent, daniel, asks.close),
  letIn: does(open, helen, { verb: 'let-know', oid: 'tom', role: null, reason: 'It is his class.' }),
  safeguarding: raised(audienceOf('safeguarding', [])),
  aboutStaff: raised(audienceOf('staff-conduct', [people.tom])),
  aboutHead: raised(audienceOf('conduct', [people.helen])),
  aboutExecutive: raised(audienceOf('conduct', [people.marcus])),
  aboutChair: raised(audienceOf('conduct', [people.gwen])),
  aboutAll: raised(audienceOf('conduct', [people.helen, people.marcus, people.gwen])),
} satisfies Record<string, Told>;
