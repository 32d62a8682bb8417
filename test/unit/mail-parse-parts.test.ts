import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseMail } from '../../src/mail/parse-mail.ts';
import type { ParsedMail } from '../../src/mail/rules/mail.ts';

const read = (...lines: string[]): Promise<ParsedMail> => parseMail(Buffer.from(lines.join('\r\n'), 'latin1'));
const head = (type: string): string[] => ['From: a@mail.example', 'Subject: x', `Content-Type: ${type}`, ''];
const hung = (mail: ParsedMail): string[] => mail.exhibits.map((each) => `${each.name}: ${Buffer.from(each.bytes).toString('latin1').trim()}`);

describe('broken mail is read as a person would', () => {
  test('a boundary that never comes', async () => {
    expect((await read(...head('multipart/mixed; boundary=x'), 'The words are here.')).text).toBe('The words are here.');
  });

  test('no boundary named', async () => {
    expect((await read(...head('multipart/mixed'), 'The words are here.')).text).toBe('The words are here.');
  });

  test('no end of the last part', async () => {
    const mail = await read(...head('multipart/mixed; boundary=x'), '--x', '', 'words', '--x', 'Content-Type: application/pdf; name=a.pdf', '', '%PDF');
    expect([mail.text, ...hung(mail)]).toEqual(['words', 'a.pdf: %PDF']);
  });

  test('a part behind the end, and words between and behind', async () => {
    const mail = await read(...head('multipart/mixed; boundary=x'), 'three words before', '--x', '', 'words', '--x--', 'some words behind it', '--x', 'Content-Type: application/pdf; name=a.pdf', '', '%PDF', '--x--');
    expect([mail.text, ...hung(mail)]).toEqual(['words', 'a.pdf: %PDF', 'outside-the-parts.txt: three words before', 'outside-the-parts.txt: some words behind it']);
  });

  test('one boundary within another that begins alike', async () => {
    const mail = await read(...head('multipart/mixed; boundary=x'), '--x', 'Content-Type: multipart/alternative; boundary=xx', '', '--xx', '', 'words', '--xx--', '--x', 'Content-Type: a/b; name=a.b', '', 'b', '--x--');
    expect([mail.text, ...hung(mail)]).toEqual(['words', 'a.b: b']);
  });

  test('the same boundary for two levels', async () => {
    const mail = await read(...head('multipart/mixed; boundary=x'), '--x', 'Content-Type: multipart/mixed; boundary=x', '', '--x', '', 'words', '--x', 'Content-Type: a/b; name=a.b', '', 'b', '--x--', '--x--');
    expect(mail.text).toContain('words');
    expect(hung(mail)).toEqual(['a.b: b']);
  });

  test('a part without headers and without a blank line', async () => {
    expect((await read(...head('multipart/mixed; boundary=x'), '--x', 'The words are here.', '--x--')).text).toBe('The words are here.');
  });

  test('carriage returns alone', async () => {
    const mail = await parseMail(Buffer.from('From: a@mail.example\rSubject: old\r\rwords\rand more'));
    expect(mail).toMatchObject({ subject: 'old', text: 'words\nand more', from: { email: 'a@mail.example' } });
  });

  test('a blank line of blanks', async () => {
    expect((await read('From: a@mail.example', 'Subject: x', ' ', 'words that follow')).text).toBe('words that follow');
  });

  test('base64 with rubbish in it, padded lines and no end', async () => {
    const mail = await read(...head('text/plain').slice(0, -1), 'Content-Transfer-Encoding: base64', '', 'd29y', '!!ZHM=*', 'IGFuZA==', 'IG1vc');
    expect(mail.text).toBe('words and mo');
  });

  test('quoted-printable with blanks behind, false codes and a cut end', async () => {
    const mail = await read(...head('text/plain; charset=utf-8').slice(0, -1), 'Content-Transfer-Encoding: quoted-printable', '', 'one=   ', ' two=ZZ=C3=AB=', 'end=');
    expect(mail.text).toBe('one two=ZZëend');
  });

  test('headers said twice: the first counts, and two senders are one too many', async () => {
    const mail = await read('From: a@mail.example', 'From: b@mail.example', 'Subject: one', 'Subject: two', 'Content-Type: text/plain', 'Content-Type: text/html', '', '<b>words</b>');
    expect(mail).toMatchObject({ subject: 'one', fromIsUnclear: true, text: '<b>words</b>' });
  });

  test.each([['text', 'words', 'words'], ['<html>', '<b>words</b>', 'words'], ['multipart/*', 'words', 'words'], ['x-be2', 'BM6', '']])('a type that is none: %s', async (type, body, text) => {
    const mail = await read(...head(type), body);
    expect([mail.text, mail.parts.asExhibits]).toEqual([text, text === '' ? 1 : 0]);
  });

  test('rich text of another kind', async () => {
    expect((await read(...head('text/enriched'), '<bold>One</bold> <color><param>red</param>two</color>', 'three', '', 'four <<five>')).text).toBe('One two three\nfour <five>');
    expect((await read(...head('text/rtf'), '{\\rtf1\\ansi one\\par two}')).text).toBe('one\ntwo');
  });
});

describe('nothing hides', () => {
  const two = (plain: string, html: string): Promise<ParsedMail> => read(...head('multipart/alternative; boundary=x'), '--x', '', plain, '--x', 'Content-Type: text/html', '', html, '--x--');

  test('HTML that says something else than the plain text hangs on the mail, and is judged', async () => {
    const mail = await two('See you at the fair on Saturday.', '<p>I know where she parks and I will be waiting for her tonight.</p>');
    expect(mail.text).toBe('See you at the fair on Saturday.');
    expect(mail.otherText).toBe('I know where she parks and I will be waiting for her tonight.');
    expect(mail.exhibits.map((each) => each.name)).toEqual(['other version of the text (HTML).txt']);
  });

  test('nor a few words', async () => {
    expect((await two('See you on Saturday.', '<p>I will kill you.</p>')).otherText).toBe('I will kill you.');
  });

  test('two versions of one text are one text', async () => {
    const mail = await two('Dear all,\r\n\r\nsee the *chat* at https://chat.example/abc', '<p>Dear all,</p><p>see the <b>chat</b> <a href="https://chat.example/abc">here</a></p>');
    expect(mail).toMatchObject({ otherText: '', exhibits: [] });
  });

  test('every text part of a mixed mail is in the text', async () => {
    const mail = await read(...head('multipart/mixed; boundary=x'), '--x', '', 'one', '--x', 'Content-Type: text/html', '', '<p>two</p>', '--x', '', 'three', '--x--');
    expect(mail.text).toBe('one\n\ntwo\n\nthree');
  });

  test('what came unencoded is kept byte for byte', async () => {
    const bytes = Buffer.from([0x25, 0x50, 0x44, 0x46, 0x0d, 0x0a, 0x0a, 0x0d, 0x00, 0xff, 0x0d]);
    const mail = await parseMail(Buffer.concat([Buffer.from(`${head('multipart/mixed; boundary=x').join('\r\n')}\r\n--x\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: binary\r\n\r\n`), bytes, Buffer.from('\r\n--x--\r\n')]));
    expect(Buffer.from(mail.exhibits[0]?.bytes ?? [])).toEqual(bytes);
  });
});

interface Part { type: string; encoding: string; disposition: string; mark: number; children: Part[]; closed: boolean }

const leaf = fc.record({
  type: fc.constantFrom('text/plain', 'text/html', 'text/calendar', 'text/csv', 'image/png', 'application/pdf', 'application/octet-stream', 'message/rfc822', 'message/delivery-status', ''),
  encoding: fc.constantFrom('', '7bit', 'base64', 'quoted-printable', 'x-odd'), disposition: fc.constantFrom('', 'inline', 'attachment'),
  mark: fc.constant(0), children: fc.constant<Part[]>([]), closed: fc.constant(true),
});
const tree: fc.Memo<Part> = fc.memo((depth) => (depth <= 1 ? leaf : fc.oneof(leaf, fc.record({
  type: fc.constantFrom('multipart/mixed', 'multipart/alternative', 'multipart/related', 'multipart/digest', 'multipart/report', 'multipart/signed', 'multipart/odd'),
  encoding: fc.constant(''), disposition: fc.constantFrom('', 'attachment'), mark: fc.constant(0), children: fc.array(tree(depth - 1), { minLength: 1, maxLength: 4 }), closed: fc.boolean(),
}))));

/** Writes a tree as a mail; each leaf says words of its own, enough to be another text than its neighbour, which must be found again. */
function written(part: Part, marks: string[], path: string): string {
  const headers = [part.type === '' ? '' : `Content-Type: ${part.type}${part.children.length > 0 ? `; boundary="b-${path}-b"` : ''}`, part.encoding === '' ? '' : `Content-Transfer-Encoding: ${part.encoding}`, part.disposition === '' ? '' : `Content-Disposition: ${part.disposition}`].filter((line) => line !== '');
  if (part.children.length === 0) {
    const mark = `mark${String(marks.length)}mark`;
    marks.push(mark);
    const body = `From: inner@mail.example\r\nSubject: ${mark}\r\n\r\n${Array.from({ length: 8 }, (_, index) => `${mark}${String(index)}`).join(' ')}`;
    return [...headers, '', part.encoding === 'base64' ? Buffer.from(body).toString('base64') : body.replaceAll('=', '=3D')].join('\r\n');
  }
  const children = part.children.map((child, index) => `--b-${path}-b\r\n${written(child, marks, `${path}${String(index)}`)}\r\n`);
  return [...headers, '', `${children.join('')}${part.closed ? `--b-${path}-b--` : ''}`].join('\r\n');
}

describe('every part is accounted for', () => {
  test('whatever the tree', async () => {
    await fc.assert(fc.asyncProperty(tree(4), async (part) => {
      const marks: string[] = [];
      const mail = await parseMail(Buffer.from(`From: a@mail.example\r\nSubject: x\r\n${written(part, marks, '0')}`));
      expect(mail.parts.inAll).toBe(marks.length);
      expect(mail.parts.asText + mail.parts.asExhibits).toBe(marks.length);
      const found = [mail.text, ...mail.exhibits.map((each) => Buffer.from(each.bytes).toString('latin1'))].join('\n');
      for (const mark of marks) expect(found).toContain(mark);
    }), { numRuns: 200 });
  });
});
