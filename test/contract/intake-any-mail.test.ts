import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LedgerMail } from '../../src/ports.ts';
import type { School } from '../../src/school.ts';
import { arrive, concernOf, ledgerRow, readInbox, startIntake, written, type Intake, type Written } from './intake-school.ts';

let intake: Intake;
let school: School;
beforeAll(async () => { intake = await startIntake('ANY'); school = await intake.open(); });
afterAll(async () => { await intake.stop(); });

const format = (name: string, subject: string): Buffer => Buffer.from(readFileSync(join(import.meta.dirname, '..', 'fixtures', 'mail', 'formats', name), 'latin1').replace('Subject: Class chat', `Subject: ${subject}`), 'latin1');

async function taken(raw: Buffer | Written, subject: string): Promise<LedgerMail> {
  await arrive(intake, Buffer.isBuffer(raw) ? raw : written({ ...raw, subject }));
  await readInbox(school);
  return ledgerRow(intake.stores, subject);
}

describe('mail that cannot be read here', () => {
  test('encrypted, needs a look, and the office is told what to do', async () => {
    expect(await taken(format('encrypted.eml', 'Locked away'), 'Locked away')).toMatchObject({ outcome: 'needs-a-look', reason: 'This email is encrypted (S/MIME). Open it in Outlook, as the person it was sent to.' });
  });

  test('whose cover words are everyday ones, needs a look all the same', async () => {
    const text = 'Please find attached our invoice for stationery. Read the message at https://reader.egress.com/abc';
    expect(await taken({ text }, 'Invoice behind a lock')).toMatchObject({ outcome: 'needs-a-look', reason: expect.stringContaining('Egress') });
  });

  test('but says enough to be a concern, is one, and says that there is more', async () => {
    const text = 'In the Year 4 WhatsApp group another parent called the teaching assistant a stupid cow.\n\n-----BEGIN PGP MESSAGE-----\nhQEMA\n-----END PGP MESSAGE-----';
    const row = await taken({ text }, 'Open words and locked ones');
    expect(row).toMatchObject({ outcome: 'raised', reason: expect.stringContaining('encrypted (PGP)') });
    expect(await concernOf(school, row.concern)).toMatchObject({ mails: 1 });
  });
});

test('a signed mail is opened and raised like any other', async () => {
  expect(await taken(format('signed-opaque.eml', 'Class chat, signed'), 'Class chat, signed')).toMatchObject({ outcome: 'raised' });
});

test('a mail in another language waits for somebody who is told which', async () => {
  const text = 'Dzień dobry, chciałabym porozmawiać o tym, co dzieje się w grupie rodziców. Piszą tam rzeczy, które mnie bardzo niepokoją.';
  expect(await taken({ text }, 'W sprawie grupy')).toMatchObject({ outcome: 'needs-a-look', reason: expect.stringMatching(/^In Polish: needs translating\./) });
});
