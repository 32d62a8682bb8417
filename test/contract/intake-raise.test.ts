import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { fromRow } from '../../src/concern/record.ts';
import { openOriginal } from '../../src/records/open-original.ts';
import type { School } from '../../src/school.ts';
import { pdfText } from '../unit/letters-pdf-text.ts';
import { arrive, concernOf, doOwed, fileOf, ledgerRow, listed, outsideOf, personNamed, readAll, startIntake, written, type Intake } from './intake-school.ts';

let intake: Intake;
let school: School;
beforeAll(async () => { intake = await startIntake('INA'); school = await intake.open(); });
afterAll(async () => { await intake.stop(); });
beforeEach(() => { intake.local.faults.clear(); });

const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('a mail from a parent', () => {
  const picture = Buffer.from(Array.from({ length: 3_000 }, (_, index) => (index * 7) % 256));
  let ref = '';
  let identity = '';
  let bytes: Buffer;
  beforeAll(async () => {
    bytes = written({
      subject: 'Abuse in the class chat', files: [{ name: 'screenshot-1.png', bytes: picture }, { name: 'notes.txt', bytes: Buffer.from('Wednesday') }],
      text: 'Dear all,\r\n\r\nIn the Year 4 WhatsApp group a parent called Mrs Hale a stupid cow. Caf\u00e9, na\u00efve.\r\n\r\nAmara Nwosu\r\namara.nwosu@mail.example',
    });
    await arrive(intake, bytes);
    await readAll(school);
    const row = await ledgerRow(intake.stores, 'Abuse in the class chat');
    [ref, identity] = [row.concern ?? '', row.identity];
  });

  test('is one concern with one number, raised', async () => {
    expect(ref).toMatch(/^INA-26-\d{4}$/);
    expect(await intake.stores.ledger.find(identity)).toMatchObject({ mail: { outcome: 'raised', copies: 1 } });
    expect(await concernOf(school, ref)).toMatchObject({ status: 'new', route: 'conduct', mail: identity, mails: 1, exhibits: 2, toCome: null });
  });

  test('is sealed byte for byte before anything names it', async () => {
    const { mail } = (await intake.stores.ledger.find(identity)) ?? {};
    expect(mail?.raw).toBe(sha(bytes));
    expect(Buffer.from(await intake.stores.sealed.open(identity, sha(bytes))).equals(bytes)).toBe(true);
  });

  test('has each attachment sealed under the concern by its SHA-256', async () => {
    const events = (await intake.stores.log.events(ref)).map((row) => fromRow(row));
    const exhibits = events.flatMap(({ event: { data }, words }) => (data.type === 'exhibit-added' ? [{ n: data.exhibit, sha256: data.sha256, name: words?.['name'] }] : []));
    expect(exhibits).toEqual([{ n: 1, sha256: sha(picture), name: 'screenshot-1.png' }, { n: 2, sha256: sha(Buffer.from('Wednesday')), name: 'notes.txt' }]);
    expect(Buffer.from(await intake.stores.sealed.open(ref, sha(picture))).equals(picture)).toBe(true);
  });

  test('has a list row, a task, a reading copy, and a card for the leadership team alone', () => {
    expect(outsideOf(intake, ref)).toEqual({
      listRows: 1, files: [`${ref} reading copy.pdf`], tasks: [`${ref}: first look due`], cards: ['Daniel Okafor', 'Helen Whitlock', 'Priya Raman', 'Sara Lindqvist'],
    });
  });

  test('has a reading copy that tells what happened and not who told us', () => {
    const text = pdfText(fileOf(intake, ref, `${ref} reading copy.pdf`)).toLowerCase();
    expect(text).toContain('stupidcow');
    expect(text).not.toMatch(/amara|nwosu|mail\.example/);
  });

  test('is in the register of those who may know, and nobody else\'s', () => {
    expect(listed(school, 'Olive Marsh')).toContain(ref);
    expect(listed(school, 'Helen Whitlock')).toContain(ref);
    expect(listed(school, 'Tom Ashby')).toEqual([]);
    expect(listed(school, 'Gwen Adeyemi')).toEqual([]);
  });

  test('read a second time changes nothing', async () => {
    const before = { events: await intake.stores.log.events(ref), ledger: await intake.stores.ledger.all(), outside: outsideOf(intake, ref), writes: writesIn(intake), cards: intake.chats.shown.size };
    await intake.stores.links.remove('cursor', 'school@grove.example~inbox');
    await readAll(school);
    await readAll(await intake.open());
    await doOwed(school, ref);
    expect({ events: await intake.stores.log.events(ref), ledger: await intake.stores.ledger.all(), outside: outsideOf(intake, ref), writes: writesIn(intake), cards: intake.chats.shown.size }).toEqual(before);
  });

  test('opens in the original for whoever must ring back, each opening recorded, and for nobody else', async () => {
    const open = (name: string, nonce: string) => openOriginal(school, personNamed(name), ref, { mail: identity, exhibit: null }, nonce, () => undefined);
    expect(Buffer.from((await open('Helen Whitlock', 'n1'))?.bytes ?? []).equals(bytes)).toBe(true);
    for (const name of ['Olive Marsh', 'Daniel Okafor', 'Tom Ashby', 'Gwen Adeyemi']) expect(await open(name, `n-${name}`)).toBeNull();
    const openings = (await intake.stores.log.events(ref)).map((row) => fromRow(row).event).filter(({ data }) => data.type === 'original-opened');
    expect(openings.map(({ by }) => by)).toEqual([personNamed('Helen Whitlock').oid]);
  });
});

function writesIn(from: Intake): number {
  return from.exchanges().filter(({ method }) => method !== 'GET').length;
}
