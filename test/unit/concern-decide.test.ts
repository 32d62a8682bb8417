import { describe, expect, test } from '@jest/globals';
import type { PersonCommand, ServiceCommand } from '../../src/concern/rules/commands.ts';
import type { Person } from '../../src/concern/rules/words-of-the-school.ts';
import { ask, asks, does, goesAt, letter, mail, nothing, outcome, people, seal, stories, type Told } from './concern-story.ts';

const { olive, daniel, priya, helen, marcus, sara, tom, gwen } = people;
const movedOn = 'This has moved on. Here is the latest.';
const notThere = 'There is no such concern, or it is not one that you can see.';

type Row = [given: string, told: Told, by: Person, what: PersonCommand, then: string[] | string];
const letKnow = (more: Partial<Extract<PersonCommand, { verb: 'let-know' }>> = {}): PersonCommand => ({ verb: 'let-know', oid: 'tom', role: null, reason: 'It is his class.', ...more });

describe('a person asks', () => {
  test.each<Row>([
    ['a new concern', stories.new, daniel, asks.look, ['first-look-taken']],
    ['an open concern', stories.open, priya, asks.look, movedOn],
    ['an open concern that they lead on', stories.open, daniel, asks.look, 'already'],
    ['a new concern and the office', stories.new, olive, asks.look, '"Take the first look" is not yours to press. Ask the head or a member of the leadership team.'],
    ['somebody who may not know', stories.new, tom, asks.look, notThere],
    ['a concern that nobody raised', nothing, daniel, asks.look, notThere],
    ['any concern and the office', stories.closed, olive, asks.note, ['note-added']],
    ['an empty note', stories.open, daniel, { verb: 'add-note', note: '  ' }, 'Write the note first.'],
    ['an open concern', stories.open, helen, letKnow(), ['audience-widened']],
    ['nobody chosen', stories.open, helen, letKnow({ oid: null }), 'Choose the person or the group who should know.'],
    ['no reason', stories.open, helen, letKnow({ reason: ' ' }), 'Say why this person or group needs to know.'],
    ['the person it is about', stories.aboutStaff, helen, letKnow(), 'This may be about that person, so they cannot be let in here.'],
    ['a deputy', stories.open, daniel, letKnow(), '"Let somebody else know" is not yours to press. Ask the head or a member of the leadership team.'],
    ['an open concern', stories.open, daniel, asks.warn, ['response-proposed']],
    ['an open concern', stories.open, daniel, asks.meet, ['response-proposed']],
    ['a proposal waits', stories.waiting, daniel, asks.meet, ['response-proposed']],
    ['no reason', stories.open, daniel, { ...asks.meet, reason: '' }, 'Say in a sentence why this response is right.'],
    ['a warning without its letter', stories.open, daniel, { ...asks.warn, letter: null }, 'The letter for this response is missing. Fill in who it goes to and what it says.'],
    ['a meeting with a letter', stories.open, daniel, { ...asks.meet, letter: letter(1) }, 'The letter for this response is missing. Fill in who it goes to and what it says.'],
    ['a letter is approved', stories.approved, daniel, asks.meet, 'A letter is on its way. Stop it first, or wait until it has gone.'],
    ['nobody knows whether a letter went', stories.unknown, daniel, { ...asks.warn, letter: letter(2) }, 'It is not known whether the letter before this one left. Say first whether it did.'],
    ['a closed concern', stories.closed, daniel, asks.meet, 'This is closed. Only the closing note can still be sent.'],
    ['a closed concern', stories.closed, daniel, { verb: 'propose', response: 'closing-note', reason: 'They asked.', letter: letter(2) }, ['response-proposed']],
    ['a concern about the Executive Head, and the chair proposes', does(stories.aboutExecutive, gwen, asks.look), gwen, asks.warn, 'Nobody at the school is left who may approve this. Ask the Trust who should decide.'],
    ['a letter waits', stories.waiting, helen, asks.approve, ['letter-approved']],
    ['a meeting waits', does(stories.open, daniel, asks.meet), helen, { ...asks.approve, seal: null }, ['response-approved']],
    ['another letter than was shown', stories.waiting, helen, { ...asks.approve, seal: 'f'.repeat(64) }, 'The letter has changed since this was shown. Here is the letter as it is now.'],
    ['it waits for the head', stories.waiting, marcus, asks.approve, 'This waits for somebody else to decide.'],
    ['a deputy approves', stories.waiting, priya, asks.approve, '"Approve" is not yours to press. Ask the head or a member of the leadership team.'],
    ['they approved it before', stories.approved, helen, asks.approve, 'already'],
    ['it was sent back', stories.sentBack, helen, asks.approve, movedOn],
    ['a proposal that never was', stories.open, helen, { ...asks.approve, proposal: 7 }, movedOn],
    ['a letter waits', stories.waiting, helen, asks.sendBack, ['proposal-sent-back']],
    ['no reason', stories.waiting, helen, { ...asks.sendBack, reason: '' }, 'Say what should change, so that it can be put right.'],
    ['their own proposal', stories.waiting, daniel, { verb: 'withdraw', proposal: 1 }, ['proposal-withdrawn']],
    ['somebody else\'s proposal', stories.waiting, priya, { verb: 'withdraw', proposal: 1 }, 'Only the person who proposed this can withdraw it.'],
    ['an approved letter', stories.approved, priya, asks.stop, ['letter-stopped']],
    ['a stopped letter', stories.stopped, priya, asks.stop, 'already'],
    ['a letter that is leaving', stories.leaving, daniel, asks.stop, 'It has left already and cannot be stopped.'],
    ['a letter that was sent', stories.sent, daniel, asks.stop, 'It has left already and cannot be stopped.'],
    ['a letter that still waits', stories.waiting, daniel, asks.stop, movedOn],
    ['an approved letter', stories.approved, helen, { verb: 'send-now', letter: 1, reason: 'The parent is waiting.' }, ['letter-hastened']],
    ['an approved letter, no reason', stories.approved, helen, { verb: 'send-now', letter: 1, reason: '' }, 'Say why it cannot wait for its hour.'],
    ['nobody knows whether it went', stories.unknown, helen, { verb: 'say-it-went', letter: 1 }, ['letter-sent']],
    ['nobody knows whether it went', stories.unknown, helen, { verb: 'say-it-did-not-go', letter: 1 }, ['letter-held-back']],
    ['it is known that it went', stories.sent, helen, { verb: 'say-it-did-not-go', letter: 1 }, movedOn],
    ['an approved meeting', stories.toDo, daniel, { verb: 'carry-out', proposal: 1 }, ['response-carried-out']],
    ['an approved letter', stories.approved, daniel, { verb: 'carry-out', proposal: 1 }, movedOn],
    ['an open concern', stories.open, daniel, asks.close, ['concern-closed']],
    ['no reason', stories.open, daniel, { ...asks.close, reason: '' }, 'Say in a sentence how it ended.'],
    ['a proposal waits', stories.waiting, daniel, asks.close, 'A proposal still waits for a decision. Decide or withdraw it first.'],
    ['a letter is on its way', stories.leaving, daniel, asks.close, 'A letter is on its way. Wait until it has gone, or stop it.'],
    ['nobody knows whether a letter went', stories.unknown, daniel, asks.close, 'It is not known whether a letter left. Say first whether it did.'],
    ['the lead', stories.open, daniel, { verb: 'open-original', mail: 'mail-1', exhibit: null }, ['original-opened']],
    ['somebody who may not know who told us', stories.open, priya, { verb: 'open-original', mail: 'mail-1', exhibit: null },
      'The original says who told us, so it opens only for whoever leads on this, the head and the safeguarding lead.'],
  ])('%s', (_, told, by, what, then) => {
    expect(outcome(ask(told, by, what))).toEqual(then);
  });

  test('every refusal is a whole sentence without codes', () => {
    const all = Object.values(stories).flatMap((told) => Object.values(people).flatMap((by) => Object.values(asks).map((what) => ask(told, by, what))));
    const sentences = new Set(all.flatMap((each) => (each.kind === 'refused' ? [each.refusal.sentence] : [])));
    expect(sentences.size).toBeGreaterThan(8);
    for (const sentence of sentences) expect(sentence).toMatch(/^["A-Z][^_{}]+[.!]( [A-Z][^_{}]+\.)*$/);
  });

  test('the service never does what a person decides', () => {
    for (const what of Object.values(asks)) expect(() => ask(stories.waiting, 'service', what)).toThrow('a person decides');
  });
});

describe('what came in since the card was made', () => {
  const joined = does(stories.waiting, 'service', { verb: 'join-mail', understood: mail(2) });

  test('a mail between card and press is shown first, and the next press counts', () => {
    expect(outcome(ask(joined, helen, asks.approve, stories.waiting.version))).toBe('look first: new-evidence');
    expect(outcome(ask(joined, helen, asks.approve, joined.version))).toEqual(['letter-approved']);
  });

  test('it holds up nobody who stops, sends back, withdraws or writes a note', () => {
    expect(outcome(ask(joined, helen, asks.sendBack, 1))).toEqual(['proposal-sent-back']);
    expect(outcome(ask(joined, daniel, { verb: 'withdraw', proposal: 1 }, 1))).toEqual(['proposal-withdrawn']);
    expect(outcome(ask(joined, olive, asks.note, 1))).toEqual(['note-added']);
    expect(outcome(ask(does(stories.approved, 'service', { verb: 'join-mail', understood: mail(2) }), daniel, asks.stop, 1))).toEqual(['letter-stopped']);
  });

  test('a note or an opening voids no approval', () => {
    const noted = does(does(stories.waiting, priya, asks.note), daniel, { verb: 'open-original', mail: 'mail-1', exhibit: null });
    expect(outcome(ask(noted, helen, asks.approve, stories.waiting.version))).toEqual(['letter-approved']);
  });

  test('what is refused anyway is refused, not shown first', () => {
    expect(outcome(ask(joined, daniel, asks.approve, 1))).toContain('is not yours to press');
  });

  test('a letter made again for another day wants one more look, and the old seal no longer counts', () => {
    const remade = does(stories.approved, 'service', { verb: 'remake-letter', letter: 1, order: letter(1, 'd'.repeat(64)) });
    expect(remade.concern.letters[0]).toMatchObject({ status: 'proposed', goesAt: null, approvedBy: null });
    expect(outcome(ask(remade, helen, { ...asks.approve, seal: 'd'.repeat(64) }, stories.approved.version))).toBe('look first: other-proposal');
    expect(outcome(ask(remade, helen, asks.approve))).toContain('The letter has changed');
    expect(outcome(ask(remade, helen, { ...asks.approve, seal: 'd'.repeat(64) }))).toEqual(['letter-approved']);
  });
});

describe('who is asked to approve', () => {
  const openSafeguarding = does(stories.safeguarding, sara, { ...asks.look, route: 'safeguarding' });
  test.each<[string, Told, Person, string]>([
    ['a deputy proposes', stories.open, daniel, 'head'],
    ['the head proposes', stories.open, helen, 'executive-head'],
    ['the Executive Head proposes', stories.open, marcus, 'head'],
    ['the safeguarding lead proposes', openSafeguarding, sara, 'head'],
    ['the head proposes in a safeguarding matter: the Executive Head is let in', openSafeguarding, helen, 'executive-head'],
    ['about the head, the Executive Head proposes', does(stories.aboutHead, marcus, asks.look), marcus, 'chair'],
    ['about the head, the chair proposes', does(stories.aboutHead, gwen, asks.look), gwen, 'executive-head'],
    ['about the chair, the head proposes', does(stories.aboutChair, helen, asks.look), helen, 'executive-head'],
  ])('%s', (_, told, by, approver) => {
    const after = does(told, by, asks.warn);
    expect(after.concern.proposals.at(-1)?.approver).toBe(approver);
    expect(after.concern.audience.roles).toContain(approver);
  });

  test('a conversation and a call need nobody\'s approval and are done at once', () => {
    const after = does(stories.open, daniel, { verb: 'propose', response: 'RS0a', reason: 'A word at the gate.', letter: null });
    expect(after.concern.proposals[0]).toMatchObject({ approver: null, status: 'done' });
  });
});

describe('a letter on its way', () => {
  type Service = [string, Told, ServiceCommand, string[] | string];
  test.each<Service>([
    ['leaves when approved', stories.approved, { verb: 'let-leave', letter: 1, seal }, ['letter-leaving']],
    ['not with another seal', stories.approved, { verb: 'let-leave', letter: 1, seal: 'f'.repeat(64) }, 'already'],
    ['not when stopped', stories.stopped, { verb: 'let-leave', letter: 1, seal }, 'already'],
    ['not when nobody approved', stories.waiting, { verb: 'let-leave', letter: 1, seal }, 'already'],
    ['leaves once', stories.leaving, { verb: 'let-leave', letter: 1, seal }, 'already'],
    ['its draft is kept', stories.leaving, { verb: 'keep-draft', letter: 1, draft: 'x' }, ['letter-drafted']],
    ['its draft is kept once', stories.drafted, { verb: 'keep-draft', letter: 1, draft: 'y' }, 'already'],
    ['is confirmed', stories.drafted, { verb: 'confirm-sent', letter: 1, draft: 'x' }, ['letter-sent']],
    ['is confirmed once', stories.sent, { verb: 'confirm-sent', letter: 1, draft: 'x' }, 'already'],
    ['is kept back', stories.drafted, { verb: 'hold-back-letter', letter: 1, problem: 'draft-touched' }, ['letter-held-back']],
    ['is not kept back when it has gone', stories.sent, { verb: 'hold-back-letter', letter: 1, problem: 'draft-touched' }, 'already'],
    ['is not made again when it is leaving', stories.leaving, { verb: 'remake-letter', letter: 1, order: letter(1, 'd'.repeat(64)) }, 'already'],
  ])('%s', (_, told, what, then) => {
    expect(outcome(ask(told, 'service', what))).toEqual(then);
  });

  test('kept back it waits for a fresh decision, and leaves only after another approval', () => {
    expect(stories.heldBack.concern).toMatchObject({ proposals: [{ status: 'waiting' }], letters: [{ status: 'stopped', problem: 'draft-touched', goesAt: null, draft: null }] });
    const again = does(does(stories.heldBack, helen, { ...asks.approve, goesAt: goesAt + 60_000 }), 'service', { verb: 'let-leave', letter: 1, seal });
    expect(again.concern.letters[0]).toMatchObject({ status: 'leaving', problem: null, draft: null });
  });
});

describe('mail', () => {
  const exhibits = (count: number): ReturnType<typeof mail>['exhibits'] => Array.from({ length: count }, (_, n) => ({
    mail: 'mail-9', sha256: String(n).padStart(64, '0'), bytes: 10, media: 'image/png', inline: false, name: `${String(n)}.png`,
  }));
  const large = mail(9, { exhibits: exhibits(30), exhibitsInAll: 70 });

  test('raises one concern, however often it is taken in', () => {
    expect(outcome(ask(nothing, 'service', { verb: 'raise', understood: mail(1) }))).toEqual(['concern-raised']);
    expect(outcome(ask(stories.new, 'service', { verb: 'raise', understood: mail(1) }))).toBe('already');
  });

  test('joins a closed concern and opens it again', () => {
    const after = does(stories.closed, 'service', { verb: 'join-mail', understood: mail(2) });
    expect(after.concern).toMatchObject({ status: 'open', outcome: null, closedAt: null, mails: 2 });
  });

  test('with seventy attachments is kept in three commits, each once and in order', () => {
    let told = does(nothing, 'service', { verb: 'raise', understood: large });
    expect(told.concern.toCome).toEqual({ mail: 'mail-9', next: 30, of: 70 });
    const more = (from: number, count: number): ServiceCommand => ({ verb: 'add-exhibits', mail: 'mail-9', from, exhibits: exhibits(count), of: 70 });
    told = does(told, 'service', more(30, 30));
    expect(outcome(ask(told, 'service', more(30, 30)))).toBe('already');
    told = does(told, 'service', more(60, 10));
    expect(told.concern).toMatchObject({ toCome: null, exhibits: 70 });
    const numbers = told.events.flatMap(({ data }) => (data.type === 'exhibit-added' ? [data.exhibit] : []));
    expect(numbers).toEqual(Array.from({ length: 70 }, (_, n) => n + 1));
  });

  test('with many attachments waits until those of the mail before are kept', () => {
    const told = does(nothing, 'service', { verb: 'raise', understood: large });
    const second = mail(8, { exhibits: exhibits(30), exhibitsInAll: 31 });
    expect(outcome(ask(told, 'service', { verb: 'join-mail', understood: second }))).toContain('still being kept');
    expect(does(told, 'service', { verb: 'join-mail', understood: mail(8, { exhibits: exhibits(3), exhibitsInAll: 3 }) }).concern.toCome).toEqual({ mail: 'mail-9', next: 30, of: 70 });
  });

  test('people are numbered through all mails, in state and words alike', () => {
    const two = mail(2, { people: { author: { kind: 'reporter', oid: null }, forwarder: { kind: 'forwarder', oid: 'olive' } }, words: { 'author.name': 'B', 'forwarder.name': 'C' } });
    const { concern, words } = does(stories.new, 'service', { verb: 'join-mail', understood: two });
    expect(Object.keys(concern.people)).toEqual(['p1', 'p2', 'p3']);
    expect([words['p1.name']?.text, words['p2.name']?.text, words['p3.name']?.text]).toEqual(['Parent 1', 'B', 'C']);
  });

  test('words are removed only from a concern, each entry once', () => {
    const remove = (items: number[]): ServiceCommand => ({ verb: 'remove-items', items, reason: 'correction' });
    expect(outcome(ask(nothing, 'service', remove([1])))).toBe(notThere);
    expect(outcome(ask(stories.open, 'service', remove([])))).toBe(notThere);
    const decision = ask(stories.open, 'service', remove([3, 1, 3]));
    expect(decision.kind === 'events' && decision.events[0]?.data).toEqual({ type: 'items-removed', items: [1, 3], reason: 'correction' });
  });
});
