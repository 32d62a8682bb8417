import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { clauseIds } from '../../src/concern/rules/words-of-the-school.ts';
import { buildLetter } from '../../src/letters/rules/build-letter.ts';
import type { ClosingFields, WarningFields } from '../../src/letters/rules/letter-fields.ts';
import { lintLetter } from '../../src/letters/rules/lint-letter.ts';
import { mergeWords } from '../../src/letters/rules/merge-words.ts';
import { missingFields } from '../../src/letters/rules/missing-fields.ts';
import { printable, unprintable } from '../../src/letters/rules/printable.ts';
import type { MailPerson } from '../../src/mail/rules/mail.ts';
import { clauses } from '../../src/responses/rules/clauses.ts';

const warning: WarningFields = {
  kind: 'RS1-A', ref: 'GRV-26-0042', day: '2026-11-30', from: 'letters@grove.example', replyTo: 'school@grove.example', schoolName: 'Grove Primary School',
  signatoryName: 'Helen Whitlock', signatoryTitle: 'Head Teacher', parentName: 'Kevin Doyle', parentEmail: 'kevin.doyle@post.example',
  groupType: 'class WhatsApp group', incidentDates: '3 and 4 November 2026', ownWords: 'She is hopeless and always off',
  summary: 'The messages were about a teacher', clauses: ['GR1', 'IA1'], replyBy: '2026-12-14', contactName: 'Priya Raman',
  meetingOffer: 'Please ring the school office to find a time', 
};
const closing: ClosingFields = {
  kind: 'CLOSE-R', ref: 'GRV-26-0042', day: '2026-11-30', from: 'letters@grove.example', replyTo: 'school@grove.example', schoolName: 'Grove Primary School',
  signatoryName: 'Helen Whitlock', signatoryTitle: 'Head Teacher', name: 'Amara Nwosu', email: 'amara.nwosu@mail.example',
};
const amara: MailPerson = { name: 'Amara Nwosu', email: 'amara.nwosu@mail.example' };

describe('a warning letter', () => {
  test('reads from the date to the signature', () => {
    expect(buildLetter(warning).text).toBe(`Private and confidential
Monday 30 November 2026
Our reference: GRV-26-0042

Dear Kevin Doyle

I am writing about messages in a class WhatsApp group on 3 and 4 November 2026 that were reported to the school. The messages were about a teacher.

We understand that you wrote: “She is hopeless and always off”

Our Policy and Code of Conduct for the acceptable use of WhatsApp Groups says on this:

• No grievances about a teacher, child or parent in the group: “The group should never be used as a platform to air views/grievances regarding a teacher, child or parent in the class or school”

• Abusive or personal comments: “Abusive or personal comments about staff, pupils or other parents or any member of the school community”

Messages like this can upset people in our community. I ask that it does not happen again, and that you consider removing any such message that can still be seen.

I may not have the whole picture. If this does not match your recollection, or if you want to add anything, please contact Priya Raman through the school office by Monday 14 December 2026.

If there is a concern behind this, I want to hear it. Priya Raman can tell you who at school is the right person to talk to, and our complaints procedure is open to you as well.

I would also be glad to meet you. Please ring the school office to find a time.

If there were further messages of this kind, the school may consider the other steps that the policy describes.

Nothing in this letter affects your child’s education and care at Grove Primary School.

Yours sincerely
Helen Whitlock
Head Teacher
Grove Primary School`);
  });

  test('says who sends it to whom, in a subject that names nobody', () => {
    const { from, replyTo, to, subject } = buildLetter(warning);
    expect({ from, replyTo, to, subject }).toEqual({
      from: 'letters@grove.example', replyTo: 'school@grove.example', to: { name: 'Kevin Doyle', address: 'kevin.doyle@post.example' }, subject: 'Letter from Grove Primary School (GRV-26-0042)',
    });
  });

  test('leaves out the quote and the offer to meet where there are none', () => {
    const { text } = buildLetter({ ...warning, ownWords: null, meetingOffer: ' ' });
    expect(text).not.toMatch(/you wrote|glad to meet|“”|\{/);
  });

  test('prints typed words as typed: braces, quotation marks and new lines, without invisible characters', () => {
    const { text } = buildLetter({ ...warning, ownWords: '"She is {ref}\r\n\u202etruly\u200b hopeless"' });
    expect(text).toContain('We understand that you wrote: “She is {ref}\ntruly hopeless”');
  });

  test('any clause can be quoted', () => {
    const { text } = buildLetter({ ...warning, clauses: clauseIds });
    for (const id of clauseIds) expect(text).toContain(`• ${clauses[id].label}: “${clauses[id].quote}”`);
  });

  test('a wording that asks for a word that the letter does not have is a mistake and is not printed', () => {
    expect(() => mergeWords('Dear {parent}', { parentName: 'Kevin Doyle' })).toThrow('{parent}');
  });
});

describe('the closing note', () => {
  test('thanks, tells nothing of anybody, and says what to do', () => {
    expect(buildLetter(closing).text).toBe(`Monday 30 November 2026
Our reference: GRV-26-0042

Dear Amara Nwosu

Thank you for telling us.

We have looked into what you reported and taken the steps that we think right. We cannot share details about other families.

Please tell us at once if it happens again or if you think that anyone is at risk. If anyone is in danger now, call 999 first.

Yours sincerely
Helen Whitlock
Head Teacher
Grove Primary School`);
  });

  test('may go to the person who told us', () => {
    expect(lintLetter(closing, buildLetter(closing), [amara])).toEqual([]);
  });
});

describe('what is missing is said in sentences', () => {
  test('nothing is, in full fields', () => {
    expect(missingFields('RS1-A', { ...warning })).toEqual([]);
    expect(missingFields('CLOSE-R', { ...closing })).toEqual([]);
  });

  test('each field by name', () => {
    expect(missingFields('RS1-A', { ...warning, parentName: ' ', summary: undefined, clauses: [], replyBy: '' })).toEqual([
      'Say which parent the letter goes to.', 'Say in neutral words what was reported.', 'Give the day by which the parent can answer.',
      'Choose at least one part of the code of conduct.',
    ]);
    expect(missingFields('RS1-A', {})).toHaveLength(14);
    expect(missingFields('CLOSE-R', {})).toHaveLength(8);
  });

  test.each([
    ['two addresses', { parentEmail: 'a@mail.example, b@mail.example' }, 'is not one email address'],
    ['an address with a line end', { parentEmail: 'a@mail.example\nBcc: b@mail.example' }, 'is not one email address'],
    ['a name instead of an address', { parentEmail: 'Kevin Doyle' }, 'is not one email address'],
    ['two parents', { parentName: 'Mr and Mrs Doyle' }, 'A letter goes to one person'],
    ['two parents', { parentName: 'Kevin & Maeve Doyle' }, 'A letter goes to one person'],
    ['a day to answer that has passed', { replyBy: '2026-11-30' }, 'must be after Monday 30 November 2026'],
    ['a day to answer that does not exist', { replyBy: '2026-02-30' }, 'is not a day'],
    ['a quote too long for the log', { ownWords: 'x'.repeat(801) }, 'The quote is too long'],
    ['signs that the font does not have', { ownWords: 'I know where she parks 🔪' }, 'which a letter cannot print'],
    ['a name in another script', { parentName: 'ليلى حداد' }, 'which a letter cannot print'],
  ])('%s', (_, change, sentence) => {
    expect(missingFields('RS1-A', { ...warning, ...change }).join(' ')).toContain(sentence);
  });

  test.each(['Nguyễn Thị Ánh', 'Ọláṣubọ̀mí', 'Łukasz Żółć', 'O’Connor-Strauß', 'Андрій', 'Sandy Anders'])('%s can be printed', (parentName) => {
    expect(missingFields('RS1-A', { ...warning, parentName })).toEqual([]);
  });
});

describe('what must never leave', () => {
  const lint = (change: Partial<WarningFields>, reporters = [amara]): string[] => {
    const fields = { ...warning, ...change };
    return lintLetter(fields, buildLetter(fields), reporters);
  };

  test('an ordinary letter stands, whatever clauses it quotes', () => {
    expect(lint({})).toEqual([]);
    expect(lint({ clauses: clauseIds })).toEqual([]);
  });

  test.each([
    ['her name', { summary: 'Amara Nwosu was upset by the messages' }],
    ['her first name, in small letters', { summary: 'It was about amara' }],
    ['her surname with a title', { meetingOffer: 'Mrs Nwosu will be there too' }],
    ['her address', { summary: 'Sent on by amara.nwosu@mail.example' }],
    ['her name inside the quote', { ownWords: 'Nwosu, Amara is a witch' }],
    ['her name as the person to answer', { contactName: 'Amara Nwosu' }],
  ])('the person who told us: %s', (_, change) => {
    expect(lint(change)).toEqual(['The letter shows the name or address of the person who told us. Take it out, also where it stands in a quote.']);
  });

  test('a family name that the recipient bears too tells nothing, a first name does', () => {
    const maeve = { name: 'Maeve Doyle', email: 'maeve@post.example' };
    expect(lint({}, [maeve])).toEqual([]);
    expect(lint({ summary: 'Maeve was upset' }, [maeve])).toHaveLength(1);
  });

  test('the recipient may be the one who wrote to us, and the head may have seen it herself', () => {
    expect(lint({}, [{ name: 'Kevin Doyle', email: 'Kevin.Doyle@post.example' }, { name: 'Helen Whitlock', email: 'helen.whitlock@grove.example' }])).toEqual([]);
  });

  test('namesakes of the school, of a month or of the person to answer do not stand in the way', () => {
    expect(lint({ incidentDates: '3 May 2026' }, [{ name: 'May Grove', email: null }, { name: 'Priya Will', email: null }])).toEqual([]);
  });

  test.each([
    ['This is a criminal offence', 'Do not say that something was criminal'],
    ['The posts were libellous', 'Do not say that something was libellous'],
    ['You lied about the teacher', 'Do not say that somebody lied'],
    ['We will go to the police', 'Do not mention the police'],
    ['Another parent in 3B showed us the screenshots', 'Do not hint at who told us'],
  ])('%s', (summary, sentence) => {
    expect(lint({ summary }).join(' ')).toContain(sentence);
  });

  test('the parent\'s own words are theirs', () => {
    expect(lint({ ownWords: 'She is a liar and I will call the police' })).toEqual([]);
  });
});

describe('what the font of letters has', () => {
  interface Font { hasGlyphForCodePoint(point: number): boolean }
  const require = createRequire(import.meta.url);
  const fontkit = createRequire(require.resolve('pdfkit'))('fontkit') as { openSync(file: string): Font };
  const files = ['400Regular/NotoSans_400Regular.ttf', '600SemiBold/NotoSans_600SemiBold.ttf'];
  const fonts = files.map((file) => fontkit.openSync(require.resolve(`@expo-google-fonts/noto-sans/${file}`)));

  test('every character that passes is in both fonts', () => {
    const empty: string[] = [];
    for (let point = 0x20; point < 0x1_1000; point++) {
      const character = String.fromCodePoint(point);
      if (/\p{Cn}|\p{Cs}|\p{Co}|\p{Z}|\p{C}/u.test(character) || unprintable(character).length > 0) continue;
      // What is composed in print (U+0958 and its like) is printed as its parts.
      const printed = Array.from(character.normalize('NFC'), (each) => each.codePointAt(0) ?? 0);
      if (printed.some((each) => fonts.some((font) => !font.hasGlyphForCodePoint(each)))) empty.push(point.toString(16));
    }
    expect(empty).toEqual([]);
  });

  test('what cannot be printed is described', () => {
    expect(printable('Look 🔪🔪 at ليلى\t→ there\u200b')).toBe('Look [emoji] at [words in another script] [sign] there');
  });
});
