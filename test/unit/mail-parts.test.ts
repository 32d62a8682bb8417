import { describe, expect, test } from '@jest/globals';
import { parseMail } from '../../src/mail/parse-mail.ts';
import { withoutHistory } from '../../src/mail/rules/author/history.ts';
import { identityText } from '../../src/mail/rules/identity.ts';
import { findReference } from '../../src/mail/rules/reference.ts';
import { understandMail } from '../../src/mail/rules/read.ts';
import { bareSubject, subjectSays } from '../../src/mail/rules/author/subject-prefix.ts';
import { findPhrases, phraseLists } from '../../src/mail/rules/words/phrases.ts';
import { grove } from './mail-school.ts';

const quotes = (text: string, ...phrases: string[]): string[] => findPhrases(text, phraseLists({ parent: ['daddy', 'mummy'] })(phrases)).map((hit) => hit.quote);
const mail = async (...lines: string[]) => parseMail(new TextEncoder().encode(lines.join('\r\n')));
const direct = (text: string): Promise<Awaited<ReturnType<typeof parseMail>>> => mail('From: Amara <a@mail.example>', 'To: school@grove.example', 'Subject: x', '', text);

describe('the language of the word lists', () => {
  test.each<[string, string, string[]]>([
    ['grab*', 'He grabbed it. GRABS!', ['grabbed', 'GRABS']],
    ['useless', 'So useless, uselessness', ['useless']],
    ['mrs _', 'Mrs\nWhitlock came', ['Mrs\nWhitlock']],
    ['burn ... down', 'burn the whole school down', ['burn the whole school down']],
    ['burn ... down', 'burn it. Put it down', []],
    ["won't stop", 'It won’t stop', ['won’t stop']],
    ['teacher', "the teacher's pet", ["teacher's"]],
    ['{parent} hits', 'he said daddy hits him', ['daddy hits']],
    ['🔪', 'see you 🔪', ['🔪']],
    ['life threatening', 'a life-threatening allergy', ['life-threatening']],
    ['% off', 'now 50% off', ['% off']],
  ])('%s in "%s"', (phrase, text, expected) => {
    expect(quotes(text, phrase)).toEqual(expected);
  });
});

describe('history', () => {
  test('an Outlook answer keeps its own words and signature', () => {
    const read = withoutHistory('Yes.\n\nKevin\nSent from my iPhone\n\n-----Original Message-----\nFrom: School <s@grove.example>\nSent: Monday\nTo: Kevin\nSubject: Hi\n\nHello', true);
    expect(read).toMatchObject({ text: 'Yes.\n\nKevin\nSent from my iPhone', folded: 6 });
  });

  test('an attribution broken over two lines, in French', () => {
    const read = withoutHistory('Merci\n\nLe lun. 12 oct. 2026 à 21:04, École <ecole@grove.example> a\nécrit :\n\n> Bonjour', true);
    expect(read.text).toBe('Merci');
  });

  test('"She wrote:" before pasted words is the author\'s own line', () => {
    const text = 'She wrote:\n> you are useless\nPlease help.';
    expect(withoutHistory(text, false)).toMatchObject({ text, folded: 0 });
  });

  test('a warning that the mail came from outside is nobody\'s words', () => {
    expect(withoutHistory('CAUTION: This email originated from outside the organisation.\n\nHello', false).text).toBe('Hello');
  });
});

describe('subjects', () => {
  test.each<[string, 'forward' | 'reply' | null, string]>([
    ['FW: x', 'forward', 'x'], ['Fwd: Re: x', 'forward', 'x'], ['WG: AW: x', 'forward', 'x'], ['RV: x', 'forward', 'x'], ['TR : x', 'forward', 'x'],
    ['Re: Fwd: x', 'reply', 'x'], ['[EXTERNAL] Re: x', 'reply', 'x'], ['Reading: books', null, 'Reading: books'], ['', null, ''],
  ])('%s', (subject, says, bare) => {
    expect(subjectSays(subject)).toBe(says);
    expect(bareSubject(subject)).toBe(bare);
  });
});

describe('the reference that a mail answers', () => {
  const nothing = { inReplyTo: null, references: [], subject: '', text: '' };
  test.each<[string, { inReplyTo?: string; subject?: string; text?: string }, string | null]>([
    ['in the id it answers', { inReplyTo: '<grv-26-0042.7f@grove.example>' }, 'GRV-26-0042'],
    ['in the subject', { subject: 'Re: Your concern [GRV-26-0107]' }, 'GRV-26-0107'],
    ['in the text', { text: 'My reference is GRV-26-0042.' }, 'GRV-26-0042'],
    ['two of them say nothing', { text: 'GRV-26-0042 and GRV-26-0043' }, null],
    ['another school', { text: 'OAK-26-0042' }, null],
    ['a telephone number', { text: 'GRV-26-0042-17' }, null],
  ])('%s', (_, parts, expected) => {
    expect(findReference({ ...nothing, ...parts }, 'GRV')).toBe(expected);
  });

  test('an invoice number is none, when the school is not known', () => {
    expect(findReference({ ...nothing, subject: 'INV-26-0042' }, null)).toBeNull();
  });
});

describe('identity', () => {
  const base = { messageId: '<1@x>', date: '2026-10-12T20:04:11.000Z', from: { name: 'A', email: 'a@x.example' }, text: 'The group is rude again.' };
  test.each<[string, Partial<typeof base>]>([
    ['a list footer', { text: `${base.text}\n_______________________________________________\nPTA mailing list\nhttps://groups.example/unsubscribe` }],
    ['a banner and other line breaks', { text: `CAUTION: This email originated from outside.\n\nThe group\nis  rude again.` }],
    ['a display name', { from: { name: 'Amara', email: 'a@x.example' } }],
    ['anything after the first thousand characters', { text: `${base.text}${' word'.repeat(300)}A` }],
  ])('copies agree in spite of %s', (_, change) => {
    const one = change.text?.includes('word') ? { ...base, text: `${base.text}${' word'.repeat(300)}B` } : base;
    expect(identityText({ ...base, ...change })).toBe(identityText(one));
  });

  test.each([['words', { text: 'The group is kind again.' }], ['author', { from: { name: 'A', email: 'b@x.example' } }], ['date', { date: null }], ['Message-ID', { messageId: null }]])('other %s, another mail', (_, change) => {
    expect(identityText({ ...base, ...change })).not.toBe(identityText(base));
  });
});

describe('what may be a concern is never called none', () => {
  test.each([
    'Thank you for the lovely assembly. By the way the class WhatsApp is calling Miss P a useless cow.',
    'Ella has a tummy bug. She says daddy hits her.',
    'Attached is our invoice. PS somebody wrote "I know where she parks" in the group.',
    'Please delete my data. I can\'t go on.',
    'School dinner money attached. I want to complain about the office.',
  ])('%s', async (text) => {
    expect(understandMail(await direct(text), grove).route).not.toBe('not-a-concern');
  });

  test('a machine that says something grave is held', async () => {
    const read = understandMail(await mail('From: forms@site.example', 'Auto-Submitted: auto-generated', 'Subject: Contact form', '', 'He said daddy hits him.'), grove);
    expect(read).toMatchObject({ automated: 'bulk', route: 'unsure', priority: 'P3' });
  });

  test('a person who writes through a group is a person', async () => {
    const read = understandMail(await mail('From: Amara <a@mail.example>', 'List-Id: <pta.example>', 'List-Post: <mailto:pta@x.example>', 'Precedence: list', 'Subject: x', '', 'The class WhatsApp is abusive.'), grove);
    expect(read).toMatchObject({ automated: null, route: 'unsure' });
  });

  test('a denial raises nothing', async () => {
    expect(understandMail(await direct('There were no threats in the class WhatsApp.'), grove).clauses).toEqual([]);
  });

  test('a name in the greeting does nothing in the next line', async () => {
    expect(understandMail(await direct('Dear Mr Ashby,\nLeo hit my son at football and was sorry.'), grove).route).not.toBe('staff-conduct');
  });
});
