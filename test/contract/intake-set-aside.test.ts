import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { forgetSetAside } from '../../src/mail/reading/forget-set-aside.ts';
import { makeConcern } from '../../src/mail/make-concern.ts';
import type { LedgerMail } from '../../src/ports.ts';
import type { School } from '../../src/school.ts';
import { deleteMessage, loadMessage } from '../tenant/mail/messages.ts';
import { arrive, concernOf, ledgerRow, listed, outsideOf, personNamed, readInbox, schoolMailbox, startIntake, written, type Intake } from './intake-school.ts';

const day = 86_400_000;
const olive = personNamed('Olive Marsh');
const newsletter = { from: 'School Games <news@games.example>', text: 'Our autumn news: new balls and bibs.', headers: ['List-Unsubscribe: <mailto:out@games.example>', 'Precedence: bulk'] };

let intake: Intake;
let school: School;
beforeAll(async () => { intake = await startIntake('INE'); school = await intake.open(); });
afterAll(async () => { await intake.stop(); });

async function setAside(subject: string): Promise<LedgerMail> {
  await arrive(intake, written({ ...newsletter, subject }), 'news@games.example');
  await readInbox(school);
  return ledgerRow(intake.stores, subject);
}

async function rowOf({ identity }: LedgerMail): Promise<LedgerMail | undefined> {
  return (await intake.stores.ledger.find(identity))?.mail;
}

describe('mail set aside', () => {
  let old: LedgerMail;
  let taken: LedgerMail;
  let gone: LedgerMail;
  let raised: LedgerMail;

  beforeAll(async () => {
    [old, taken, gone] = [await setAside('Old news'), await setAside('News that matters'), await setAside('News that is deleted')];
    await arrive(intake, written({ subject: 'A real concern' }));
    await readInbox(school);
    raised = await ledgerRow(intake.stores, 'A real concern');
    intake.local.clock.advance(13 * day);
    expect(await forgetSetAside(school)).toBe(0);
    expect(await intake.stores.sealed.list(old.identity)).toHaveLength(1);
    intake.local.clock.advance(2 * day);
    expect(await forgetSetAside(school)).toBe(3);
  });

  test('keeps no content beyond fourteen days: bytes, words and what the register shows are gone, the row stays', async () => {
    expect(await rowOf(old)).toEqual({ ...old, raw: null, words: null });
    expect(await intake.stores.sealed.list(old.identity)).toEqual([]);
    expect((await intake.stores.register.get(old.identity))?.words).toEqual({ reason: 'It is a mailing to many.' });
    expect(school.index.find(olive, { text: 'Old news', limit: 10, offset: 0 }).rows).toEqual([]);
    expect(listed(school, 'Olive Marsh')).toContain(old.identity);
  });

  test('is forgotten once, and a mail that is a concern is not', async () => {
    expect(await forgetSetAside(school)).toBe(0);
    expect(await rowOf(raised)).toEqual(raised);
    expect(await intake.stores.sealed.list(raised.identity)).toHaveLength(1);
  });

  test('seen again in the mailbox it is not kept again', async () => {
    await intake.stores.links.remove('cursor', `${schoolMailbox}~inbox`);
    await readInbox(school);
    expect(await rowOf(old)).toMatchObject({ raw: null, words: null, copies: 1 });
    expect(await intake.stores.sealed.list(old.identity)).toEqual([]);
  });

  test('made a concern later it is read from the mailbox again, and its content kept again', async () => {
    const work: (() => Promise<void>)[] = [];
    const { ref } = await makeConcern(school, olive, taken.identity, (each) => { work.push(each); });
    for (const each of work) await each();
    expect(await concernOf(school, ref)).toMatchObject({ status: 'new', mail: taken.identity, raisedBy: olive.oid });
    expect(await rowOf(taken)).toMatchObject({ outcome: 'raised', concern: ref, raw: taken.raw, words: taken.words });
    expect(await intake.stores.sealed.has(taken.identity, taken.raw ?? '')).toBe(true);
    expect(outsideOf(intake, ref ?? '')).toMatchObject({ listRows: 1 });
    expect(listed(school, 'Olive Marsh')).not.toContain(taken.identity);
    expect(await makeConcern(school, olive, taken.identity, () => undefined)).toEqual({ ref, sentence: `It is ${ref ?? ''} already.` });
  });

  test('deleted from the mailbox meanwhile it is a sentence, and no number is used up', async () => {
    const message = loadMessage(intake.local.tenant, schoolMailbox, gone.mailId);
    for (let n = 0; n < 3; n++) deleteMessage(intake.local.tenant, n === 0 ? message : loadMessage(intake.local.tenant, schoolMailbox, gone.mailId));
    expect(await makeConcern(school, olive, gone.identity, () => undefined)).toEqual({ ref: null, sentence: 'This email is no longer in the mailbox, and its content was not kept here.' });
    expect(await rowOf(gone)).toMatchObject({ outcome: 'set-aside', concern: null });
    const next = await setAside('News after that');
    const { ref } = await makeConcern(school, olive, next.identity, () => undefined);
    const before = await rowOf(taken);
    expect(numberOf(ref)).toBe(numberOf(before?.concern ?? null) + 1);
  });

  test('that a person was making a concern while it was forgotten is whole all the same', async () => {
    const half = await setAside('Half forgotten');
    const found = await intake.stores.ledger.find(half.identity);
    // As a crash in the night leaves it: the words are gone, the bytes too, the hash not yet.
    await intake.stores.ledger.save({ ...half, words: null }, found?.etag ?? '');
    await intake.stores.sealed.remove(half.identity, half.raw ?? '');
    const { ref } = await makeConcern(school, olive, half.identity, () => undefined);
    expect(await concernOf(school, ref)).toMatchObject({ status: 'new' });
    expect(await intake.stores.sealed.has(half.identity, half.raw ?? '')).toBe(true);
  });

  test('is made a concern by nobody who may not know of it', async () => {
    const mail = await setAside('Not for everybody');
    expect((await makeConcern(school, personNamed('Tom Ashby'), mail.identity, () => undefined)).ref).toBeNull();
    expect(await rowOf(mail)).toEqual(mail);
  });

  test('two people press at once: one concern', async () => {
    const mail = await setAside('Pressed by two');
    const made = await Promise.all(['Olive Marsh', 'Daniel Okafor'].map((name) => makeConcern(school, personNamed(name), mail.identity, () => undefined)));
    expect(new Set(made.map((each) => each.ref)).size).toBe(1);
    expect(await concernOf(school, made[0]?.ref ?? null)).toMatchObject({ mails: 1 });
  });
});

function numberOf(ref: string | null): number {
  return Number(ref?.slice(-4));
}
