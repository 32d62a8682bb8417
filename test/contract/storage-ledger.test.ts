import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { Conflict, type LedgerMail } from '../../src/ports.ts';
import { storesOf } from '../../src/storage/stores-of.ts';
import { azurite } from './storage-azurite.ts';

const { ledger } = storesOf(azurite(), 'till');
const noon = Date.UTC(2026, 10, 24, 12);
let made = 0;

test('a claimed mail is found by identity, by its copy and by its Message-ID', async () => {
  const mail = newMail();
  expect(await ledger.find(mail.identity)).toBeNull();
  expect(await ledger.claim(mail, hash(`${mail.identity}copy`), null)).toEqual(mail);
  expect((await ledger.find(mail.identity))?.mail).toEqual(mail);
  expect(await ledger.identityOfCopy(hash(`${mail.identity}copy`))).toBe(mail.identity);
  expect(await ledger.identityOfMessageId(mail.messageIdHash ?? '')).toBe(mail.identity);
  expect(await ledger.identityOfCopy(hash('another'))).toBeNull();
});

test('a mail is claimed once, and a copy belongs to one mail', async () => {
  const mail = newMail();
  await ledger.claim(mail, hash(`${mail.identity}copy`), null);
  await expect(ledger.claim(mail, hash('its other copy'), { year: 2030 })).rejects.toBeInstanceOf(Conflict);
  await expect(ledger.claim(newMail(), hash(`${mail.identity}copy`), { year: 2030 })).rejects.toBeInstanceOf(Conflict);
});

test('a claim that fails uses up no number', async () => {
  const mail = newMail();
  await ledger.claim(mail, hash(`${mail.identity}copy`), null);
  await expect(ledger.claim(mail, hash(`${mail.identity}second`), { year: 2031 })).rejects.toBeInstanceOf(Conflict);
  expect((await ledger.claim(newMail(), hash(`copy${String(made)}`), { year: 2031 })).concern).toBe('TILL-31-0001');
});

test('a Message-ID used a second time still names the first mail', async () => {
  const first = newMail();
  const second = { ...newMail(), messageIdHash: first.messageIdHash };
  await ledger.claim(first, hash(`${first.identity}c`), null);
  await ledger.claim(second, hash(`${second.identity}c`), null);
  expect(await ledger.identityOfMessageId(first.messageIdHash ?? '')).toBe(first.identity);
});

test('numbers of a year have no gap and no double, however many come at once', async () => {
  const claim = async (): Promise<string | null> => {
    const mail = newMail();
    for (;;) {
      try {
        return (await ledger.claim(mail, hash(`${mail.identity}c`), { year: 2032 })).concern;
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
      }
    }
  };
  const references = await Promise.all(Array.from({ length: 8 }, claim));
  expect(references.sort()).toEqual(Array.from({ length: 8 }, (_, n) => `TILL-32-000${String(n + 1)}`));
});

test('a matter that not everybody may know of leaves no gap in the numbers that everybody sees', async () => {
  const hidden = { ...newMail(), audience: { kind: 'conflict' as const, roles: ['chair' as const], not: [], also: [] } };
  const take = async (mail: LedgerMail): Promise<string> => present((await ledger.claim(mail, hash(`${mail.identity}c`), { year: 2035 })).concern);
  expect(await take(newMail())).toBe('TILL-35-0001');
  expect(Number((await take(hidden)).slice('TILL-35-'.length))).toBeGreaterThanOrEqual(5_000);
  expect(await take(newMail())).toBe('TILL-35-0002');
});

test('a mail set aside takes a number later, once', async () => {
  const mail = { ...newMail(), outcome: 'set-aside' as const };
  await ledger.claim(mail, hash(`${mail.identity}c`), null);
  const { etag } = present(await ledger.find(mail.identity));
  const raised = await ledger.number({ ...mail, outcome: 'raised' }, etag, 2033);
  expect(raised).toMatchObject({ concern: 'TILL-33-0001', outcome: 'raised' });
  await expect(ledger.number(mail, etag, 2033)).rejects.toBeInstanceOf(Conflict);
  const now = present(await ledger.find(mail.identity));
  expect(now.mail).toEqual(raised);
  expect((await ledger.number(now.mail, now.etag, 2033)).concern).toBe('TILL-33-0001');
});

test('a row is saved on the version it was read at; emptied words are gone', async () => {
  const mail = newMail();
  await ledger.claim(mail, hash(`${mail.identity}c`), null);
  const { etag } = present(await ledger.find(mail.identity));
  await ledger.save({ ...mail, words: null, raw: null }, etag);
  await expect(ledger.save(mail, etag)).rejects.toBeInstanceOf(Conflict);
  expect((await ledger.find(mail.identity))?.mail).toMatchObject({ words: null, raw: null });
});

test('each copy counts once, also when several come at once', async () => {
  const mail = newMail();
  await ledger.claim(mail, hash(`${mail.identity}c`), null);
  await Promise.all(['x', 'y', 'x', 'z'].map((copy) => ledger.addCopy(mail.identity, hash(mail.identity + copy))));
  expect((await ledger.find(mail.identity))?.mail.copies).toBe(4);
  expect(await ledger.identityOfCopy(hash(`${mail.identity}z`))).toBe(mail.identity);
});

test('mails are listed by when they were received, from included, to not', async () => {
  const times = [0, 1, 2, 3].map((day) => Date.UTC(2028, 4, 1 + day, 23, 59));
  for (const receivedAt of times) {
    const mail = { ...newMail(), receivedAt };
    await ledger.claim(mail, hash(`${mail.identity}c`), null);
  }
  const found = await ledger.receivedBetween(times[1] ?? 0, times[3] ?? 0);
  expect(found.map((mail) => mail.receivedAt)).toEqual(times.slice(1, 3));
  const all = await ledger.all();
  expect(all.map((mail) => mail.receivedAt)).toEqual(expect.arrayContaining(times));
  expect(new Set(all.map((mail) => mail.identity)).size).toBe(all.length);
});

function newMail(): LedgerMail {
  const identity = hash(`mail ${String(made += 1)}`);
  return {
    identity, messageIdHash: hash(`id of ${identity}`), messageId: `<${String(made)}@mail.example>`, mailId: `AAMk/${String(made)}=`, mailbox: 'school@grove.example',
    receivedAt: noon, outcome: 'pending', reason: 'Not yet looked at.', concern: null, raw: hash(`raw of ${identity}`),
    words: { from: 'Alex Morgan', subject: 'Yesterday at the gate' }, audience: { kind: 'ordinary', roles: ['head'], not: [], also: [] }, copies: 1,
  };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function present<T>(value: T | null): T {
  if (value === null) throw new Error('the mail is not in the ledger');
  return value;
}
