import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseMail, UnreadableMail } from '../../src/mail/parse-mail.ts';
import type { ParsedMail } from '../../src/mail/rules/mail.ts';
import { attached, attachedMail, attribute, properties, tnefBytes, unpackedRtf } from './tnef-bytes.ts';

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '..', 'fixtures', 'mail', 'formats', name));
const names = (mail: ParsedMail): string[] => mail.exhibits.map((each) => each.name);
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

function mailWith(type: string, name: string, bytes: Uint8Array, text = ''): Buffer {
  const body = text === '' ? '' : `--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`;
  return Buffer.from(`From: Amara <a@mail.example>\r\nTo: school@grove.example\r\nSubject: chat\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${body}`
    + `--x\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64')}\r\n--x--\r\n`);
}

const winmail = tnefBytes(
  attribute(1, 0x9007, 6, Buffer.from([0xe4, 0x04, 0, 0, 0, 0, 0, 0])),
  attribute(1, 0x9003, 6, properties({ 0x0037: 'Class chat', 0x1000: 'The class chat calls Mrs Whitlock a liar – again.' })),
  attached('Bildschirmfoto – Gruppe.png', picture),
  attachedMail('Earlier', tnefBytes(attribute(1, 0x9003, 6, properties({ 0x0037: 'Earlier', 0x0c1a: 'Laila Haddad', 0x5d01: 'laila@mail.example', 0x1000: 'She should watch her back.' })), attached('inner.png', picture))),
);

describe('winmail.dat', () => {
  test('its words are the text of a mail that has none, and what hangs on it hangs on the mail', async () => {
    const mail = await parseMail(mailWith('application/ms-tnef', 'winmail.dat', winmail));
    expect(mail.text).toBe('The class chat calls Mrs Whitlock a liar – again.');
    expect(names(mail)).toEqual(['winmail.dat', 'Bildschirmfoto – Gruppe.png', 'Earlier.eml', 'inner.png']);
    expect(Buffer.from(mail.exhibits[1]?.bytes ?? [])).toEqual(picture);
    expect(mail.nested.map((each) => [mail.exhibits[each.exhibit]?.name, each.mail.from?.email, each.mail.text])).toEqual([['Earlier.eml', 'laila@mail.example', 'She should watch her back.']]);
  });

  test('beside a text of its own it is only opened, and what it alone says is judged too', async () => {
    const mail = await parseMail(mailWith('application/octet-stream', 'winmail.dat', winmail, 'See the chat.'));
    expect(mail.text).toBe('See the chat.');
    expect(mail.otherText).toContain('calls Mrs Whitlock a liar');
    expect(mail.exhibits).toHaveLength(4);
  });

  test.each([
    ['as HTML packed into RTF', '{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0 Arial;}}{\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 The chat is caf\\\'e9 talk{\\*\\htmltag72 </p>}\\htmlrtf\\par}\\htmlrtf0}', 'The chat is café talk'],
    ['as RTF alone', '{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}\\pard The chat\\par is caf\\\'e9 talk\\par}', 'The chat\nis café talk'],
  ])('words %s', async (_, rtf, text) => {
    const mail = await parseMail(mailWith('application/ms-tnef', 'winmail.dat', tnefBytes(attribute(1, 0x9003, 6, properties({ 0x1009: unpackedRtf(rtf) })))));
    expect(mail.text).toBe(text);
  });
});

describe('.msg of Outlook', () => {
  const message = fixture('class-chat.msg');

  test('hung on a mail it is read like a forwarded mail, with the mail that hangs on it', async () => {
    const mail = await parseMail(mailWith('application/vnd.ms-outlook', 'class chat.msg', message, 'Please see attached.'));
    expect(names(mail)).toEqual(['class chat.msg', 'Screenshot – Gruppe.png', 'Earlier mail.eml', 'chat.txt']);
    const inner = mail.nested[0]?.mail;
    expect(inner).toMatchObject({
      from: { name: 'Amara Nwosu', email: 'amara.nwosu@mail.example' }, to: [{ email: 'school@grove.example' }], cc: [{ email: 'tom.ashby@grove.example' }],
      subject: 'Könnten Sie das ansehen? The class chat', date: '2026-10-12T20:04:11.000Z', messageId: '<msg-1@mail.example>',
    });
    expect(inner?.text).toContain('calling Mrs Whitlock a liar again.');
    expect(inner?.nested[0]?.mail).toMatchObject({ from: { email: 'laila.haddad@mail.example' }, text: 'They said she should watch her back.' });
    expect(mail.exhibits[3]?.bytes).toHaveLength(5000);
  });

  test('is read by itself, too', async () => {
    expect((await parseMail(message)).subject).toBe('Könnten Sie das ansehen? The class chat');
  });
});

describe('S/MIME', () => {
  test.each(['signed-opaque.eml', 'signed-opaque-ber.eml'])('%s is opened, and it is said that nobody checked the signature', async (name) => {
    const mail = await parseMail(fixture(name));
    expect(mail.text).toBe('The class WhatsApp group is calling Mrs Whitlock a liar again.');
    expect(names(mail)).toEqual(['smime.p7m', 'chat.png']);
    expect(mail).toMatchObject({ cannotRead: null, notes: [expect.stringContaining('The signature was not checked')], from: { email: 'amara.nwosu@mail.example' } });
  });

  test('signed in the clear it is read as it stands', async () => {
    const mail = await parseMail(fixture('signed-clear.eml'));
    expect(names(mail)).toEqual(['chat.png', 'smime.p7s']);
    expect(mail).toMatchObject({ text: 'The class WhatsApp group is calling Mrs Whitlock a liar again.', cannotRead: null });
  });

  test('encrypted it is kept and said so', async () => {
    const mail = await parseMail(fixture('encrypted.eml'));
    expect(names(mail)).toEqual(['smime.p7m']);
    expect(mail.cannotRead).toMatch(/encrypted \(S\/MIME\)\. Open it in Outlook/);
  });

  test('hung on a mail as an email it is said of that', async () => {
    const mail = await parseMail(mailWith('message/rfc822', 'locked.eml', fixture('encrypted.eml'), 'See attached.'));
    expect(mail.cannotRead).toMatch(/^An email that hangs on it cannot be read here: /);
  });
});

const page = Buffer.from('<html><body>Open this page to read it.</body></html>');
const lockedZip = Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 1, 0, 8, 0, 0, 0, 0, 0]);
const openZip = Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]);
const lockedWord = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]);

describe('mail that is locked', () => {
  test.each<[string, string, string, Uint8Array, string]>([
    ['Purview', 'application/x-microsoft-rpmsg-message', 'message.rpmsg', page, 'amara sent you a protected message.'],
    ['PGP', 'application/octet-stream', 'encrypted.asc.pgp', page, ''],
    ['PGP', 'text/plain', 'note.txt', page, '-----BEGIN PGP MESSAGE-----\nhQEMA\n-----END PGP MESSAGE-----'],
    ['Egress', 'text/html', 'page.html', page, 'Amara sent you a secure email. Open it at https://reader.egress.com/remote.aspx'],
    ['Cisco', 'text/html', 'securedoc_20261012T210411.html', page, 'You have received a secure message.'],
    ['Proofpoint', 'text/html', 'SecureMessageAtt.html', page, 'This is a secure, encrypted message.'],
    ['Mimecast', 'text/html', 'page.html', page, 'You have received a secure message. Read it at https://secure.mimecast.com/x'],
    ['a service', 'text/html', 'page.html', page, 'You have received a secure email from the council.'],
    ['"reports.zip" is locked', 'application/zip', 'reports.zip', lockedZip, 'The password follows.'],
    ['"report.docx" is locked', 'application/octet-stream', 'report.docx', lockedWord, 'The password follows.'],
  ])('%s: %s %s', async (words, type, name, bytes, text) => {
    const mail = await parseMail(mailWith(type, name, bytes, text));
    expect(mail.cannotRead).toContain(words);
    expect(mail.cannotRead).toMatch(/Open it|ask the sender/);
    expect(names(mail)).toContain(name);
  });

  test.each<[string, string, Uint8Array, string]>([
    ['a zip without a password', 'photos.zip', openZip, 'Here are the pictures.'],
    ['a mail that speaks of such a service', 'page.html', page, 'I could not open the Egress thing you sent, and the Mimecast one is gone as well. Could you post it?'],
    ['a mail about encryption', 'page.html', page, 'Is this email secure? Please read what was sent about the secure area of the website.'],
  ])('not %s', async (_, name, bytes, text) => {
    expect((await parseMail(mailWith('application/octet-stream', name, bytes, text))).cannotRead).toBeNull();
  });
});

describe('what is cut off or changed', () => {
  const containers: [string, string, Buffer][] = [
    ['application/ms-tnef', 'winmail.dat', winmail], ['application/vnd.ms-outlook', 'chat.msg', fixture('class-chat.msg')],
    ['application/pkcs7-mime', 'smime.p7m', Buffer.from(/\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)/.exec(fixture('signed-opaque.eml').toString('latin1'))?.[1] ?? '', 'base64')],
  ];

  test.each(containers)('%s is opened as far as it goes, and kept', async (type, name, bytes) => {
    const change = fc.record({ at: fc.nat(bytes.length - 1), to: fc.nat(255), more: fc.nat(bytes.length - 1), cut: fc.nat(bytes.length - 1), whether: fc.boolean() });
    await fc.assert(fc.asyncProperty(change, async ({ at, to, more, cut, whether }) => {
      const changed = Buffer.from(bytes.subarray(0, whether ? cut + 1 : bytes.length));
      changed[at % changed.length] = to;
      changed[more % changed.length] = 0xff;
      const mail = await parseMail(mailWith(type, name, changed, 'Hello.'));
      expect(names(mail)[0]).toBe(name);
      expect(mail.text).toBe('Hello.');
      await parseMail(changed).catch((error: unknown) => { expect(error).toBeInstanceOf(UnreadableMail); });
    }), { numRuns: 50 });
  });

  test('a compound file whose chains bite their tails comes to an end', async () => {
    const bytes = Buffer.from(fixture('class-chat.msg'));
    const table = (bytes.readUInt32LE(76) + 1) * 512;
    for (let sector = 0; sector < 128; sector += 1) bytes.writeUInt32LE(Math.max(0, sector - 1), table + sector * 4);
    expect(names(await parseMail(mailWith('application/vnd.ms-outlook', 'chat.msg', bytes)))[0]).toBe('chat.msg');
  });
});
