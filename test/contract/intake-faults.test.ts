import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { doersOf } from '../../bot/open-school.ts';
import { loadConcern } from '../../src/concern/load-concern.ts';
import { fromRow } from '../../src/concern/record.ts';
import { makeConcern } from '../../src/mail/make-concern.ts';
import { readMailbox, sweepMailbox } from '../../src/mail/reading/read-mailbox.ts';
import { takeInMessage } from '../../src/mail/reading/take-in-message.ts';
import type { School } from '../../src/school.ts';
import { expireDeltaTokens } from '../tenant/mail/graph/delta-token.ts';
import { arrive, concernOf, ledgerRow, listed, lookOnce, outsideOf, personNamed, readAll, schoolMailbox, startIntake, written, type Intake } from './intake-school.ts';

let intake: Intake;
let school: School;
beforeAll(async () => { intake = await startIntake('IND'); school = await intake.open(); await readAll(school); });
afterAll(async () => { await intake.stop(); });
beforeEach(() => { intake.local.faults.clear(); });

const count = async () => (await intake.stores.ledger.all()).length;

describe('a mail that cannot be read as one', () => {
  test('is visible, its bytes are kept, and a person can make it a concern', async () => {
    const bytes = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(4_000).map((byte) => byte % 8)]);
    const message = await arrive(intake, bytes);
    await readAll(school);
    const row = (await intake.stores.ledger.all()).find((each) => each.mailId === message.key);
    expect(row).toMatchObject({ outcome: 'unreadable', reason: 'It could not be read as an email. Open it in Outlook.', concern: null });
    const identity = row?.identity ?? '';
    expect(Buffer.from(await intake.stores.sealed.open(identity, row?.raw ?? '')).equals(intake.local.tenant.store.bytes(message.mime ?? ''))).toBe(true);
    expect(listed(school, 'Olive Marsh')).toContain(identity);
    const made = await makeConcern(school, personNamed('Olive Marsh'), identity, () => undefined);
    expect(await concernOf(school, made.ref)).toMatchObject({ status: 'new', mail: identity, route: 'unsure' });
    expect(listed(school, 'Olive Marsh')).not.toContain(identity);
  });
});

describe('a mail whose reading fails', () => {
  test('does not hold up the next, and is tried again until it is in', async () => {
    const bad = await arrive(intake, written({ subject: 'Fails at first' }));
    await arrive(intake, written({ subject: 'Comes right after' }));
    intake.local.faults.add({ method: 'GET', path: `${bad.key}/\\$value`, times: 100, status: 403, body: { error: { code: 'ErrorAccessDenied', message: 'no' } } });
    await readAll(school);
    expect(await ledgerRow(intake.stores, 'Comes right after')).toMatchObject({ outcome: 'raised' });
    await expect(ledgerRow(intake.stores, 'Fails at first')).rejects.toThrow();
    await readAll(await intake.open());
    await expect(ledgerRow(intake.stores, 'Fails at first')).rejects.toThrow();
    intake.local.faults.clear();
    await readAll(school);
    expect(await ledgerRow(intake.stores, 'Fails at first')).toMatchObject({ outcome: 'raised' });
    expect(await intake.stores.links.all('left-over')).toEqual([]);
  });

  test('in a folder that cannot be listed the other folders are read all the same', async () => {
    await arrive(intake, written({ subject: 'In the inbox' }));
    intake.local.faults.add({ method: 'GET', path: '/mailFolders/(?!inbox)[^/]+/messages/delta', times: 1, status: 403, body: { error: { code: 'ErrorAccessDenied', message: 'no' } } });
    await expect(readMailbox(school, 'every-folder')).rejects.toMatchObject({ again: 'never' });
    expect(await ledgerRow(intake.stores, 'In the inbox')).toMatchObject({ outcome: 'raised' });
    await readAll(school);
  });

  test('where its views failed they are brought up at a later look', async () => {
    intake.local.faults.add({ method: 'POST', path: '/lists/.*/items', times: 1, status: 403, body: { error: { code: 'accessDenied', message: 'no' } } });
    await arrive(intake, written({ subject: 'No list for a while' }));
    await readAll(school);
    const { concern } = await ledgerRow(intake.stores, 'No list for a while');
    expect(outsideOf(intake, concern ?? '')).toMatchObject({ listRows: 0, tasks: [`${concern ?? ''}: first look due`], files: [`${concern ?? ''} reading copy.pdf`] });
    intake.laterByMachine(4 * 60_000);
    await lookOnce(school);
    expect(outsideOf(intake, concern ?? '')).toMatchObject({ listRows: 1, tasks: [`${concern ?? ''}: first look due`] });
  });
});

describe('a mail with a hundred attachments', () => {
  const files = Array.from({ length: 100 }, (_, index) => ({ name: `picture-${String(index + 1)}.png`, bytes: Buffer.from(`picture number ${String(index + 1)}`) }));
  const exhibitsIn = async (ref: string) => (await intake.stores.log.events(ref)).map((row) => fromRow(row)).flatMap(({ event: { data }, words }) => (data.type === 'exhibit-added' ? [{ n: data.exhibit, name: words?.['name'] ?? '', sha256: data.sha256 }] : []));

  test('is several commits; until the last the state says which are to come, and a stop between two loses none', async () => {
    const message = await arrive(intake, written({ subject: 'A hundred pictures', files }));
    // Taken in, and the process ends before it does what is owed.
    await takeInMessage(school, { mailbox: schoolMailbox, id: message.key, receivedAt: message.receivedAt });
    const { concern, identity } = await ledgerRow(intake.stores, 'A hundred pictures');
    const ref = concern ?? '';
    expect(await concernOf(school, ref)).toMatchObject({ exhibits: 30, toCome: { mail: identity, next: 30, of: 100 } });
    const doers = doersOf(school);
    await doers.deed(await loadConcern(intake.stores.log, ref), { kind: 'deed', key: 'add-exhibits-30', deed: 'add-exhibits' }, false);
    expect(await concernOf(school, ref)).toMatchObject({ exhibits: 60, toCome: { mail: identity, next: 60, of: 100 } });
    intake.laterByMachine(4 * 60_000);
    const restarted = await intake.open();
    await lookOnce(restarted);
    expect(await concernOf(restarted, ref)).toMatchObject({ exhibits: 100, toCome: null });
    expect((await exhibitsIn(ref)).map(({ n, name }) => [n, name])).toEqual(files.map(({ name }, index) => [index + 1, name]));
    expect(await intake.stores.sealed.list(ref)).toHaveLength(100);
    expect(outsideOf(intake, ref)).toMatchObject({ listRows: 1, tasks: [`${ref}: first look due`] });
  });

  test('another such mail joins it when the first one\'s are all there', async () => {
    const { concern } = await ledgerRow(intake.stores, 'A hundred pictures');
    const many = Array.from({ length: 35 }, (_, index) => ({ name: `more-${String(index + 1)}.png`, bytes: Buffer.from(`more ${String(index + 1)}`) }));
    for (const subject of ['one', 'two']) await arrive(intake, written({ subject: `${concern ?? ''} thirty-five, ${subject}`, files: many }));
    await readAll(school);
    await readAll(school);
    expect(await concernOf(school, concern)).toMatchObject({ mails: 3, exhibits: 170, toCome: null });
  });
});

describe('what was lost on the way', () => {
  test('a delta cursor that no longer holds replays everything, and nothing changes by it', async () => {
    const before = await intake.stores.ledger.all();
    const posted = intake.chats.shown.size;
    expireDeltaTokens(intake.local.tenant);
    await readAll(school);
    intake.local.faults.add({ method: 'GET', path: 'delta', times: 1, status: 400, body: { error: { code: 'syncStateNotFound', message: 'gone' } } });
    await arrive(intake, written({ subject: 'After the replay' }));
    await readAll(school);
    expect((await intake.stores.ledger.all()).filter((each) => each.words?.subject !== 'After the replay')).toEqual(before);
    expect(intake.chats.shown.size).toBe(posted + 4);
  });

  test('what no notification and no delta brought, the sweep finds, once', async () => {
    await arrive(intake, written({ subject: 'Only the sweep' }));
    const mailbox = { ...school.mailbox, changes: () => Promise.resolve({ mails: [], cursor: 'c', reset: false }) };
    const before = await count();
    await readMailbox({ ...school, mailbox, stores: { ...school.stores, links: { ...school.stores.links, put: () => Promise.resolve() } } }, 'every-folder');
    expect(await count()).toBe(before);
    expect(await sweepMailbox(school)).toBe(1);
    expect(await ledgerRow(intake.stores, 'Only the sweep')).toMatchObject({ outcome: 'raised' });
    expect(await sweepMailbox(school)).toBe(0);
    await readAll(school);
    expect(await count()).toBe(before + 1);
  });
});
