import { describe, expect, test } from '@jest/globals';
import { buildConcernCard } from '../../bot/cards/concern-card.ts';
import { describeEvent } from '../../src/concern/rules/describe-event.ts';
import { isThanks, thanksOf } from '../../src/concern/rules/concern.ts';
import { prepareLetter, type LetterAsk, type LetterDeps } from '../../src/letters/prepare-letter.ts';
import { buildLetter } from '../../src/letters/rules/build-letter.ts';
import { lintLetter } from '../../src/letters/rules/lint-letter.ts';
import { thanksText } from '../../src/letters/rules/thanks-text.ts';
import type { SealedStore } from '../../src/ports.ts';
import { calendarWith } from './calendar-days.ts';
import { pressablesOf, readCard } from './cards-reading.ts';
import { options, thanks } from './cards-scenes.ts';
import { asks, does, goesAt, letter, outcome, ask, people, stories, type Told } from './concern-story.ts';

const settings: LetterDeps['settings'] = {
  school: { name: 'Grove Primary School', addressLines: [], titles: { 'safeguarding-lead': 'Safeguarding lead' } },
  mail: { sendingMailbox: 'letters@grove.example', schoolMailbox: 'school@grove.example' }, calendar: calendarWith({}),
};
const wish: LetterAsk = {
  ref: 'GRV-26-0042', letter: 1, day: '2026-11-24', signatory: { name: 'Olive Marsh', role: 'office' }, reporters: [{ name: 'Amara Nwosu', email: 'amara.nwosu@mail.example' }],
  kind: 'THANKS', words: { name: 'Amara Nwosu', email: 'amara.nwosu@mail.example' },
};

function keeping(): { sealed: SealedStore; kept: string[] } {
  const kept: string[] = [];
  const seal = (_: string, bytes: Uint8Array): Promise<string> => { kept.push(new TextDecoder().decode(bytes)); return Promise.resolve('a'.repeat(64)); };
  return { kept, sealed: { seal, open: () => Promise.reject(new Error('Nothing is opened here')), has: () => Promise.resolve(true), remove: () => Promise.resolve(), list: () => Promise.resolve([]) } };
}

describe('the thank-you', () => {
  test('is words alone, from the sending mailbox, with the answer to school@, and prints neither a day nor the name of whoever wrote', async () => {
    const { sealed, kept } = keeping();
    const order = await prepareLetter({ sealed, settings }, wish);
    if ('problems' in order) throw new Error(order.problems.join(' '));
    expect(order.made).toMatchObject({ pdf: null, word: null });
    expect(kept).toHaveLength(1);
    const manifest = JSON.parse(kept[0] ?? '') as { text: string };
    expect(manifest).toMatchObject({ from: 'letters@grove.example', replyTo: 'school@grove.example', to: { name: 'Amara Nwosu', address: 'amara.nwosu@mail.example' }, subject: 'Thank you, we have your message (GRV-26-0042)', attachments: [] });
    expect(manifest.text).toMatch(/^Hello\n\nThank you for writing to Grove Primary School\./);
    expect(manifest.text).toMatch(/ring 999/);
    expect(manifest.text).toMatch(/ask for the safeguarding lead/);
    expect(manifest.text).toMatch(/Kind regards\nOlive Marsh\nSchool office\nGrove Primary School$/);
    expect(manifest.text).not.toMatch(/Amara|Nwosu|2026/);
  });

  test('is word for word what was shown before anybody pressed', async () => {
    const { sealed } = keeping();
    const order = await prepareLetter({ sealed, settings }, wish);
    const shown = thanksText({ ref: 'GRV-26-0042', schoolName: 'Grove Primary School', safeguardingTitle: 'Safeguarding lead', signatoryName: 'Olive Marsh', signatoryTitle: 'School office' });
    expect('words' in order && { subject: order.words['letter.subject'], text: order.words['letter.text'] }).toEqual(shown);
  });

  test('does not leave without saying to ring 999', () => {
    const fields = { ref: 'GRV-26-0042', day: '', from: '', replyTo: '', schoolName: 'Grove', signatoryName: 'Olive Marsh', signatoryTitle: 'School office', kind: 'THANKS' as const, name: '', email: '', safeguardingTitle: 'DSL' };
    const built = buildLetter(fields);
    expect(lintLetter(fields, built, [])).toEqual([]);
    expect(lintLetter(fields, { ...built, text: built.text.replace('999', 'us') }, [])).toEqual([expect.stringContaining('999')]);
  });
});

const { olive, daniel, helen } = people;
const thank = { verb: 'thank', letter: letter(1), goesAt } as const;
const thanked = does(stories.new, olive, thank);
const sent = ['let-leave', 'keep-draft', 'confirm-sent'].reduce((told: Told, verb) => does(told, 'service', verb === 'let-leave' ? { verb, letter: 1, seal: letter(1).made.seal } : { verb: verb as 'keep-draft' | 'confirm-sent', letter: 1, draft: 'AAk' }), thanked);
const view = (told: Told, person: typeof helen | typeof olive) => ({ concern: told.concern, version: told.version, words: {}, person, nameOf: (oid: string) => (oid === 'olive' ? 'Olive Marsh' : oid), now: 0, titles: {}, ring: [], requestDue: null, thanks });

describe('one press by a named person', () => {
  test('is its approval, once; the matter goes on as before', () => {
    expect(thanked.concern.letters).toMatchObject([{ status: 'approved', approvedBy: 'olive', goesAt }]);
    expect(outcome(ask(thanked, daniel, thank))).toMatch(/moved on/);
    expect(outcome(ask(does(thanked, daniel, asks.look), daniel, { ...asks.warn, letter: letter(2) }))).toEqual(['response-proposed']);
    expect(thanked.concern.letters.every((each) => isThanks(thanked.concern, each))).toBe(true);
  });

  test('can be taken back by whoever pressed, or a leader, until its hour; then it can be sent anew', () => {
    expect(outcome(ask(thanked, people.tom, { verb: 'stop-letter', letter: 1 }))).not.toEqual(['letter-stopped']);
    expect(outcome(ask(thanked, daniel, { verb: 'stop-letter', letter: 1 }))).toEqual(['letter-stopped']);
    const stopped = does(thanked, olive, { verb: 'stop-letter', letter: 1 });
    expect(thanksOf(stopped.concern)).toBeNull();
    expect(outcome(ask(stopped, olive, { ...thank, letter: letter(2) }))).toEqual(['response-proposed', 'letter-approved']);
    expect(outcome(ask(sent, olive, { verb: 'stop-letter', letter: 1 }))).toBe('It has left already and cannot be stopped.');
  });

  test('is not for a sender who could not be verified', () => {
    const doubtful = { ...stories.new, concern: { ...stories.new.concern, unverified: true } };
    expect(outcome(ask(doubtful, olive, thank))).toMatch(/moved on/);
  });

  test('stands on the card in one line, before and after', () => {
    expect(readCard(buildConcernCard(view(thanked, olive), options))).toContain('Thank-you to the person who told us: goes on Wednesday 25 November 2026 at 08:30, by Olive Marsh.');
    const card = readCard(buildConcernCard(view(sent, helen), options));
    expect(card).toContain('Thank-you sent to the person who told us, Tuesday 24 November 2026 at 09:06, by Olive Marsh.');
    expect(pressablesOf(buildConcernCard(view(sent, helen), options)).map((each) => each.title)).not.toContain('Send the thank-you');
  });

  test('is told in the chronology without a name from outside', () => {
    const sentences = thanked.events.map((event) => describeEvent(event, { 'letter.to': 'Amara Nwosu' }, () => 'Olive Marsh'));
    expect(sentences.slice(-2)).toEqual(['Olive Marsh pressed "Thank you, we have it" for the person who told us.', expect.stringContaining('It goes on')]);
  });
});
