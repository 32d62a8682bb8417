import { describe, expect, test } from '@jest/globals';
import { buildConcernCard } from '../../bot/cards/concern-card.ts';
import { parseCardAction } from '../../bot/cards/card-press.ts';
import { concernPage } from '../../bot/concern-page.ts';
import type { ConcernPage, ConcernView } from '../../bot/door.ts';
import { toRow } from '../../src/concern/record.ts';
import { foldWords, plainWords, type HeadWords } from '../../src/concern/rules/head-words.ts';
import type { Person } from '../../src/concern/rules/words-of-the-school.ts';
import { seesReporter } from '../../src/people/rules/may-know.ts';
import { splitWords } from '../../src/people/rules/reporter-words.ts';
import { inputsOf, press, pressablesOf, readCard } from './cards-reading.ts';
import { options, thanks } from './cards-scenes.ts';
import { ask, does, mail, nothing, outcome, people, type Told } from './concern-story.ts';

const words = {
  subject: 'From Laila: the group', summary: 'Laila says that Kevin Doyle called the teacher useless.', text: 'Laila says that Kevin Doyle called the teacher useless. Laila Haddad', 'quote.IA1': 'Kevin, you are useless',
  'candidate.mail': 'mail-1', 'candidate.1.name': 'Laila Haddad', 'candidate.1.address': 'laila.haddad@mail.example', 'candidate.2.name': 'Kevin Doyle', 'candidate.2.address': '',
};
const { daniel, helen, olive } = people;
const unnamed = does(nothing, 'service', { verb: 'raise', understood: mail(1, { people: {}, words }) });
const said = does(unnamed, helen, { verb: 'say-who-wrote', mail: 'mail-1', name: 'Laila Haddad', address: 'laila.haddad@mail.example' });

function viewFor(told: Told, person: Person): ConcernView {
  const all = plainWords(told.words);
  return {
    concern: told.concern, version: told.version, person, words: seesReporter(person, told.concern) ? all : splitWords(told.concern, all).words,
    nameOf: (oid) => oid, now: 0, titles: {}, ring: [], requestDue: null, thanks,
  };
}

/** Each event with the words that it was given, as the log would hold them. */
function pageFor(told: Told, person: Person): Promise<ConcernPage> {
  const rows = told.events.map((event) => toRow(event, event.data.type === 'concern-raised' ? words : event.data.type === 'author-said' ? { 'p1.name': 'Laila Haddad', 'p1.address': '', 'p1.how': 'Somebody at school said so' } : undefined, ''));
  return concernPage({ events: () => Promise.resolve(rows) }, viewFor(told, person));
}

describe('while nobody can tell who wrote', () => {
  test('whoever may know is asked, with those who may have; nothing is chosen beforehand', () => {
    const card = buildConcernCard(viewFor(unnamed, helen), options);
    expect(readCard(card)).toContain('Who wrote this?');
    const choice = inputsOf(card).find((each) => each['id'] === 'say-who-wrote.who');
    expect(choice?.['choices']).toEqual([{ title: 'Laila Haddad, laila.haddad@mail.example', value: '1' }, { title: 'Kevin Doyle', value: '2' }, { title: 'Somebody else', value: 'other' }]);
    expect(choice?.['value']).toBe('');
    const { data, verb } = press(card, 'That is who wrote it');
    expect(parseCardAction(verb, { ...data, 'say-who-wrote.who': '1' })).toMatchObject({ kind: 'press', press: { verb: 'say-who-wrote', fields: { mail: 'mail-1', who: '1' } } });
  });

  test('anybody else sees that the question is open and reads none of the names, on the card and on the page', async () => {
    const card = buildConcernCard(viewFor(unnamed, daniel), options);
    expect(readCard(card)).toContain('Nobody can tell from an email who wrote it.');
    expect(inputsOf(card).map((each) => each['id'])).not.toContain('say-who-wrote.who');
    expect(JSON.stringify(card)).not.toMatch(/Laila|Haddad|Kevin/);
    expect(readCard(card)).toContain('[a name held back] says that [a name held back] called the teacher useless.');
    const { mail: mails, history } = await pageFor(unnamed, daniel);
    expect(mails).toMatchObject([{ asks: true, candidates: [], from: null }]);
    expect(JSON.stringify([mails, history])).not.toMatch(/Laila|Haddad|Kevin/);
  });

  test('no thank-you is offered', () => {
    expect(pressablesOf(buildConcernCard(viewFor(unnamed, helen), options)).map((each) => each.title)).not.toContain('Send the thank-you');
  });

  test('whoever answers must write a name, and only of an email that is asked about', () => {
    expect(outcome(ask(unnamed, olive, { verb: 'say-who-wrote', mail: 'mail-1', name: ' ', address: '' }))).toMatch(/^Write the name/);
    expect(outcome(ask(unnamed, olive, { verb: 'say-who-wrote', mail: 'mail-7', name: 'Laila Haddad', address: '' }))).toMatch(/moved on/);
  });
});

describe('once somebody has said who wrote', () => {
  test('the name stands where everybody else\'s does, with how it is known, for those who may know', async () => {
    expect(readCard(buildConcernCard(viewFor(said, helen), options))).toContain('Laila Haddad');
    expect((await pageFor(said, helen)).mail).toMatchObject([{ asks: false, from: 'Laila Haddad', how: 'Somebody at school said so', text: words.text }]);
  });

  test('it is taken out of what others read, and the one who did not write is named again', async () => {
    const card = readCard(buildConcernCard(viewFor(said, daniel), options));
    expect(card).toContain('[the person who told us] says that Kevin Doyle called the teacher useless.');
    const { mail: mails, history } = await pageFor(said, daniel);
    expect(mails).toMatchObject([{ from: null, how: null, text: '[the person who told us] says that Kevin Doyle called the teacher useless.', subject: 'From [the person who told us]: the group' }]);
    expect(card + JSON.stringify([mails, history])).not.toMatch(/Laila|Haddad/);
  });

  test('those who may have are forgotten', () => {
    expect(Object.keys(said.words).filter((key) => key.includes('candidate'))).toEqual([]);
  });
});

test('a second email without a name is asked about by itself, and its names stay out of the first', () => {
  const joined = does(said, 'service', { verb: 'join-mail', understood: mail(2, { people: {}, words: { summary: 'Kevin Doyle did it again.', 'candidate.mail': 'mail-2', 'candidate.1.name': 'Kevin Doyle', 'candidate.1.address': '' } }) });
  const shown = splitWords(joined.concern, plainWords(joined.words)).words;
  expect(shown['joined.summary']).toBe('[a name held back] did it again.');
  expect(shown['summary']).toContain('Kevin Doyle');
  const third: HeadWords = foldWords(joined.words, { n: 9, at: 0, by: 'service', command: 'c', data: { type: 'mail-joined', mail: 'mail-3', people: {}, toCome: null, audience: joined.concern.audience, priority: 'P2', sender: 'none', request: null } }, { summary: 'More.' });
  expect(Object.keys(third).filter((key) => key.includes('candidate'))).toEqual([]);
});
