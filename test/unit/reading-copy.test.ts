import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderReadingCopy } from '../../src/evidence/render-reading-copy.ts';
import { buildReadingCopy } from '../../src/evidence/rules/reading-copy.ts';
import { withoutReporter } from '../../src/evidence/rules/without-reporter.ts';
import { pdfPages, pdfText } from './letters-pdf-text.ts';

const amara = { name: 'Amara Nwosu', email: 'amara.nwosu@mail.example' };
const her = '[the person who told us]';

describe('the person who told us is taken out', () => {
  test.each([
    ['whole name', 'I am Amara Nwosu.', `I am ${her}.`],
    ['turned name', 'From: Nwosu, Amara', `From: ${her}`],
    ['with a title', 'Mrs. Nwosu rang', `${her} rang`],
    ['first name, whatever the case', 'AMARA said; amara said', `${her} said; ${her} said`],
    ['possessive', 'Sent from Amara\'s iPhone', `Sent from ${her}'s iPhone`],
    ['initial and surname', 'A. Nwosu, parent', `${her}, parent`],
    ['middle initial', 'Amara C. Nwosu', her],
    ['over a line end', 'I am Amara\nNwosu', `I am ${her}`],
    ['address', 'Write to <Amara.Nwosu@mail.example> please', `Write to <${her}> please`],
    ['part before the @', 'my other one is amara.nwosu@elsewhere.example', `my other one is ${her}@elsewhere.example`],
    ['written together', '#AmaraNwosu', `#${her}`],
    ['telephone number', 'My number is 07700 900123. Ring (020) 7946 0001 or +44 7700 900 456', 'My number is [a telephone number]. Ring [a telephone number] or [a telephone number]'],
    ['other figures stay', 'On 12 05 2026 at 09:15, 30 of 0123 people', 'On 12 05 2026 at 09:15, 30 of 0123 people'],
    ['invisible characters', 'A\u200bma\u00adra wrote', `${her} wrote`],
    ['part of another word stays', 'Amaranth and Nwosuland', 'Amaranth and Nwosuland'],
    ['other people stay', 'Kevin Doyle wrote it', 'Kevin Doyle wrote it'],
  ])('%s', (_, text, expected) => { expect(withoutReporter(text, amara)).toBe(expected); });

  test('accents and composition do not hide a name', () => {
    const anh = { name: 'Nguyễn Thị Ánh', email: null };
    for (const text of ['Nguyễn Thị Ánh', 'Nguyen Thi Anh', 'NGUYỄN', 'Ánh'.normalize('NFD'), 'Thị']) expect(withoutReporter(`by ${text}.`, anh)).toBe(`by ${her}.`);
  });

  test('double names, by either part', () => {
    const reporter = { name: 'Zoë O’Brien-Haddad', email: null };
    expect(withoutReporter('Zoe O\'Brien-Haddad, Ms Haddad, O’Brien', reporter)).toBe(`${her}, ${her}, ${her}`);
  });

  test('a name that is an everyday word leaves the word alone', () => {
    const will = { name: 'Will Young', email: 'will.young@mail.example' };
    expect(withoutReporter('It will upset the young ones. Will Young\n\nThanks,\nwill', will)).toBe(`It will upset the young ones. ${her}\n\nThanks,\n${her}`);
  });

  test('signs of a pattern in a name are letters like others', () => {
    expect(withoutReporter('by A+ (x) now', { name: 'A+ [x] (', email: 'a+b@mail.example' })).toContain('now');
  });

  test.each([
    ['a name under a close', 'It hurt.\n\nKind regards,\n\nAmara\nMum of Tobi, 3B\n07700 900123', `It hurt.\n\nKind regards,\n\n${her}`],
    ['a nickname under a close', 'It hurt.\nThanks\nMara x', `It hurt.\nThanks\n${her}`],
    ['initials', 'It hurt.\nThank you!\nA.N.', `It hurt.\nThank you!\n${her}`],
    ['a marked signature', 'It hurt.\n-- \nAdaeze\nHouse of Hair, 12 Rye Lane', `It hurt.\n-- \n${her}`],
    ['what follows a signature stays', 'Thanks\nMara\n\nPS It happened again.', `Thanks\n${her}\n\nPS It happened again.`],
    ['thanks inside the text takes nothing', 'Thank you.\n\nIt happened again today.', 'Thank you.\n\nIt happened again today.'],
    ['the history stays', 'Thanks\n\nFrom: Kevin Doyle\nShe is hopeless', 'Thanks\n\nFrom: Kevin Doyle\nShe is hopeless'],
    ['a phone\'s line stays', 'It hurt.\nThanks\nSent from my iPhone', 'It hurt.\nThanks\nSent from my iPhone'],
  ])('%s', (_, text, expected) => { expect(withoutReporter(text, amara)).toBe(expected); });

  test('without a known author a signature still goes', () => {
    expect(withoutReporter('It hurt.\n\nBest wishes\nAmara', null)).toBe(`It hurt.\n\nBest wishes\n${her}`);
  });

  test('wherever the name stands in any text, no part of it is left', () => {
    const words = fc.constantFrom('the group', 'Kevin Doyle wrote', 'she is', '\n', '\n> ', '. ', ' ', 'Thanks,\n', '🙂', '(', '</p>', '\u200f', 'ﬁne', 'İ', 'ß');
    const names = fc.constantFrom('Amara Nwosu', 'AMARA', 'nwosu', 'Nwosu, Amara', 'amara.nwosu@mail.example', 'Amára', 'Mrs Nwosu');
    fc.assert(fc.property(fc.array(fc.oneof(words, names), { maxLength: 20 }), (parts) => {
      const left = withoutReporter(parts.join(' '), amara).normalize('NFKD').replace(/\p{M}/gu, '');
      return !/amara|nwosu/i.test(left);
    }), { numRuns: 300 });
  });

  test('a very long mail takes no time', () => {
    const text = 'Kind regards\nA a a a a. Amar Nwos Mr. Mrs. '.repeat(20_000);
    const started = performance.now();
    withoutReporter(text, amara);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

describe('the reading copy', () => {
  const order = {
    ref: 'GRV-26-0042',
    mails: [
      { at: Date.UTC(2026, 10, 29, 21, 40), subject: 'From Amara: the 3B group', text: 'Dear all,\r\n\r\nKevin Doyle called the teacher hopeless 🙄.\r\n\r\nPlease don\'t say it came from me.\r\n\r\nKind regards\r\nAmara Nwosu' },
      { at: Date.UTC(2026, 10, 30, 9, 5), subject: '', text: '' },
    ],
    exhibits: [{ n: 1, media: 'image/png', bytes: 120_400 }, { n: 2, media: 'application/pdf', bytes: 2_340_000 }, { n: 3, media: 'audio/ogg; codecs=opus', bytes: 900 }],
    reporters: [amara],
  };

  test('shows the messages and lists what came with them, without the person who told us', () => {
    expect(buildReadingCopy(order).map(({ style, text }) => `${style}: ${text}`)).toEqual([
      'title: Reading copy GRV-26-0042',
      'note: The person who told us has been taken out by rule. What a message tells can still point to them: read it through before you show it to anybody else.',
      'heading: Message 1 of 2',
      'note: Received Sunday 29 November 2026 at 21:40',
      `text: Subject: From ${her}: the 3B group`,
      'text: Dear all,',
      'text: Kevin Doyle called the teacher hopeless 🙄.',
      'text: Please don\'t say it came from me.',
      `text: Kind regards\n${her}`,
      'heading: Message 2 of 2',
      'note: Received Monday 30 November 2026 at 09:05',
      'text: Subject: none',
      'text: The message holds no text.',
      'heading: What came with it',
      'text: 1. Picture, 120 KB',
      'text: 2. PDF document, 2.3 MB',
      'text: 3. Voice note or sound, 900 bytes',
      'note: These open in Concern Desk, since a picture or a file can show who told us.',
    ]);
  });

  test('everybody who told us is taken out of every message', () => {
    const laila = { name: 'Laila Haddad', email: 'laila.haddad@mail.example' };
    const mails = [{ at: 0, subject: 'Laila saw it', text: 'Amara and Laila both saw it.' }];
    const text = buildReadingCopy({ ...order, mails, reporters: [amara, laila] }).map((each) => each.text).join('\n');
    expect(text).not.toMatch(/amara|laila|haddad/i);
  });

  test('as a PDF it repeats byte for byte, reads out right and describes what it cannot print', async () => {
    const pdf = await renderReadingCopy(order);
    expect(Buffer.compare(pdf, await renderReadingCopy(order))).toBe(0);
    const text = pdfText(pdf);
    expect(text).toContain('KevinDoylecalledtheteacherhopeless[emoji].');
    expect(text).not.toMatch(/amara|nwosu/i);
    expect(pdfPages(pdf)).toBe(1);
  });

  test('any text becomes a PDF', async () => {
    const strange = ['\u0000\u0007\ud800', 'ﷺ', 'x'.repeat(300), '\t\v\f', '👩‍👩‍👧‍👦', 'नमस्ते', '\u2028line\u2029', 'a\u0301\u0302\u0303'].join('\n\n');
    const pdf = await renderReadingCopy({ ...order, mails: [{ at: 0, subject: strange, text: strange }] });
    expect(pdfText(pdf).replaceAll('\u200b', '')).toContain('x'.repeat(300));
  });

  test('names of all kinds read out as they look', async () => {
    const text = 'Zoë Íñigo Çelik Łukasz Żółć Nguyễn Thị Ánh Ọláṣubọ̀mí Ağaçı Įgnas Žydrūnė Андрій Σοφία first office affluent';
    const pdf = await renderReadingCopy({ ...order, mails: [{ at: 0, subject: 'Names', text }] });
    expect(pdfText(pdf)).toContain(text.replaceAll(' ', ''));
  });

  test('a word of any length is broken, soon', async () => {
    const pdf = await renderReadingCopy({ ...order, mails: [{ at: 0, subject: 'Long', text: `Aaa${'a'.repeat(20_000)}h` }] });
    expect(pdfPages(pdf)).toBeGreaterThan(3);
  });

  test('a mail that would fill a book ends where it says so', () => {
    const copy = buildReadingCopy({ ...order, mails: [{ at: 0, subject: 'Long', text: 'Amara says so. '.repeat(20_000) }], exhibits: [] });
    expect(copy.at(-1)).toEqual({ style: 'note', text: 'The rest of this long message opens in Concern Desk.' });
    expect(JSON.stringify(copy).length).toBeLessThan(80_000);
  });
});
