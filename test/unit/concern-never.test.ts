import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PersonCommand, ServiceCommand } from '../../src/concern/rules/commands.ts';
import type { Concern } from '../../src/concern/rules/concern.ts';
import { buttonsFor } from '../../src/concern/rules/allowed.ts';
import type { ConcernEvent } from '../../src/concern/rules/events.ts';
import type { Person } from '../../src/concern/rules/words-of-the-school.ts';
import { mayKnow } from '../../src/people/rules/may-know.ts';
import { after, ask, asks, does, goesAt, letter, mail, people, stories, type Told } from './concern-story.ts';

/** A seal for each letter made, as each has bytes of its own. */
const sealOf = (n: number, again = 0): string => `${String(n)}${String(again)}`.padEnd(64, '0');
const anybody = fc.constantFrom(...Object.values(people));
/** How many back from the newest: mostly it is the newest that somebody acts on. */
const back = fc.constantFrom(0, 0, 0, 0, 1, 2);
const reason = fc.constant('Because.');

/** Any command with any numbers: most are refused, and that is the point. */
const kinds = [
  'propose', 'propose', 'approve', 'approve', 'withdraw', 'send-back', 'stop-letter', 'send-now', 'say', 'join', 'leave', 'leave', 'draft', 'sent', 'held', 'remake', 'look', 'close',
  'carry-out', 'let-know',
] as const;
type Kind = (typeof kinds)[number];
interface Step { kind: Kind; by: Person; back: number; flag: boolean; reason: string }

const command: fc.Arbitrary<Step> = fc.record({ kind: fc.constantFrom(...kinds), by: anybody, back, flag: fc.boolean(), reason });

/** What the step asks for, in the state as it is: a card shows the letter's present seal, or an older one. */
function askOf({ kind, back: steps, flag, reason: why }: Step, { concern }: Told): PersonCommand | ServiceCommand {
  const next = concern.letterCount + 1;
  const n = concern.letterCount - steps;
  const proposal = concern.proposalCount - steps;
  const current = concern.letters.find((each) => each.n === n)?.seal ?? sealOf(n);
  const shown = concern.letters.find((each) => each.proposal === proposal)?.seal ?? null;
  switch (kind) {
    case 'propose': return flag ? { verb: 'propose', response: 'RS1', reason: why, letter: letter(next, sealOf(next)) } : { ...asks.meet };
    case 'approve': return { verb: 'approve', proposal, seal: flag ? shown : sealOf(n), goesAt };
    case 'withdraw': case 'carry-out': return { verb: kind, proposal };
    case 'send-back': return { verb: kind, proposal, reason: why };
    case 'stop-letter': return { verb: kind, letter: n };
    case 'send-now': return { verb: kind, letter: n, reason: why };
    case 'say': return { verb: flag ? 'say-it-went' : 'say-it-did-not-go', letter: n };
    case 'join': return { verb: 'join-mail', understood: mail(concern.mails + 1) };
    case 'leave': return { verb: 'let-leave', letter: n, seal: flag ? current : sealOf(n) };
    case 'draft': return { verb: 'keep-draft', letter: n, draft: `draft-${String(n)}` };
    case 'sent': return { verb: 'confirm-sent', letter: n, draft: `draft-${String(n)}` };
    case 'held': return { verb: 'hold-back-letter', letter: n, problem: flag ? 'draft-touched' : 'outcome-unknown' };
    case 'remake': return { verb: 'remake-letter', letter: n, order: letter(n, sealOf(n, concern.news['other-proposal'])) };
    case 'look': return asks.look;
    case 'close': return asks.close;
    case 'let-know': return { verb: 'let-know', oid: flag ? 'tom' : null, role: flag ? null : 'staff', reason: why };
  }
}

const service: readonly Kind[] = ['join', 'leave', 'draft', 'sent', 'held', 'remake'];

function played(from: Told, steps: readonly Step[]): Told {
  return steps.reduce((told, each) => {
    const by = service.includes(each.kind) ? 'service' : each.by;
    const decision = ask(told, by, askOf(each, told));
    return decision.kind === 'events' ? after(told, by === 'service' ? 'service' : by.oid, ...decision.events) : told;
  }, from);
}

const meetingWaits = does(stories.open, people.daniel, asks.meet);
const starts = [meetingWaits, stories.new, stories.open, stories.waiting, stories.approved, stories.drafted, stories.safeguarding, stories.aboutHead, stories.aboutExecutive];
const histories = fc.tuple(fc.constantFrom(...starts), fc.array(command, { maxLength: 60 })).map(([from, steps]) => played(from, steps));
const most = { numRuns: 1_500 };

describe('whatever anybody presses, in whatever order', () => {
  test('nobody ever approves their own proposal, and only somebody who holds the office that was asked', () => {
    fc.assert(fc.property(histories, ({ events }) => {
      const proposals = new Map(events.flatMap(({ by, data }) => (data.type === 'response-proposed' ? [[data.proposal, { by, approver: data.approver }] as const] : [])));
      for (const { by, data } of events) {
        if (data.type !== 'letter-approved' && data.type !== 'response-approved') continue;
        const proposal = proposals.get(data.proposal);
        expect(by).not.toBe(proposal?.by);
        expect(Object.values(people).find((each) => each.oid === by)?.roles).toContain(proposal?.approver);
      }
    }), most);
  });

  test('a letter leaves only on an approval of exactly its seal that nothing has undone since', () => {
    fc.assert(fc.property(histories, ({ events }) => {
      const approved = new Map<number, string>();
      for (const { data } of events) leavesOnlyApproved(data, approved);
    }), most);
  });

  test('a letter is sent once at most, unless a person said that it did not go', () => {
    fc.assert(fc.property(histories, ({ events }) => {
      const gone = new Set<number>();
      for (const { data } of events) {
        if (data.type === 'letter-leaving') expect(gone.has(data.letter)).toBe(false);
        if (data.type === 'letter-sent') gone.add(data.letter);
      }
    }), most);
  });

  test('and all of that does happen: letters are approved, stopped, held back, made again, and leave', () => {
    const met = new Set(fc.sample(histories, { numRuns: 1_500, seed: 7 }).flatMap(({ events }) => events.map(({ data }) => data.type)));
    const wanted = ['response-approved', 'letter-approved', 'letter-stopped', 'letter-hastened', 'letter-leaving', 'letter-drafted', 'letter-sent', 'letter-held-back', 'letter-remade', 'concern-closed'] as const;
    expect(wanted.filter((type) => !met.has(type))).toEqual([]);
  });

  test('at most one proposal waits and at most one letter is on its way', () => {
    fc.assert(fc.property(histories, ({ concern }) => {
      expect(concern.proposals.filter((each) => each.status === 'waiting').length).toBeLessThanOrEqual(1);
      expect(concern.letters.filter((each) => ['approved', 'leaving', 'drafted'].includes(each.status)).length).toBeLessThanOrEqual(1);
    }), most);
  });

  test('whoever may not know has no button, and each button that is shown is no refusal of who may press it', () => {
    fc.assert(fc.property(histories, anybody, (told, person) => {
      const buttons = buttonsFor(person, told.concern);
      if (!mayKnow(person, told.concern)) expect(buttons).toEqual([]);
      for (const { verb, n } of buttons) expect(refusedAsNotTheirs(told, person, verb, n)).toBe(false);
    }), { numRuns: 300 });
  });

  test('whom it may be about never comes to know, whoever lets whom in', () => {
    fc.assert(fc.property(histories, ({ concern, events }) => {
      for (const oid of everExcluded(events)) expect(mayKnow({ oid, roles: Object.values(people).find((each) => each.oid === oid)?.roles ?? [] }, concern)).toBe(false);
    }), most);
  });
});

function leavesOnlyApproved(data: ConcernEvent['data'], approved: Map<number, string>): void {
  switch (data.type) {
    case 'letter-approved': approved.set(data.letter, data.seal); break;
    case 'letter-stopped': case 'letter-held-back': approved.delete(data.letter); break;
    case 'letter-remade': approved.delete(data.letter.letter); break;
    case 'response-proposed': case 'proposal-withdrawn': case 'proposal-sent-back': approved.clear(); break;
    case 'letter-leaving': expect(approved.get(data.letter)).toBe(data.seal); break;
    default:
  }
}

function refusedAsNotTheirs(told: Told, person: Step['by'], verb: string, n: number | null): boolean {
  const what = pressOf(told.concern, verb, n);
  const decision = what === null ? null : ask(told, person, what);
  return decision?.kind === 'refused' && /not yours|You proposed|somebody else|no such concern/.test(decision.refusal.sentence);
}

function pressOf(concern: Concern, verb: string, n: number | null): PersonCommand | null {
  const thing = n ?? 0;
  switch (verb) {
    case 'approve': return { verb, proposal: thing, seal: concern.letters.find((each) => each.proposal === thing)?.seal ?? null, goesAt };
    case 'withdraw': case 'carry-out': return { verb, proposal: thing };
    case 'send-back': return { verb, proposal: thing, reason: 'Because.' };
    case 'stop-letter': case 'say-it-went': case 'say-it-did-not-go': return { verb, letter: thing };
    case 'send-now': return { verb, letter: thing, reason: 'Because.' };
    case 'take-first-look': return asks.look;
    case 'add-note': return asks.note;
    case 'propose': return asks.meet;
    case 'close': return asks.close;
    case 'open-original': return { verb, mail: 'mail-1', exhibit: null };
    case 'let-know': return { verb, oid: 'ivy', role: null, reason: 'Because.' };
    default: return null;
  }
}

function everExcluded(events: readonly ConcernEvent[]): Set<string> {
  return new Set(events.flatMap(({ data }) => ('audience' in data ? data.audience.not : [])));
}
