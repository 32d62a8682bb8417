import { describe, expect, test } from '@jest/globals';
import { parseMail } from '../../src/mail/parse-mail.ts';
import { textOfHtml } from '../../src/mail/html-text.ts';
import { understandMail } from '../../src/mail/rules/read.ts';
import { grove } from './mail-school.ts';

const megabytes = (kilobytes: number): number => kilobytes / 1024;
const head = (type: string): string => `From: a@mail.example\r\nSubject: x\r\nContent-Type: ${type}\r\n\r\n`;
/** Far above what was measured (a second or two), far below what a fault of shape takes (minutes). */
const soon = 45_000;

async function readWithin(bytes: Buffer, most: number): Promise<Awaited<ReturnType<typeof parseMail>>> {
  const before = process.resourceUsage().maxRSS;
  const began = performance.now();
  const mail = await parseMail(bytes);
  expect(performance.now() - began).toBeLessThan(soon);
  expect(megabytes(process.resourceUsage().maxRSS - before)).toBeLessThan(most);
  return mail;
}

describe('25 MB', () => {
  const picture = Buffer.alloc(185_000, 7).toString('base64').replace(/.{76}/g, '$&\r\n');

  test('of a hundred attachments: each is there', async () => {
    const parts = Array.from({ length: 100 }, (_, index) => `--x\r\nContent-Type: image/png; name=p${String(index)}.png\r\nContent-Transfer-Encoding: base64\r\n\r\n${picture}\r\n`);
    const mail = await readWithin(Buffer.from(`${head('multipart/mixed; boundary=x')}--x\r\n\r\nThe class chat.\r\n${parts.join('')}--x--\r\n`), 400);
    expect(mail.exhibits).toHaveLength(100);
    expect(mail.exhibits[99]).toMatchObject({ name: 'p99.png', bytes: { length: 185_000 } });
  }, soon * 2);

  test.each<[string, () => string]>([
    ['of short lines', () => head('text/plain') + 'a\n'.repeat(12_500_000)],
    ['of an attachment with short lines', () => `${head('multipart/mixed; boundary=x')}--x\r\nContent-Type: a/b\r\n\r\n${'a\n'.repeat(12_500_000)}`],
    ['of soft line breaks', () => `Content-Transfer-Encoding: quoted-printable\r\n${head('text/plain')}${'=E2=82=AC='.repeat(2_500_000)}`],
    ['of mails in mails', () => Array.from({ length: 9 }).reduce<string>((inner) => `${head('multipart/mixed; boundary=x')}--x\r\nContent-Type: message/rfc822\r\n\r\n${inner}`, 'x'.repeat(25_000_000))],
  ])('%s', async (_, text) => {
    await readWithin(Buffer.from(text(), 'latin1'), 500);
  }, soon * 2);

  test('a text longer than a novel hangs on the mail whole', async () => {
    const mail = await readWithin(Buffer.from(head('text/plain') + 'some words that go on\r\n'.repeat(100_000)), 400);
    expect(mail.text.length).toBeLessThan(1_000_001);
    expect(mail.exhibits.map((each) => each.bytes.length)).toEqual([2_300_000]);
    expect(mail.parts).toEqual({ inAll: 1, asText: 0, asExhibits: 1, passedOver: 1 });
  }, soon * 2);
});

describe('depth and number', () => {
  test.each<[string, () => string]>([
    ['a thousand mails in mails', () => 'From: a@mail.example\r\nContent-Type: message/rfc822\r\n\r\n'.repeat(1_000)],
    ['a thousand multiparts in multiparts', () => `From: a@mail.example\r\n${Array.from({ length: 1_000 }, (_, index) => `Content-Type: multipart/mixed; boundary=b${String(index)}\r\n\r\n--b${String(index)}\r\n`).join('')}\r\nwords`],
    ['two hundred thousand parts', () => head('multipart/mixed; boundary=x') + '--x\r\nContent-Type: a/b\r\n\r\na\r\n'.repeat(200_000)],
    ['a million headers', () => `${'X: y\r\n'.repeat(1_000_000)}From: a@mail.example\r\n\r\nhi`],
    ['a header of a megabyte', () => `From: ${'From: '.repeat(170_000)}\r\nTo: ${'"a" <a@b.example>, '.repeat(50_000)}\r\n\r\nhi`],
    ['a thousand headers of people', () => `From: a@mail.example\r\n${`To: ${'a:'.repeat(2_000)}\r\n`.repeat(1_000)}\r\nhi`],
  ])('%s', async (_, text) => {
    expect((await readWithin(Buffer.from(text()), 600)).from?.email ?? 'nobody').toBeDefined();
  }, soon * 2);

  test.each(['<b>', '<h1>', '<dl><dt>', '<a href=x>', '<blockquote>', '<p>', '<li>', '<table><tr><td>', '<', '<a ', '<!--', '&amp;', '<br>'])('a megabyte of %s', (tag) => {
    const began = performance.now();
    textOfHtml(`${tag.repeat(Math.ceil(1_000_000 / tag.length))}words`);
    expect(performance.now() - began).toBeLessThan(soon);
  }, soon * 2);
});

describe('a megabyte of one sign', () => {
  const withRun = (sign: string, length: number): Buffer => {
    const run = sign.repeat(Math.ceil(length / sign.length));
    const header = run.slice(0, 200_000).replace(/\n/g, ' ');
    return Buffer.from(`From: ${header}\r\nSubject: ${header}\r\nContent-Type: text/plain; name="${header}"\r\n\r\n${run}x`);
  };

  test.each([' ', '>', '@', 'a-', 'a.b', '_', '"', '=', '(', '\n', 'A ', 'https://', '=?a?q?', '🔪', '\u00a0', 'you have received ', '=\n', '<'])('%j is parsed', async (sign) => {
    const began = performance.now();
    await parseMail(withRun(sign, 1_000_000));
    expect(performance.now() - began).toBeLessThan(soon);
  }, soon * 2);

  test.each([' ', '>', '@', 'a-', '\n> ', 'Von: a\n', 'On '])('%j is understood', async (sign) => {
    const mail = await parseMail(withRun(sign, 200_000));
    const began = performance.now();
    understandMail(mail, grove);
    expect(performance.now() - began).toBeLessThan(soon);
  }, soon * 2);
});
