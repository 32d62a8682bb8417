import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { findCues, speaksOfGroup } from '../../src/mail/rules/find-cues.ts';
import { findSigns } from '../../src/mail/rules/find-signs.ts';
import { askModel } from '../../src/mail/rules/model/ask-model.ts';
import { parseModel } from '../../src/mail/rules/model/heads.ts';
import { sentencesOf } from '../../src/mail/rules/model/read-words.ts';
import { stretchesOf } from '../../src/mail/rules/model/stretches.ts';
import { trainedModel } from '../../src/mail/rules/model/trained.ts';
import { triage } from '../../src/mail/rules/triage.ts';
import type { Judgement } from '../../src/mail/rules/triage/verdict.ts';
import { words } from './mail-school.ts';

const read = (text: string, model = trainedModel() as ReturnType<typeof trainedModel> | null): Judgement => triage({ subject: '', parts: [text], automated: null, isNewsletter: false, exhibits: [] }, words, model);
const keys = (text: string): string[] => sentencesOf(text).flat().map(({ key }) => key);

/** Mails to learn from are mails to try on: what is tried here must hold whatever was learnt. */
const texts = readFileSync(new URL('../fixtures/mail-texts/one.jsonl', import.meta.url), 'utf8').split('\n').filter((line) => line !== '').slice(0, 150).map((line) => (JSON.parse(line) as { text: string }).text);

describe('how the model reads', () => {
  test('it knows nobody: names, he and she, mum and dad, faith and origin are classes', () => {
    expect(keys('Yesterday Amara told her mum.')).toEqual(keys('Yesterday Oliver told his dad.'));
    expect(keys('There is a Somali mother in a headscarf.')).toEqual(keys('There is a Polish father in a crucifix.'));
    expect(keys('the black dad at the mosque')).toEqual(keys('the white mum at the church'));
    expect(keys('a black eye')).toContain('black');
  });

  test('a denied word is another word', () => {
    expect(keys('No threats were made')).toEqual(['no', 'not_threats', 'not_were', 'made']);
  });

  test('capitals of a heading or of shouting are no names', () => {
    expect(keys('Formal Complaint About Parking')).toEqual(['formal', 'complaint', 'about', 'parking']);
    expect(keys('HE HIT MY SON')).toEqual(['_he_', 'hit', 'my', '_son_']);
  });

  test('a long mail is looked at in stretches as well, so that one line does not drown', () => {
    const calm = 'The coach leaves at nine and comes back at three on Friday. '.repeat(20);
    const stretches = stretchesOf(sentencesOf(`${calm}He hits her with a belt. ${calm}`));
    expect(stretches.length).toBeGreaterThan(3);
    expect(stretches.filter(({ features }) => features.has('belt')).some(({ words }) => words < 30)).toBe(true);
  });
});

describe('what the model answers', () => {
  const model = parseModel([0, -1, 0, 0, 0, 0], 'belt\t0 300 0 0 0 0\nwith belt\t0 100 0 0 0 0\nfriday\t0 -50 0 0 0 0');

  test('is a sum that can be done by hand', () => {
    // Two words of their own weight, among fewer than fifteen: 3 less 0.5 over the root of 15.
    expect(askModel(model, 'A belt on Friday').scores.danger).toBeCloseTo(-1 + 2.5 / Math.sqrt(15), 6);
  });

  test('comes with the words that weighed, as they stand in the text', () => {
    const text = 'On Friday there was a belt mark.';
    const [weighed] = askModel(model, text).weighed('danger');
    expect(weighed).toEqual({ quote: 'belt', start: text.indexOf('belt') });
  });
});

describe('what the model may do', () => {
  const order = ['P0', 'P1', 'P2', 'P3', 'PX'];

  test.each([
    'I know where he parks and I will be sitting on the wall tonight when he comes out, and there will be nobody to hide behind.',
    'She has marks round both wrists and she says it is for being bad at home.',
  ])('it raises danger that no list has, and shows why: %s', (text) => {
    const found = read(text);
    expect(['P0', 'P1']).toContain(found.priority);
  });

  test('no mail that the lists call urgent is less urgent with it', () => {
    for (const text of texts) {
      const [without, withIt] = [read(text, null), read(text)];
      if (order.indexOf(without.priority) <= 1) expect([text, order.indexOf(withIt.priority) <= order.indexOf(without.priority)]).toEqual([text, true]);
    }
  });

  test('it never says misconduct where no list speaks of it', () => {
    const silent = texts.filter((text) => findCues(text, speaksOfGroup(text, words), words).length === 0 && findSigns(text, words).length === 0);
    expect(silent.length).toBeGreaterThan(20);
    const accused = silent.filter((text) => ['conduct', 'staff-conduct'].includes(read(text).route) && read(text).route !== read(text, null).route);
    expect(accused).toEqual([]);
  });

  test('what it raised names the words that weighed, and where they stand', () => {
    const raised = texts.map((text) => ({ text, found: read(text) })).filter(({ found }) => found.weighed.length > 0);
    expect(raised.length).toBeGreaterThan(5);
    for (const { text, found } of raised) {
      for (const { quote, start } of found.weighed) expect(`\n\n${text}`.slice(start, start + quote.length)).toBe(quote);
      expect(found.reason).toContain('By its words');
    }
  });

  test('a request for data inside an angry mail is flagged beside its route', () => {
    const found = read('That TA is a disgrace and the whole WhatsApp group knows it, another mum posted it yesterday. And I want a copy of everything you have written about my son, every email and every note.');
    expect([found.dataRequest, found.dataWords !== '']).toEqual([true, true]);
  });

  test('a mail of 300,000 characters is read in a second or two', () => {
    const long = texts.join(' ').repeat(30).slice(0, 300_000);
    const start = performance.now();
    askModel(trainedModel(), long);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});
