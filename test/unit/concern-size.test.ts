import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromRow, toRow } from '../../src/concern/record.ts';
import type { ConcernEvent, Words } from '../../src/concern/rules/events.ts';
import { foldWords, plainWords, withoutItems, type HeadWords } from '../../src/concern/rules/head-words.ts';
import { splitWords } from '../../src/people/rules/reporter-words.ts';
import { after, asks, does, letter, mail, nothing, people, stories, type Told } from './concern-story.ts';

/** What storage takes of a head (`src/storage/log-limits.ts`). */
const most = 32_000;
const long = 'He said "you are a liar"\nand so on and on. '.repeat(400);
const { daniel, helen } = people;

/** Ten events a round: a mail with its reporter and forwarder, notes, a letter proposed, approved, stopped, taken back. */
function round(told: Told, n: number): Told {
  const understood = mail(n, {
    people: { author: { kind: 'reporter', oid: null }, forwarder: { kind: 'forwarder', oid: 'olive' } },
    words: { 'author.name': `Reporter ${String(n)}`, 'author.address': `reporter${String(n)}@mail.example`, 'forwarder.name': 'Olive Marsh', subject: `Again ${String(n)}`, summary: long, text: long },
  });
  const number = told.concern.proposalCount + 1;
  const made = letter(told.concern.letterCount + 1);
  let next = does(told, 'service', { verb: 'join-mail', understood });
  for (let notes = 0; notes < 4; notes++) next = does(next, daniel, { verb: 'add-note', note: long });
  next = does(next, daniel, { ...asks.warn, reason: long, letter: { ...made, words: { ...made.words, 'letter.text': long } } });
  next = does(next, helen, { ...asks.approve, proposal: number });
  next = does(next, daniel, { verb: 'stop-letter', letter: made.made.letter });
  next = does(next, helen, { verb: 'send-back', proposal: number, reason: long });
  return does(next, daniel, { verb: 'withdraw', proposal: number });
}

describe('a matter that runs for years', () => {
  const told = Array.from({ length: 300 }, (_, n) => n + 2).reduce(round, stories.open);

  test('of three thousand events has a state and head words that storage takes', () => {
    expect(told.version).toBeGreaterThanOrEqual(3_000);
    expect(JSON.stringify(told.concern).length).toBeLessThan(most);
    expect(JSON.stringify(told.words).length).toBeLessThan(most);
  });

  test('still says what it is about, who told us first, and what was said last', () => {
    expect(plainWords(told.words)).toMatchObject({ subject: 'Class group', 'p1.name': 'Parent 1', 'joined.subject': 'Again 301' });
    expect(told.words['note']?.n).toBeGreaterThan(2_990);
  });

  test('never shows who told us to those who may not know, however many they were', () => {
    const shown = splitWords(told.concern, plainWords(told.words)).words;
    expect(Object.keys(shown).filter((key) => /^p\d/.test(key))).toEqual([]);
    const joined = told.events.findLast(({ data }) => data.type === 'mail-joined')?.data;
    const keys = joined?.type === 'mail-joined' ? Object.keys(joined.people) : [];
    expect(keys).toHaveLength(2);
    expect(splitWords(told.concern, { [`${keys[0] ?? ''}.name`]: 'Reporter 301' }).words).toEqual({});
  });

  test('gives no number of a person twice', () => {
    const numbers = told.events.flatMap(({ data }) => (data.type === 'concern-raised' || data.type === 'mail-joined' ? Object.keys(data.people) : []));
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

const anyText = fc.string({ unit: fc.constantFrom('a', '"', '\n', '\\', '\u0001', 'é', '👦', 'ễ'), maxLength: 12_000 });

describe('words', () => {
  test('of any kind fit the head', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('subject', 'summary', 'comment', 'p1.name', 'quote.IA1', 'quote.IA2', 'reason'), anyText), { maxLength: 7 }), (pairs) => {
      const head = foldWords({}, raised(1), Object.fromEntries(pairs));
      expect(JSON.stringify(head).length).toBeLessThan(most);
    }), { numRuns: 60 });
  });

  test('of any mail fit the 16 KB of an item, so that no mail is ever kept from becoming a concern', () => {
    fc.assert(fc.property(fc.record({ subject: anyText, summary: anyText, text: anyText, comment: anyText }), (words) => {
      const row = toRow(raised(1), words, '');
      expect(row.item?.text.length).toBeLessThanOrEqual(16_384);
      expect(Object.keys(fromRow(row).words ?? {})).toEqual(Object.keys(words));
    }), { numRuns: 60 });
  });

  test('that fit are kept to the letter, and those of a letter are never cut', () => {
    const words: Words = { note: long.slice(0, 10_000), 'letter.fields': '{"kind":"RS1-A"}' };
    expect(fromRow(toRow(raised(1), words, '')).words).toEqual(words);
    const much = { 'letter.text': 'x'.repeat(9_000), reason: 'y'.repeat(9_000) };
    const kept = fromRow(toRow(raised(1), much, '')).words;
    expect(kept?.['letter.text']).toBe(much['letter.text']);
    expect(kept?.['reason']).toMatch(/^y+ …$/);
  });

  test('leave the head with the entry that held them', () => {
    const head: HeadWords = { subject: { n: 1, text: 'a' }, note: { n: 4, text: 'b' } };
    expect(withoutItems(head, [4, 9])).toEqual({ subject: { n: 1, text: 'a' } });
  });

  test('of a proposal are replaced by those of the next one', () => {
    const first = does(stories.waiting, helen, asks.sendBack);
    const second = does(first, daniel, { ...asks.meet, reason: 'Another way.' });
    expect(Object.keys(first.words).filter((key) => key.startsWith('proposal.'))).toContain('proposal.1.sent-back');
    expect(Object.keys(second.words).filter((key) => key.startsWith('proposal.'))).toEqual(['proposal.2.reason']);
  });

  test('that a card does not show stay out of the head', () => {
    const { words } = does(nothing, 'service', { verb: 'raise', understood: mail(1) });
    expect(words['text']).toBeUndefined();
    expect(after(stories.waiting, 'daniel').words['proposal.1.letter.fields']).toBeUndefined();
    expect(stories.waiting.words['proposal.1.letter.text']?.text).toBe('Dear Kevin Doyle');
  });
});

function raised(n: number): ConcernEvent {
  return { n, at: 1, by: 'service', command: 'c', data: stories.new.events[0]?.data ?? { type: 'note-added' } };
}
