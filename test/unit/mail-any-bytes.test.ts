import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseMail, UnreadableMail } from '../../src/mail/parse-mail.ts';
import { identityText } from '../../src/mail/rules/identity.ts';
import { understandMail } from '../../src/mail/rules/read.ts';
import { grove } from './mail-school.ts';

const folder = join(import.meta.dirname, '..', 'fixtures', 'mail');
const originals = readdirSync(folder).filter((name) => name.endsWith('.eml')).map((name) => new Uint8Array(readFileSync(join(folder, name))));

/** Reads and understands; only the one sentence may come instead. */
async function readsOrRefuses(bytes: Uint8Array): Promise<void> {
  const mail = await parseMail(bytes).catch((error: unknown) => {
    expect(error).toBeInstanceOf(UnreadableMail);
    return null;
  });
  if (mail === null) return;
  const read = understandMail(mail, grove);
  expect(read.confidence).toBeGreaterThanOrEqual(0);
  expect(read.confidence).toBeLessThanOrEqual(1);
  expect(read.author === null || read.confidence >= 0.5).toBe(true);
  expect(read.route === 'not-a-concern').toBe(read.priority === 'PX');
  expect(understandMail(mail, grove)).toEqual(read);
  expect(identityText(mail)).toBe(identityText(mail));
}

describe('any bytes at all', () => {
  test('random bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), readsOrRefuses), { numRuns: 100 });
  });

  test('text that looks like headers', async () => {
    const line = fc.oneof(
      fc.constantFrom('From: a@b.example', 'Content-Type: multipart/mixed; boundary=x', '--x', '--x--', '', 'Content-Type: message/rfc822', 'Content-Transfer-Encoding: base64', 'From:', 'Subject: =?utf-8?B?////?=', 'On 1 Jan 2026 at 10:00, A wrote:', '> b', '-----Original Message-----', 'Sent: x', 'To: y', 'Content-Type: text/html', '<div><blockquote>'),
      fc.string({ maxLength: 30, unit: 'binary' }),
    );
    await fc.assert(fc.asyncProperty(fc.array(line, { maxLength: 40 }), (lines) => readsOrRefuses(new TextEncoder().encode(lines.join('\r\n')))), { numRuns: 100 });
  });

  test('real mails with bytes changed and ends cut off', async () => {
    const change = fc.record({ mail: fc.constantFrom(...originals), at: fc.nat(5000), byte: fc.nat(255), cut: fc.nat(5000) });
    await fc.assert(fc.asyncProperty(change, async ({ mail, at, byte, cut }) => {
      const bytes = mail.slice(0, mail.length - (cut % (mail.length + 1)));
      if (bytes.length > 0) bytes[at % bytes.length] = byte;
      await readsOrRefuses(bytes);
    }), { numRuns: 100 });
  });

  test.each([
    ['one line of a million spaces', `From: a@b.example\n\n${' '.repeat(1_000_000)}x`],
    ['a header of a hundred thousand letters', `From: ${'a'.repeat(100_000)}\n\nhi`],
    ['a forward whose sender never ends', `Subject: FW: x\nFrom: a@b.example\n\nFrom: ${'a'.repeat(200_000)}\nSent: x\nTo: y\nSubject: z\n\nhello`],
    ['fifty thousand quoted levels', `From: a@b.example\n\n${'>'.repeat(50_000)} hi`],
    ['HTML nested twenty thousand deep', `From: a@b.example\nContent-Type: text/html\n\n${'<div>'.repeat(20_000)}hi${'</div>'.repeat(20_000)}`],
    ['mails nested a hundred deep', 'From: a@b.example\nContent-Type: message/rfc822\n\n'.repeat(100)],
    ['two hundred kilobytes of one word', `From: a@b.example\n\n${'whatsapp mrs '.repeat(15_000)}`],
  ])('%s', async (_, text) => {
    await readsOrRefuses(new TextEncoder().encode(text));
  });
});
