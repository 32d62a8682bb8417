import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express from 'express';
import { notificationRoutes } from '../../bot/api/mount-notifications.ts';
import { forgetSubscription, keepSubscriptions, type Subscription } from '../../src/mail/reading/keep-subscriptions.ts';
import { sweepMailbox } from '../../src/mail/reading/read-mailbox.ts';
import type { School } from '../../src/school.ts';
import { createFolder, loadFolder } from '../tenant/mail/folders.ts';
import { changeMessage, deleteMessage, loadMessage, moveMessage } from '../tenant/mail/messages.ts';
import { subscriptionsOf } from '../tenant/subscriptions/model.ts';
import { arrive, ledgerRow, listed, mailboxAsItIs, readAll, readInbox, schoolMailbox, startIntake, written, type Exchange, type Intake } from './intake-school.ts';
import { until } from './tenant-mail-set-up.ts';

const day = 86_400_000;
let intake: Intake;
beforeAll(async () => { intake = await startIntake('INF'); });
afterAll(async () => { await intake.stop(); });

/** Requests about the office's mailbox; its address stands in the path. */
const aboutSchool = (): Exchange[] => intake.exchanges().filter(({ path }) => decodeURIComponent(path).includes(schoolMailbox));

describe('the office\'s mailbox', () => {
  let school: School;
  let early: string;
  let late: string;

  beforeAll(async () => {
    const { tenant, clock } = intake.local;
    const first = await arrive(intake, written({ subject: 'From before the go-live date', id: '<early@mail.example>', text: 'The Year 4 WhatsApp group called Mrs Hale a stupid cow.' }));
    early = first.key;
    clock.advance(60_000);
    const goLive = new Date(clock.now()).toISOString();
    clock.advance(60_000);
    school = await intake.open({ GO_LIVE: goLive });
    late = (await arrive(intake, written({ subject: 'From after it', files: [{ name: 'a.png', bytes: Buffer.from('picture') }] }))).key;
    const filed = await arrive(intake, written({ subject: 'Filed by the office' }));
    const folder = createFolder(tenant, schoolMailbox, null, 'Year 4');
    moveMessage(tenant, filed, folder.id, { isRead: true, categories: ['Office'], flag: 'flagged' });
    deleteMessage(tenant, await arrive(intake, written({ subject: 'Deleted unread by the office' })));
  });

  test('is as it was after everything has been read, raised and swept: marks, folders, categories, counts', async () => {
    const before = mailboxAsItIs(intake);
    await readAll(school);
    await sweepMailbox(school);
    await readAll(school);
    expect(mailboxAsItIs(intake)).toEqual(before);
    for (const subject of ['From after it', 'Filed by the office', 'Deleted unread by the office']) expect(await ledgerRow(intake.stores, subject)).toMatchObject({ outcome: 'raised' });
  });

  test('is asked for by GET alone', () => {
    const requests = aboutSchool();
    expect(requests.length).toBeGreaterThan(10);
    expect(requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('from before the go-live date nothing is read or copied, even when it is moved or flagged later', async () => {
    const { tenant } = intake.local;
    const archive = loadFolder(tenant, schoolMailbox, 'archive').id;
    moveMessage(tenant, changeMessage(tenant, loadMessage(tenant, schoolMailbox, early), { flag: 'flagged' }), archive);
    await readAll(school);
    await sweepMailbox(school);
    const asked = aboutSchool().map(({ path }) => decodeURIComponent(path));
    expect(asked.some((path) => path.includes(late))).toBe(true);
    expect(asked.filter((path) => path.includes(early))).toEqual([]);
    // What left the inbox is told by its id alone; nothing of the mail was ever in an answer.
    expect(intake.exchanges().filter((each) => JSON.stringify(each).includes('early@mail.example'))).toEqual([]);
    expect((await intake.stores.ledger.all()).map((each) => each.words?.subject)).not.toContain('From before the go-live date');
  });

  test('reads, files, moves and deletes by people meanwhile lose nothing and raise nothing twice', async () => {
    const { tenant } = intake.local;
    const mail = await arrive(intake, written({ subject: 'On the move' }));
    await readInbox(school);
    const before = await intake.stores.ledger.all();
    const read = changeMessage(tenant, mail, { isRead: true });
    const moved = moveMessage(tenant, read, loadFolder(tenant, schoolMailbox, 'archive').id);
    await readAll(school);
    deleteMessage(tenant, moved);
    await readAll(school);
    await sweepMailbox(school);
    expect(await intake.stores.ledger.all()).toEqual(before);
  });
});

describe('a mail that people delete before it was read', () => {
  let school: School;
  beforeAll(async () => { school = await intake.open({}); await readAll(school); });
  const purge = (key: string, times: number): void => { for (let i = 0; i < times; i += 1) deleteMessage(intake.local.tenant, loadMessage(intake.local.tenant, schoolMailbox, key)); };

  test('even from Deleted Items, or by a rule that deletes at once, is read where Exchange keeps it', async () => {
    const mail = await arrive(intake, written({ subject: 'Deleted twice unread' }));
    purge(mail.key, 2);
    await readAll(school);
    expect(await ledgerRow(intake.stores, 'Deleted twice unread')).toMatchObject({ outcome: 'raised', mailId: mail.key });
  });

  test('is found by the sweep there too, whatever the cursors say', async () => {
    const mail = await arrive(intake, written({ subject: 'Swept from the bin' }));
    purge(mail.key, 2);
    await sweepMailbox(school);
    expect(await ledgerRow(intake.stores, 'Swept from the bin')).toMatchObject({ outcome: 'raised' });
  });

  test('moved between listing and reading is found again', async () => {
    const mail = await arrive(intake, written({ subject: 'Moved in between' }));
    intake.local.faults.add({ method: 'GET', path: `${mail.key}.*value`, times: 10, status: 503 });
    await readAll(school);
    moveMessage(intake.local.tenant, mail, loadFolder(intake.local.tenant, schoolMailbox, 'archive').id);
    intake.local.faults.clear();
    await readAll(school);
    expect(await ledgerRow(intake.stores, 'Moved in between')).toMatchObject({ outcome: 'raised' });
  });

  test('for good stands in the ledger as that, waits for the office and is not tried for ever', async () => {
    const mail = await arrive(intake, written({ subject: 'Gone before it was read', from: 'Amara Nwosu <amara.nwosu@mail.example>' }));
    intake.local.faults.add({ method: 'GET', path: `${mail.key}.*value`, times: 10, status: 503 });
    await readAll(school);
    purge(mail.key, 3);
    intake.local.faults.clear();
    await readAll(school);
    const row = await ledgerRow(intake.stores, 'Gone before it was read');
    expect(row).toMatchObject({ outcome: 'unreadable', gone: true, raw: null, concern: null, words: { from: 'Amara Nwosu', subject: 'Gone before it was read' } });
    expect(row.reason).toMatch(/^It was deleted for good before it could be read: received \w+day .* at \d\d:\d\d, from Amara Nwosu, subject "Gone before it was read"\.$/);
    expect(listed(school, 'Olive Marsh')).toContain(row.identity);
    const asked = aboutSchool().length;
    await readAll(school);
    expect(aboutSchool().slice(asked).filter(({ path }) => path.includes('value'))).toEqual([]);
  });

  test('for good is narrowed by what the listing names', async () => {
    const mail = await arrive(intake, written({ subject: 'Complaint about Mrs Whitlock: she hit my son' }));
    intake.local.faults.add({ method: 'GET', path: `${mail.key}.*value`, times: 10, status: 503 });
    await readAll(school);
    purge(mail.key, 3);
    intake.local.faults.clear();
    await readAll(school);
    const row = await ledgerRow(intake.stores, 'Complaint about Mrs Whitlock');
    expect(row).toMatchObject({ outcome: 'unreadable', gone: true });
    expect(listed(school, 'Helen Whitlock')).not.toContain(row.identity);
    expect(listed(school, 'Marcus Bell')).toContain(row.identity);
  });
});

describe('notifications', () => {
  let school: School;
  let server: Server;
  let kept: Subscription | null = null;
  let asked = 0;
  let states = 0;
  const keep = async (): Promise<Subscription> => {
    kept = await keepSubscriptions(school, () => `state-${String(states += 1)}`);
    if (kept === null) throw new Error('No subscription.');
    return kept;
  };
  const living = () => subscriptionsOf(intake.local.tenant).values();

  beforeAll(async () => {
    const app = express();
    let gone: Promise<void> = Promise.resolve();
    app.use('/api/graph', notificationRoutes({
      clientState: () => kept?.clientState ?? null, readSoon: () => { asked += 1; }, readAllSoon: () => { asked += 1; }, renewSoon: () => undefined, subscriptionGone: () => { gone = forgetSubscription(school); },
    }));
    app.get('/settled', (_request, response) => { void gone.then(() => response.end()); });
    server = createServer(app);
    await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
    school = await intake.open({ PUBLIC_URL: url() });
  });
  afterAll(() => { server.close(); server.closeAllConnections(); });

  const url = (): string => `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const post = (path: string, body: unknown) => fetch(`${url()}/api/graph/${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

  test('are asked for once, with an address that answers the handshake', async () => {
    const first = await keep();
    expect(await keep()).toEqual(first);
    expect(living().map((each) => each.id)).toEqual([first.id]);
  });

  test('bring the reading forward', async () => {
    asked = 0;
    await arrive(intake, written({ subject: 'Rings the bell' }));
    await until(() => asked > 0);
  });

  test('that are forged change nothing, whatever they say', async () => {
    asked = 0;
    for (const clientState of ['state-2', '', null, 'state-1 ']) {
      expect((await post('notify', { value: [{ clientState, subscriptionId: kept?.id, resource: 'x' }] })).status).toBe(202);
      expect((await post('lifecycle', { value: [{ clientState, lifecycleEvent: 'subscriptionRemoved' }] })).status).toBe(202);
    }
    expect((await post('notify', 'nonsense')).status).toBeLessThan(500);
    expect((await post('notify', { value: 'nonsense' })).status).toBe(202);
    expect(asked).toBe(0);
    await fetch(`${url()}/settled`);
    expect(await keep()).toMatchObject({ clientState: 'state-1' });
  });

  test('are renewed when half their time has passed, and stay the same', async () => {
    const before = await keep();
    intake.local.clock.advance(1.6 * day);
    const after = await keep();
    expect(after).toMatchObject({ id: before.id, clientState: before.clientState });
    expect(after.expiresAt).toBeGreaterThan(before.expiresAt);
  });

  test('are asked for anew when the renewal is refused or the subscription has run out', async () => {
    const before = await keep();
    intake.local.clock.advance(1.6 * day);
    intake.local.faults.add({ method: 'PATCH', path: '/subscriptions/', times: 1, status: 404, body: { error: { code: 'ResourceNotFound', message: 'gone' } } });
    const second = await keep();
    expect(second.id).not.toBe(before.id);
    intake.local.clock.advance(4 * day);
    const third = await keep();
    expect(third.id).not.toBe(second.id);
    asked = 0;
    await arrive(intake, written({ subject: 'Heard by the third' }));
    await until(() => asked > 0);
  });

  test('that Microsoft took away are asked for anew', async () => {
    const before = await keep();
    expect((await post('lifecycle', { value: [{ clientState: before.clientState, lifecycleEvent: 'subscriptionRemoved' }] })).status).toBe(202);
    await fetch(`${url()}/settled`);
    expect((await keep()).id).not.toBe(before.id);
  });

  test('that cannot be had leave the reading as it is', async () => {
    await forgetSubscription(school);
    intake.local.faults.add({ method: 'POST', path: '/subscriptions', times: 10, status: 403, body: { error: { code: 'Forbidden', message: 'no' } } });
    expect(await keepSubscriptions(school, () => 'never')).toBeNull();
    await arrive(intake, written({ subject: 'Read without a bell' }));
    await readInbox(school);
    expect(await ledgerRow(intake.stores, 'Read without a bell')).toMatchObject({ outcome: 'raised' });
  });
});
