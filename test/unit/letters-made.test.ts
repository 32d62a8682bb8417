import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import type { LetterOrder } from '../../src/concern/rules/commands.ts';
import { prepareLetter, remakeLetter, type LetterAsk, type LetterDeps, type LetterProblems } from '../../src/letters/prepare-letter.ts';
import { letterAsPdf } from '../../src/letters/letter-as-pdf.ts';
import { letterAsWord } from '../../src/letters/letter-as-word.ts';
import { buildLetter } from '../../src/letters/rules/build-letter.ts';
import { parseLetterFields } from '../../src/letters/parse-letter-fields.ts';
import type { WarningFields } from '../../src/letters/rules/letter-fields.ts';
import { replyByMoved, usualReplyBy } from '../../src/letters/rules/reply-by.ts';
import { Fault, type SealedStore } from '../../src/ports.ts';
import { schoolYears } from '../tenant/local/school-years.ts';
import { calendarWith } from './calendar-days.ts';
import { pdfPages, pdfText } from './letters-pdf-text.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Keeps what is sealed in memory. */
function memorySealed(): SealedStore & { blobs: Map<string, Uint8Array> } {
  const blobs = new Map<string, Uint8Array>();
  const key = (owner: string, hash: string): string => `${owner}/${hash}`;
  return {
    blobs,
    seal: (owner, bytes) => { const hash = sha256(bytes); blobs.set(key(owner, hash), bytes); return Promise.resolve(hash); },
    open: (owner, hash) => { const bytes = blobs.get(key(owner, hash)); return bytes ? Promise.resolve(bytes) : Promise.reject(new Fault('Gone', 'never')); },
    has: (owner, hash) => Promise.resolve(blobs.has(key(owner, hash))),
    remove: (owner, hash) => { blobs.delete(key(owner, hash)); return Promise.resolve(); },
    list: (owner) => Promise.resolve([...blobs.keys()].filter((each) => each.startsWith(`${owner}/`))),
  };
}

const settings: LetterDeps['settings'] = {
  school: { name: 'Grove Primary School', addressLines: ['1 Grove Lane', 'London SE22 8XX', '020 7946 0000'], titles: { head: 'Head Teacher' } },
  mail: { sendingMailbox: 'letters@grove.example', schoolMailbox: 'school@grove.example' },
  calendar: calendarWith({}),
};
const ask: LetterAsk & { kind: 'RS1-A' } = {
  ref: 'GRV-26-0042', letter: 1, day: '2026-11-30', kind: 'RS1-A', signatory: { name: 'Helen Whitlock', role: 'head' },
  reporters: [{ name: 'Amara Nwosu', email: 'amara.nwosu@mail.example' }],
  words: {
    parentName: 'Nguyễn Thị Ánh', parentEmail: 'anh@post.example', groupType: 'class WhatsApp group', incidentDates: '3 November 2026',
    ownWords: 'She is hopeless', summary: 'The messages were about a teacher.', clauses: ['GR1', 'IA1'], replyBy: '', contactName: 'Priya Raman', meetingOffer: null,
  },
};
const made = (result: LetterOrder | LetterProblems): LetterOrder => {
  if ('problems' in result) throw new Error(result.problems.join(' '));
  return result;
};
const fieldsOf = (order: LetterOrder): string => order.words['letter.fields'] ?? '';

describe('a letter that is proposed', () => {
  test('is sealed with its files, and its seal is the SHA-256 of everything that leaves', async () => {
    const sealed = memorySealed();
    const order = made(await prepareLetter({ sealed, settings }, ask));
    expect(order.made).toMatchObject({ letter: 1, day: '2026-11-30', seal: order.made.manifest });
    const manifest = await sealed.open('GRV-26-0042', order.made.manifest);
    expect(sha256(manifest)).toBe(order.made.seal);
    expect(JSON.parse(new TextDecoder().decode(manifest))).toEqual({
      from: 'letters@grove.example', replyTo: 'school@grove.example', to: { name: 'Nguyễn Thị Ánh', address: 'anh@post.example' }, subject: 'Letter from Grove Primary School (GRV-26-0042)',
      text: order.words['letter.text'], attachments: [{ name: 'GRV-26-0042-letter-1.pdf', sha256: order.made.pdf }],
    });
    expect(await sealed.has('GRV-26-0042', order.made.pdf ?? '')).toBe(true);
    expect(await sealed.has('GRV-26-0042', order.made.word ?? '')).toBe(true);
  });

  test('gives ten working days to answer unless another day is named', async () => {
    const order = made(await prepareLetter({ sealed: memorySealed(), settings }, ask));
    expect(order.words['letter.text']).toContain('by Monday 14 December 2026.');
  });

  test('by the school\'s terms gives ten school days, and asks for a day where a holiday stretches them or the terms end', async () => {
    expect(usualReplyBy('2026-10-20', schoolYears)).toEqual({ day: '2026-11-10' });
    const inTerm = { ...settings, calendar: schoolYears };
    expect(await prepareLetter({ sealed: memorySealed(), settings: inTerm }, { ...ask, day: '2026-12-14' })).toEqual({ problems: [expect.stringMatching(/^Fill in the day to answer by\. 10 school days from Monday 14 December 2026 end only on Tuesday 12 January 2027/)] });
    expect(await prepareLetter({ sealed: memorySealed(), settings: inTerm }, { ...ask, day: '2028-07-14' })).toEqual({ problems: [expect.stringMatching(/\(TERM_DATES\)\. Or fill in the day to answer by\.$/)] });
  });

  test('keeps its fields, without anybody who told us, within the room that the log has', async () => {
    const longest = { ...ask.words, summary: 'Ễ'.repeat(1_200), ownWords: 'ễ'.repeat(800) };
    const order = made(await prepareLetter({ sealed: memorySealed(), settings }, { ...ask, words: longest }));
    expect(JSON.stringify(order.words)).not.toMatch(/amara|nwosu/i);
    expect(parseLetterFields(fieldsOf(order))).toMatchObject({ kind: 'RS1-A', parentEmail: 'anh@post.example' });
    expect(Buffer.byteLength(JSON.stringify(order.words))).toBeLessThan(15_500);
  });

  test('the same letter has the same seal, and the smallest change another', async () => {
    const seal = async (change: object): Promise<string> => made(await prepareLetter({ sealed: memorySealed(), settings }, { ...ask, ...change })).made.seal;
    const first = await seal({});
    expect(await seal({})).toBe(first);
    expect(await seal({ letter: 2 })).not.toBe(first);
  });

  test('is not made while something is missing or must not leave', async () => {
    const sealed = memorySealed();
    const words = { ...ask.words, summary: 'Amara Nwosu was hurt', contactName: 'Priya Raman' };
    expect(await prepareLetter({ sealed, settings }, { ...ask, words })).toEqual({ problems: [expect.stringContaining('the person who told us')] });
    expect(await prepareLetter({ sealed, settings }, { ...ask, words: { ...words, clauses: [] } })).toEqual({ problems: ['Choose at least one part of the code of conduct.'] });
    expect(await prepareLetter({ sealed, settings }, { ...ask, signatory: { name: 'Helen Whitlock', role: 'slt' } })).toEqual({ problems: [expect.stringContaining('position')] });
    expect(sealed.blobs.size).toBe(0);
  });
});

describe('a closing note', () => {
  test.each([
    ['Amara Nwosu', 'Dear Amara Nwosu'], ['Amara & John Nwosu 🌸', 'Dear Amara & John Nwosu'], ['ليلى حداد', 'Dear parent or carer'], ['a.n@mail.example', 'Dear parent or carer'],
  ])('to somebody whose mail program says %s', async (name, greeting) => {
    const note: LetterAsk = { ...ask, kind: 'CLOSE-R', words: { name, email: 'amara.nwosu@mail.example' } };
    expect(made(await prepareLetter({ sealed: memorySealed(), settings }, note)).words['letter.text']).toContain(`\n\n${greeting}\n\n`);
  });
});

describe('a letter made again for another day', () => {
  test('prints the new day, and gives as many working days to answer', async () => {
    const sealed = memorySealed();
    const first = made(await prepareLetter({ sealed, settings }, ask));
    const second = made(await remakeLetter({ sealed, settings }, 'GRV-26-0042', 1, fieldsOf(first), '2026-12-18'));
    expect(second.made).toMatchObject({ letter: 1, day: '2026-12-18' });
    expect(second.made.seal).not.toBe(first.made.seal);
    expect(second.words['letter.text']).toMatch(/^Private and confidential\nFriday 18 December 2026\n/);
    // Christmas Day, its substitute day and New Year's Day do not count.
    expect(second.words['letter.text']).toContain('by Wednesday 6 January 2027.');
  });

  test('by the school\'s terms it gives no less time than before, over a holiday more', () => {
    const by = (day: string, replyBy: string, newDay: string): string => replyByMoved({ day, replyBy }, newDay, schoolYears);
    expect(by('2026-11-30', '2026-12-14', '2026-12-01')).toBe('2026-12-15');
    expect(by('2026-11-30', '2026-12-14', '2026-12-18')).toBe('2027-01-18');
    expect(by('2026-12-18', '2027-01-05', '2027-01-05')).toBe('2027-01-18');
    expect(by('2026-12-11', '2026-12-12', '2026-12-18')).toBe('2026-12-19');
    expect(by('2028-07-14', '2028-07-20', '2028-07-20')).toBe('2028-07-26');
  });

  test('back on the first day it is the first letter again, to the byte', async () => {
    const sealed = memorySealed();
    const first = made(await prepareLetter({ sealed, settings }, ask));
    const second = made(await remakeLetter({ sealed, settings }, 'GRV-26-0042', 1, fieldsOf(first), '2026-12-01'));
    const third = made(await remakeLetter({ sealed, settings }, 'GRV-26-0042', 1, fieldsOf(second), '2026-11-30'));
    expect(third.made.seal).toBe(first.made.seal);
  });

  test('a closing note too', async () => {
    const sealed = memorySealed();
    const note: LetterAsk = { ...ask, kind: 'CLOSE-R', words: { name: 'Amara Nwosu', email: 'amara.nwosu@mail.example' } };
    const first = made(await prepareLetter({ sealed, settings }, note));
    expect(first.words['letter.to']).toBe('Amara Nwosu');
    const second = made(await remakeLetter({ sealed, settings }, 'GRV-26-0042', 1, fieldsOf(first), '2026-12-01'));
    expect(second.words['letter.text']).toMatch(/^Tuesday 1 December 2026\n/);
  });
});

describe('the files', () => {
  const letterhead = { name: settings.school.name, addressLines: settings.school.addressLines };
  const fields: WarningFields = {
    ...ask.words, kind: 'RS1-A', ref: 'GRV-26-0042', day: '2026-11-30', from: 'letters@grove.example', replyTo: 'school@grove.example', schoolName: 'Grove Primary School',
    signatoryName: 'Helen Whitlock', signatoryTitle: 'Head Teacher', replyBy: '2026-12-14',
  };
  const letter = buildLetter(fields);
  const closeUp = (text: string): string => text.replace(/\s+/g, '');

  test('the PDF repeats byte for byte, is dated on the letter\'s day and names no author', async () => {
    const [one, two] = [await letterAsPdf(letter, letterhead), await letterAsPdf(letter, letterhead)];
    expect(sha256(one)).toBe(sha256(two));
    const text = Buffer.from(one).toString('latin1');
    expect(text.slice(0, 8)).toMatch(/^%PDF-1\.\d$/);
    expect(text.match(/\(D:[^)]*\)/g)).toEqual(['(D:20261130120000Z)']);
    expect([...text.matchAll(/\/(Author|Title|ModDate) /g)].map((match) => match[1])).toEqual(['Title']);
  });

  test('the PDF reads out as the letter, names and all, with the school above and the page below', async () => {
    const words = [letterhead.name, letterhead.addressLines.join('·'), 'Monday 30 November 2026', 'Our reference: GRV-26-0042', 'Nguyễn Thị Ánh', 'Private and confidential',
      ...letter.paragraphs, 'Yours sincerely', 'Helen Whitlock', 'Head Teacher', 'Letter GRV-26-0042 · page 1 of 1'];
    expect(pdfText(await letterAsPdf(letter, letterhead))).toBe(closeUp(words.join('')));
  });

  test('a long letter runs on to a second page, with nothing lost and the signature in one piece', async () => {
    const long = buildLetter({ ...fields, summary: 'It was about a teacher. '.repeat(45).trim(), ownWords: 'hopeless '.repeat(80) });
    const pdf = await letterAsPdf(long, letterhead);
    expect(pdfPages(pdf)).toBe(2);
    const text = pdfText(pdf);
    for (const paragraph of long.paragraphs) expect(text.replace('LetterGRV-26-0042·page1of2', '')).toContain(closeUp(paragraph));
    expect(text).toMatch(/YourssincerelyHelenWhitlockHeadTeacherLetterGRV-26-0042·page2of2$/);
  });

  test('the Word document holds every paragraph, the school and no other author', async () => {
    const word = await letterAsWord(letter, letterhead);
    const body = wordsIn(entry(word, 'word/document.xml'));
    for (const paragraph of letter.paragraphs) expect(body).toContain(paragraph.replace(/^• /, ''));
    for (const line of ['Monday 30 November 2026', 'Private and confidential', 'Helen Whitlock', '1 Grove Lane · London SE22 8XX · 020 7946 0000']) expect(body).toContain(line);
    const properties = entry(word, 'docProps/core.xml');
    expect(properties).toContain('<dc:creator>Grove Primary School</dc:creator>');
    expect(properties).toContain('<cp:lastModifiedBy>Grove Primary School</cp:lastModifiedBy>');
    expect(properties).not.toMatch(/Whitlock|Nguyễn/);
  });

  /** One file of a zip, by its central directory. */
  function entry(zip: Uint8Array, name: string): string {
    const bytes = Buffer.from(zip);
    const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
    let at = bytes.readUInt32LE(end + 16);
    while (bytes.readUInt32LE(at) === 0x02014b50) {
      const [size, nameLength, extra, comment, local] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
      if (bytes.toString('utf8', at + 46, at + 46 + nameLength) === name) {
        const begins = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
        const content = bytes.subarray(begins, begins + size);
        return (bytes.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content)).toString('utf8');
      }
      at += 46 + nameLength + extra + comment;
    }
    throw new Error(`No ${name} in the document`);
  }

  function wordsIn(xml: string): string {
    return xml.replace(/<w:br\/>/g, '\n').replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '').replace(/&quot;/g, '"').replace(/&apos;/g, '\'').replace(/&amp;/g, '&');
  }
});
