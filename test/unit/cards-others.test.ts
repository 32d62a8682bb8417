import { expect, test } from '@jest/globals';
import { buildBaseCard } from '../../bot/cards/base-card.ts';
import { cardSummary } from '../../bot/cards/card-summary.ts';
import { inputId, parseCardAction } from '../../bot/cards/card-press.ts';
import { buildConcernCard } from '../../bot/cards/concern-card.ts';
import { cutText } from '../../bot/cards/fit-card.ts';
import { buildHelpCard } from '../../bot/cards/help-card.ts';
import { buildWaitingCard } from '../../bot/cards/waiting-card.ts';
import { newsSentence } from '../../src/concern/rules/screen-words.ts';
import type { RegisterRow } from '../../src/ports.ts';
import { press, pressablesOf, readCard } from './cards-reading.ts';
import { concernIn, options, people, ref, seal, states, viewOf, wordsOf } from './cards-scenes.ts';

const personal = [...Object.values(wordsOf({ 'p1.name': 'Amara Nwosu' })), 'Helen Whitlock', 'Daniel Okafor'];

test('the base card holds a reference and nothing personal, and asks for the person\'s own view', () => {
  const card = buildBaseCard(ref, { deepLink: options.deepLink, userIds: ['29:1abc'] });
  for (const words of personal) expect(JSON.stringify(card)).not.toContain(words);
  expect(card['refresh']).toMatchObject({ action: { type: 'Action.Execute', verb: 'refresh', data: { ref } }, userIds: ['29:1abc'] });
  expect(parseCardAction('refresh', press(card, 'Open to see it').data)).toEqual({ kind: 'refresh', ref });
});

test('a notification says what to do and the reference, in every state and to everybody', () => {
  for (const state of Object.keys(states)) {
    for (const person of Object.values(people)) {
      const summary = cardSummary(concernIn(state).concern, person);
      expect(summary).toContain(ref);
      for (const words of personal) expect(summary).not.toContain(words);
    }
  }
  expect(cardSummary(concernIn('new').concern, people.deputy)).toBe('A concern needs a first look: GRV-26-0042');
  expect(cardSummary(concernIn('waiting').concern, people.head)).toBe('A proposal waits for your decision: GRV-26-0042');
  expect(cardSummary(concernIn('waiting').concern, people.deputy)).toBe('A concern has news: GRV-26-0042');
});

test('the list of what waits holds no subject and no name', () => {
  const row = (key: string, kind: RegisterRow['kind']): RegisterRow => ({
    key, kind, version: 1, audience: { kind: 'ordinary', roles: ['slt'], not: [], also: [] }, status: kind === 'concern' ? 'new' : 'needs-a-look', route: 'conduct', priority: 'P0',
    at: Date.parse('2026-11-24T09:00:00Z'), outcome: null, nextAt: null, waitsFor: { roles: ['slt'], oids: [] }, words: { subject: 'Liar in Year 4' }, reporterWords: { name: 'Amara Nwosu' },
  });
  const card = buildWaitingCard([row(ref, 'concern'), row('f'.repeat(64), 'mail')], { total: 12, tabLink: options.deepLink });
  expect(readCard(card)).toContain('12 things wait for you');
  expect(readCard(card)).toContain('And 10 more in the tab.');
  expect(readCard(card)).toContain('Danger now');
  expect(JSON.stringify(card)).not.toMatch(/Liar|Amara|ffff/);
  expect(parseCardAction('open', press(card, 'Open').data)).toEqual({ kind: 'open', ref });
  expect(readCard(buildWaitingCard([], { total: 0, tabLink: options.deepLink }))).toContain('Nothing waits for you.');
});

test('help says what can be asked', () => {
  const card = buildHelpCard({ tabLink: options.deepLink });
  expect(readCard(card)).toContain('what is waiting?');
  expect(parseCardAction('waiting', press(card, 'What is waiting?').data)).toEqual({ kind: 'waiting' });
});

test('every press comes back as it was sent, with its own inputs alone', () => {
  for (const state of Object.keys(states)) {
    for (const person of Object.values(people)) {
      for (const each of pressablesOf(buildConcernCard(viewOf(state, person), options))) {
        const sent = { ...each.data, [inputId(String(each.verb), 'reason')]: 'Because.', 'other.reason': 'Not this one.' };
        const back = parseCardAction(each.verb, sent);
        if (back?.kind !== 'press') { expect(['refresh', 'show-response']).toContain(back?.kind); continue; }
        // A form about one email of several says which in the same way.
        const own = Object.entries(each.data).filter(([key]) => key.startsWith(`${String(each.verb)}.`)).map(([key, value]): [string, unknown] => [key.slice(String(each.verb).length + 1), value]);
        const data = Object.fromEntries(Object.entries(each.data).filter(([key]) => !key.includes('.')));
        expect(back.press).toEqual({ ...data, fields: { reason: 'Because.', ...Object.fromEntries(own) } });
      }
    }
  }
});

test('a proposal carries the response whose guide was read, and its letter', () => {
  const card = buildConcernCard(viewOf('open', people.deputy), { ...options, response: 'RS1' });
  const sent = { ...press(card, 'Propose this').data, 'propose.reason': 'Said in front of all.', 'propose.letter.parentName': 'Kevin Doyle' };
  expect(parseCardAction(null, sent)).toMatchObject({ kind: 'press', press: { verb: 'propose', n: null, seal: null, fields: { response: 'RS1', reason: 'Said in front of all.', 'letter.parentName': 'Kevin Doyle' } } });
});

test.each([
  ['a verb of the service', { ref, verb: 'let-leave', n: 1, seen: 1, seal, nonce: 'nonce-0001' }],
  ['the original, which opens in the tab alone', { ref, verb: 'open-original', n: null, seen: 1, seal: null, nonce: 'nonce-0001' }],
  ['no reference', { verb: 'approve', n: 1, seen: 1, seal, nonce: 'nonce-0001' }],
  ['a reference with a path in it', { ref: '../grvmail', verb: 'refresh' }],
  ['a seal that is none', { ref, verb: 'approve', n: 1, seen: 1, seal: 'yes', nonce: 'nonce-0001' }],
  ['a number as text', { ref, verb: 'approve', n: '1', seen: 1, seal, nonce: 'nonce-0001' }],
  ['nothing', null],
])('refuses %s', (_what, data) => { expect(parseCardAction(null, data)).toBeNull(); });

test('the response that was chosen opens its guide', () => {
  const { data } = press(buildConcernCard(viewOf('open', people.deputy), options), 'Look at it');
  expect(parseCardAction('show-response', { ...data, 'show-response.response': 'RS2' })).toEqual({ kind: 'show-response', ref, response: 'RS2' });
  expect(parseCardAction('show-response', { ...data, 'show-response.response': 'RS9' })).toEqual({ kind: 'show-response', ref, response: null });
});

test('news is a sentence', () => {
  expect(newsSentence([])).toBeNull();
  expect(newsSentence(['new-evidence', 'other-proposal'])).toBe('A new email came in, and the proposal or its letter changed since this was shown to you. Please look first, then press again.');
});

test('text is never cut inside a character', () => {
  expect(cutText('ab😀cd', 3)).toEqual({ text: 'ab …', cut: true });
  expect(cutText('short', 10)).toEqual({ text: 'short', cut: false });
});
