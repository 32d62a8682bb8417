import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildBaseCard } from '../../bot/cards/base-card.ts';
import { cardSummary } from '../../bot/cards/card-summary.ts';
import { buildConcernCard } from '../../bot/cards/concern-card.ts';
import { cardLimit, cardSize } from '../../bot/cards/fit-card.ts';
import { buttonsFor } from '../../src/concern/rules/allowed.ts';
import { responseIds } from '../../src/concern/rules/words-of-the-school.ts';
import { inputsOf, press, pressablesOf, readCard, textsOf } from './cards-reading.ts';
import { concernIn, goesAt, options, people, seal, states, viewOf } from './cards-scenes.ts';

const everybody = Object.entries(people);
const everyState = Object.keys(states);

/** First column of "Never shown" in docs/words.md, with its ranges ("GR1 to GR4") as patterns. */
function neverShown(): RegExp[] {
  const page = readFileSync(new URL('../../docs/words.md', import.meta.url), 'utf8');
  const table = page.split('## Never shown')[1]?.split('\n## ')[0] ?? '';
  const words = [...table.matchAll(/^\| ([^|]+) \|/gm)].map((row) => row[1] ?? '').filter((word) => word !== 'Word in the code' && !word.startsWith('-'));
  return words.flatMap((word) => word.split(', ')).map((word) => {
    const code = /^([A-Z]+)\d/.exec(word)?.[1];
    return new RegExp(code === undefined ? `\\b${word}s?\\b` : `\\b${code}\\d`, code === undefined ? 'i' : '');
  });
}

describe('every card, for every role in every state', () => {
  const banned = neverShown();
  const cases = everyState.flatMap((state) => everybody.map(([role, person]) => [state, role, person] as const));

  test('the list of words is read', () => { expect(banned.length).toBeGreaterThan(15); });

  test.each(cases)('%s, %s: no code words', (state, _role, person) => {
    const text = readCard(buildConcernCard(viewOf(state, person), options));
    for (const word of banned) expect(text).not.toMatch(word);
  });

  test.each(cases)('%s, %s: 20 KB with texts of 10,000 characters', (state, _role, person) => {
    const long = 'Ünfair wörds — "quoted" '.repeat(417);
    const keys = ['subject', 'summary', 'note', 'quote.IA1', 'danger', 'joined.danger', 'joined.summary', 'p1.name', 'proposal.1.reason', 'proposal.1.sent-back', 'proposal.1.letter.text', 'proposal.1.letter.to', 'closing.reason'];
    const card = buildConcernCard(viewOf(state, person, Object.fromEntries(keys.map((key) => [key, long]))), options);
    expect(cardSize(card)).toBeLessThanOrEqual(cardLimit);
  });

  test.each(cases)('%s, %s: input ids are unique and every press falls back to the same data', (state, _role, person) => {
    const card = buildConcernCard(viewOf(state, person), options);
    const ids = inputsOf(card).map((input) => input['id']);
    expect(new Set(ids).size).toBe(ids.length);
    for (const each of pressablesOf(card)) expect(each.fallback).toMatchObject({ type: 'Action.Submit', title: each.title, data: each.data });
  });

  test.each(cases)('%s, %s: only what the rules allow can be pressed', (state, _role, person) => {
    const view = viewOf(state, person);
    const allowed = buttonsFor(person, view.concern).map((each) => `${each.verb} ${String(each.n)}`);
    const pressed = pressablesOf(buildConcernCard(view, options)).filter((each) => !['refresh', 'show-response'].includes(each.verb ?? ''));
    for (const each of pressed) expect(allowed).toContain(`${String(each.data['verb'])} ${String(each.data['n'])}`);
  });
});

test('lines without end are cut, not spread over a thousand blocks', () => {
  const card = buildConcernCard(viewOf('waiting', people.head, { summary: 'a\n'.repeat(5_000), 'proposal.1.letter.text': 'b\n'.repeat(5_000) }), options);
  expect(cardSize(card)).toBeLessThanOrEqual(cardLimit);
});

test('a new concern shows what was written, why, and the first look with what was read', () => {
  const card = buildConcernCard(viewOf('new', people.deputy), options);
  expect(readCard(card)).toContain('Messages in the Year 4 group');
  expect(readCard(card)).toContain('"she is a liar"');
  expect(readCard(card)).toContain('Abusive or personal comments');
  expect(inputsOf(card)).toContainEqual(expect.objectContaining({ id: 'take-first-look.priority', value: 'P2' }));
  expect(inputsOf(card)).toContainEqual(expect.objectContaining({ id: 'take-first-look.clauses', value: 'IA1,GR1', isMultiSelect: true }));
  expect(press(card, 'Take the first look').data).toEqual({ ref: 'GRV-26-0042', verb: 'take-first-look', n: null, seen: 1, seal: null, nonce: 'nonce-0001' });
});

test('the office reads and writes notes, and is not offered what it may not do', () => {
  const titles = pressablesOf(buildConcernCard(viewOf('new', people.office), options)).map((each) => each.title);
  expect(titles).toEqual(['Send the thank-you', 'Keep the note']);
});

describe('an alert', () => {
  const primaries = (card: unknown): string[] => [...JSON.stringify(card).matchAll(/"title":"([^"]+)","style":"positive"/g)].map((found) => found[1] ?? '');

  test('heads the card: how soon, the words that caused it, whom to ring, whose guess it is', () => {
    const text = readCard(buildConcernCard(viewOf('alert', people.deputy), options));
    expect(text.split('\n')[1]).toBe('Danger now');
    for (const line of ['Nobody has taken this yet.', '"I know where she parks and I will be waiting"', 'Police: ', '999', 'The computer\'s guess. Reading school@ stays the office\'s job.']) expect(text).toContain(line);
    expect(text).not.toContain('on duty');
    expect(readCard(buildConcernCard(viewOf('alert by night', people.deputy), options))).toContain('Nobody is on duty now.');
  });

  test.each(['alert', 'alert by night', 'alert while a letter waits'])('%s: one button stands out, for everybody who may press it', (state) => {
    for (const [role, person] of everybody) {
      const card = buildConcernCard(viewOf(state, person), options);
      expect([role, [...new Set(primaries(card))]]).toEqual([role, ['I have this']]);
      expect(press(card, 'I have this').data).toMatchObject({ verb: 'take-danger', n: null });
    }
  });

  test('taken: who has it and since when, and no button any more', () => {
    const card = buildConcernCard(viewOf('taken', people.head), options);
    expect(readCard(card)).toContain('Daniel Okafor has this since 09:01.');
    expect(readCard(card)).not.toContain('Nobody has taken');
    expect(pressablesOf(card).map((each) => each.title)).not.toContain('I have this');
    expect(readCard(buildConcernCard({ ...viewOf('taken', people.head), now: goesAt }, options))).toContain('Daniel Okafor has this since Tuesday 24 November 2026 at 09:01.');
  });

  test('what everybody in the chat may read says how soon and no more', () => {
    const { concern } = concernIn('alert');
    const base = readCard(buildBaseCard(concern.ref, { deepLink: options.deepLink, alert: concern.danger }));
    expect(base.split('\n').slice(1, 3)).toEqual(['Danger now', concern.ref]);
    expect(cardSummary(concern, people.head)).toBe('Danger now: GRV-26-0042 needs somebody');
    expect(cardSummary(concernIn('taken').concern, people.head)).toBe('A concern needs a first look: GRV-26-0042');
  });
});

test('who told us is shown only where the view brings the name', () => {
  expect(readCard(buildConcernCard(viewOf('new', people.deputy), options))).not.toContain('Who told us');
  expect(readCard(buildConcernCard(viewOf('new', people.head, { 'p1.name': 'Amara Nwosu' }), options))).toMatch(/Who told us: \nAmara Nwosu/);
});

test.each(responseIds)('the guide of %s stands alone with its form', (response) => {
  const card = buildConcernCard(viewOf('open', people.deputy), { ...options, response });
  expect(readCard(card)).toMatch(/When it fits[\s\S]+When not[\s\S]+Before you do/);
  const send = pressablesOf(card).find((each) => each.verb === 'propose');
  expect(send?.data).toMatchObject({ verb: 'propose', response, seen: 2 });
  expect(cardSize(card)).toBeLessThanOrEqual(cardLimit);
  for (const word of neverShown()) expect(readCard(card)).not.toMatch(word);
});

test('the warning letter asks for what only the proposer knows', () => {
  const ids = inputsOf(buildConcernCard(viewOf('open', people.deputy), { ...options, response: 'RS1' })).map((each) => each['id']);
  expect(ids).toEqual(['parentName', 'parentEmail', 'incidentDates', 'groupType', 'summary', 'clauses', 'ownWords', 'replyBy', 'meetingOffer'].map((name) => `propose.letter.${name}`).concat('propose.reason'));
});

test('the approver reads the whole letter and can approve exactly that one or send it back', () => {
  const card = buildConcernCard(viewOf('waiting', people.head), options);
  for (const line of ['Dear Kevin Doyle,', 'Yours sincerely,', 'It was said in front of everybody.']) expect(textsOf(card)).toContain(line);
  expect(readCard(card)).toContain('kevin.doyle@post.example');
  expect(press(card, 'Approve').data).toMatchObject({ verb: 'approve', n: 1, seal, seen: 3 });
  expect(press(card, 'Send it back').data).toMatchObject({ verb: 'send-back', n: 1 });
  expect(inputsOf(card).map((each) => each['id'])).toContain('send-back.reason');
});

test('a letter that is not on the card as a whole cannot be approved from it', () => {
  const card = buildConcernCard(viewOf('waiting', people.head, { 'proposal.1.letter.text': `${'x'.repeat(4_999)} …` }), options);
  expect(pressablesOf(card).map((each) => each.title)).not.toContain('Approve');
  expect(JSON.stringify(card)).toContain('Read it all and decide in the tab');
});

test('the proposer and others see whom it waits for', () => {
  expect(readCard(buildConcernCard(viewOf('waiting', people.deputy), options))).toContain('Waits for the decision of: Head');
  expect(pressablesOf(buildConcernCard(viewOf('waiting', people.deputy), options)).map((each) => each.title)).toEqual(expect.arrayContaining(['Change it', 'Withdraw']));
  expect(pressablesOf(buildConcernCard(viewOf('waiting', people.assistant), options)).map((each) => each.title)).not.toContain('Approve');
});

test('approved: when it goes, Stop, and Send now for those who decide', () => {
  const card = buildConcernCard(viewOf('approved', people.head), options);
  expect(new Date(goesAt).toISOString()).toBe('2026-11-30T08:30:00.000Z');
  expect(readCard(card)).toContain('Goes on Monday 30 November 2026 at 08:30');
  expect(press(card, 'Stop').data).toMatchObject({ verb: 'stop-letter', n: 1, seal });
  expect(press(card, 'Send it now').data).toMatchObject({ verb: 'send-now', n: 1 });
  // What pressing it does is said beforehand: the letter prints another day than this one.
  expect(readCard(card)).toMatch(/made again with today's date and shown for approval once more|It leaves at once/);
  expect(pressablesOf(buildConcernCard(viewOf('approved', people.deputy), options)).map((each) => each.title)).not.toContain('Send it now');
});

test.each([
  ['stopped', 'It was stopped before it left.'], ['held back', 'Somebody changed the draft in the mailbox'], ['sent back', 'Please soften the second paragraph.'],
  ['sent', 'Sent'], ['leaving', 'On its way'], ['unknown', 'It is not known whether it went.'], ['to do', 'To do'], ['closed', 'Both families have spoken.'],
])('%s is said in words', (state, words) => {
  expect(readCard(buildConcernCard(viewOf(state, people.head), options))).toContain(words);
});

test('closed: only the closing note is left, with its own short guide', () => {
  const card = buildConcernCard(viewOf('closed', people.deputy), options);
  expect(press(card, 'Write the closing note').data).toEqual({ verb: 'show-response', ref: 'GRV-26-0042', response: 'closing-note' });
  const note = buildConcernCard(viewOf('closed', people.deputy), { ...options, response: 'closing-note' });
  expect(press(note, 'Propose this').data).toMatchObject({ verb: 'propose', response: 'closing-note' });
});

test('a closing note does not tell who told us to somebody who may not know it', () => {
  const words = { 'proposal.1.letter.to': 'Amara Nwosu', 'proposal.1.letter.address': 'amara.nwosu@mail.example', 'proposal.1.letter.text': 'Dear Amara Nwosu' };
  for (const state of ['note waiting', 'note approved']) {
    expect(JSON.stringify(buildConcernCard(viewOf(state, people.assistant, words), options))).not.toMatch(/amara/i);
    expect(readCard(buildConcernCard(viewOf(state, people.assistant, words), options))).toContain('the person who told us');
    expect(readCard(buildConcernCard(viewOf(state, people.head, words), options))).toContain('Amara Nwosu');
  }
});

test('a refused form stays open with what was typed, under the sentence', () => {
  const card = buildConcernCard(viewOf('open', people.deputy), { ...options, notice: 'Say in a sentence how it ended.', open: 'close', typed: { 'close.outcome': 'unfounded', 'add-note.note': '' } });
  expect(readCard(card)).toContain('Say in a sentence how it ended.');
  expect(inputsOf(card)).toContainEqual(expect.objectContaining({ id: 'close.outcome', value: 'unfounded' }));
  expect(JSON.stringify(card)).toMatch(/"id":"form-close","style":"emphasis","isVisible":true/);
  expect(JSON.stringify(card)).toMatch(/"id":"form-add-note","style":"emphasis","isVisible":false/);
});

test('what a mail says is never read as Markdown: no TextBlock holds it', () => {
  const evil = '[Reset your password](https://evil.example)';
  const words = Object.fromEntries(['subject', 'summary', 'quote.IA1', 'note', 'p1.name', 'proposal.1.reason', 'proposal.1.letter.text', 'proposal.1.letter.to', 'closing.reason'].map((key) => [key, evil]));
  for (const state of everyState) {
    const card = JSON.stringify(buildConcernCard(viewOf(state, people.head, words), options));
    expect(card).toContain('evil.example');
    expect(card).not.toMatch(/"type":"TextBlock","text":"[^"]*evil\.example/);
  }
});
