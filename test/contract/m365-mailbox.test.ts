import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import nodemailer from 'nodemailer';
import { openMailbox } from '../../src/microsoft365/mailbox.ts';
import { Conflict, type DraftOrder, type Mailbox, type MailListed } from '../../src/ports.ts';
import { expireDeltaTokens } from '../tenant/mail/graph/delta-token.ts';
import { createFolder, loadFolder } from '../tenant/mail/folders.ts';
import { deleteMessage, loadMessage, messagesIn, moveMessage } from '../tenant/mail/messages.ts';
import type { Message } from '../tenant/mail/model.ts';
import type { RunningTenant } from '../tenant/server.ts';
import { startRecordedTenant } from './local-graph.ts';
import { productGraph } from './m365-graph.ts';

const school = 'school@grove.example';
const letters = 'letters@grove.example';
const parent = 'amara.nwosu@mail.example';

let local: RunningTenant;
let mailbox: Mailbox;
let n = 0;
beforeAll(async () => {
  local = await startRecordedTenant();
  mailbox = openMailbox(productGraph(local), () => local.tenant.now());
});
afterAll(async () => { await local.stop(); });
beforeEach(() => { local.faults.clear(); n += 1; });

/** A mail from outside, as raw bytes over SMTP; gives its immutable id. */
async function arrive(raw: Buffer | string = `From: ${parent}\r\nTo: ${school}\r\nSubject: Mail ${String(n)}\r\nMessage-ID: <${String(n)}#a+b@mail.example>\r\n\r\nHello\r\n`): Promise<string> {
  const before = new Set(stored(school).map((one) => one.key));
  const smtp = nodemailer.createTransport({ host: '127.0.0.1', port: local.smtpPort, secure: false, ignoreTLS: true });
  await smtp.sendMail({ envelope: { from: parent, to: [school] }, raw });
  smtp.close();
  return stored(school).find((one) => !before.has(one.key))?.key ?? '';
}

const stored = (who: string): Message[] => messagesIn(local.tenant, who, null);
const sinceNow = (): number => local.tenant.now();
const goLive = Date.parse('2020-01-01T00:00:00Z');
const inbox = (): string => loadFolder(local.tenant, school, 'inbox').id;
const move = (id: string, folder: string): void => { moveMessage(local.tenant, loadMessage(local.tenant, school, id), folder); };
const idsOf = (mails: MailListed[]): string[] => mails.map((one) => one.id);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('folders', () => {
  test('all that mail may come to lie in, inside one another too, what was deleted twice, and last what was sent; no drafts', async () => {
    const filed = createFolder(local.tenant, school, null, 'Parents');
    const inside = createFolder(local.tenant, school, filed.id, 'Year 6');
    createFolder(local.tenant, school, loadFolder(local.tenant, school, 'sentitems').id, 'Sent to parents');
    const found = await mailbox.folders(school);
    expect(found.map((one) => one.name).sort()).toEqual(['Archive', 'Deleted Items', 'Inbox', 'Junk Email', 'Parents', 'Recoverable Items', 'Sent Items', 'Sent to parents', 'Year 6']);
    expect(found.slice(-2).map((one) => one.name)).toEqual(['Sent Items', 'Sent to parents']);
    expect(found).toContainEqual({ id: inside.id, name: 'Year 6' });
  });

  test('a mailbox that the app may not open is a sentence about Exchange roles', async () => {
    await expect(mailbox.folders('tom.ashby@grove.example')).rejects.toMatchObject({ again: 'never', message: expect.stringContaining('Application Mail.ReadWrite') });
  });

  test('a mailbox that is not there is no empty mailbox', async () => {
    await expect(mailbox.folders('nobody@grove.example')).rejects.toMatchObject({ again: 'never' });
  });
});

describe('what changed', () => {
  test('the first round lists what came since the go-live date, later ones what is new', async () => {
    const first = await arrive();
    const start = await mailbox.changes(school, inbox(), null, goLive);
    expect(idsOf(start.mails)).toContain(first);
    expect(start.mails.find((one) => one.id === first)).toEqual({
      id: first, receivedAt: loadMessage(local.tenant, school, first).receivedAt - loadMessage(local.tenant, school, first).receivedAt % 1000,
      removed: false, draft: false, sent: false, messageId: `<${String(n)}#a+b@mail.example>`,
      from: { name: parent, address: parent }, sender: { name: parent, address: parent }, subject: `Mail ${String(n)}`,
    });
    const second = await arrive(`From: ${parent}\r\nTo: ${school}\r\nSubject: Next\r\n\r\nHello\r\n`);
    const next = await mailbox.changes(school, inbox(), start.cursor, goLive);
    expect(idsOf(next.mails)).toEqual([second]);
    expect(next.reset).toBe(false);
    expect((await mailbox.changes(school, inbox(), next.cursor, goLive)).mails).toEqual([]);
  });

  test('mail from before the go-live date is not read', async () => {
    await arrive();
    local.clock.advance(5_000);
    expect((await mailbox.changes(school, inbox(), null, sinceNow())).mails).toEqual([]);
  });

  test('a mail keeps its id when somebody files it: gone here, there in the other folder', async () => {
    const id = await arrive();
    const archive = loadFolder(local.tenant, school, 'archive').id;
    const here = await mailbox.changes(school, inbox(), null, goLive);
    const there = await mailbox.changes(school, archive, null, goLive);
    move(id, archive);
    expect((await mailbox.changes(school, inbox(), here.cursor, goLive)).mails).toEqual([expect.objectContaining({ id, removed: true })]);
    expect(idsOf((await mailbox.changes(school, archive, there.cursor, goLive)).mails)).toEqual([id]);
    expect(await mailbox.raw(school, id)).not.toBeNull();
  });

  test('ids are immutable on every page, not only on the first', async () => {
    const id = await arrive();
    const second = `${local.origin}/v1.0/users/${school}/mailFolders/${inbox()}/messages/delta`;
    local.faults.add({ method: 'GET', path: 'delta', times: 1, status: 200, body: { value: [], '@odata.nextLink': second } });
    expect(idsOf((await mailbox.changes(school, inbox(), null, goLive)).mails)).toContain(id);
  });

  test('a cursor that no longer holds: everything again, and it says so', async () => {
    const id = await arrive();
    const { cursor } = await mailbox.changes(school, inbox(), null, goLive);
    expireDeltaTokens(local.tenant);
    const again = await mailbox.changes(school, inbox(), cursor, goLive);
    expect(again.reset).toBe(true);
    expect(idsOf(again.mails)).toContain(id);
    expect((await mailbox.changes(school, inbox(), again.cursor, goLive)).reset).toBe(false);
  });

  test('so it is when Exchange says it in its other words', async () => {
    const { cursor } = await mailbox.changes(school, inbox(), null, goLive);
    local.faults.add({ method: 'GET', path: 'delta', times: 1, status: 400, body: { error: { code: 'syncStateNotFound', message: 'x' } } });
    expect((await mailbox.changes(school, inbox(), cursor, goLive)).reset).toBe(true);
  });
});

describe('the listing that the till is balanced by', () => {
  test('holds every mail of the window, wherever it was filed, deleted twice too; what the mailbox sent is said to be that', async () => {
    local.clock.advance(60_000);
    const from = sinceNow() - 1_000;
    const [kept, filed, thrown] = [await arrive(), await arrive('Subject: filed\r\n\r\nx'), await arrive('Subject: thrown away\r\n\r\nx')];
    move(filed, loadFolder(local.tenant, school, 'junkemail').id);
    for (let i = 0; i < 2; i += 1) deleteMessage(local.tenant, loadMessage(local.tenant, school, thrown));
    const draft = await mailbox.createDraft(school, { ...order(), from: school });
    await mailbox.send(school, draft);
    const found = await mailbox.listing(school, from, sinceNow() + 60_000);
    expect(idsOf(found.filter((one) => !one.sent)).sort()).toEqual([kept, filed, thrown].sort());
    expect(idsOf(found.filter((one) => one.sent))).toEqual([draft]);
    expect(await mailbox.listing(school, from - 120_000, from - 60_000)).toEqual(expect.not.arrayContaining([expect.objectContaining({ id: kept })]));
  });
});

describe('the raw mail', () => {
  test('is the bytes that came in, eight-bit ones, odd line ends and lone dots too', async () => {
    const odd = Buffer.concat([
      Buffer.from(`From: ${parent}\r\nTo: ${school}\r\nSubject: odd bytes\r\nContent-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`),
      Buffer.from([0x80, 0x93, 0xe9, 0xff, 0xfe, 0x00, 0xc3, 0x28]), Buffer.from('\r\n.\r\n..two\r\nlone\n'), Buffer.from('\r\n'),
    ]);
    const id = await arrive(odd);
    const kept = local.tenant.store.bytes(loadMessage(local.tenant, school, id).mime ?? '');
    const read = Buffer.from(await mailbox.raw(school, id) ?? []);
    expect(read.equals(kept)).toBe(true);
    expect(read.includes(Buffer.from([0x80, 0x93, 0xe9, 0xff, 0xfe]))).toBe(true);
  });

  test('is null when the mail is gone for good', async () => {
    const id = await arrive();
    for (let i = 0; i < 3; i += 1) deleteMessage(local.tenant, loadMessage(local.tenant, school, id));
    expect(await mailbox.raw(school, id)).toBeNull();
  });

  test('reading leaves no trace in the mailbox', async () => {
    const id = await arrive();
    const before = loadMessage(local.tenant, school, id);
    await mailbox.raw(school, id);
    await mailbox.changes(school, inbox(), null, goLive);
    expect(loadMessage(local.tenant, school, id)).toEqual(before);
  });

  test('a round of one page and one of many hold the same', async () => {
    const mails = [await arrive('Subject: one\r\n\r\nx'), await arrive('Subject: two\r\n\r\nx')];
    const from = loadMessage(local.tenant, school, mails[0] ?? '').receivedAt - 1_000;
    const path = `${local.origin}/v1.0/users/${school}/messages?$top=1&$select=receivedDateTime,isDraft,internetMessageId,parentFolderId,from,sender,subject`;
    local.faults.add({ method: 'GET', path: '/messages\\?', times: 1, status: 200, body: { value: [], '@odata.nextLink': path } });
    expect(idsOf(await mailbox.listing(school, from, sinceNow() + 60_000))).toEqual(expect.arrayContaining(mails));
  });
});

const pdf = Buffer.from('%PDF-1.7 \u00e9 a letter');
const order = (): DraftOrder => ({
  from: letters, replyTo: 'school@grove.example', to: { name: 'Amara Nwosu', address: parent }, subject: `Our letter ${String(n)}`, text: 'Dear Ms Nwosu,\n\nThank you — we have written to you.\n\nHelen Whitlock',
  attachments: [{ name: `GRV-26-${String(n).padStart(4, '0')}-letter-1.pdf`, media: 'application/pdf', bytes: pdf }], mark: `GRV-26-${String(n).padStart(4, '0')}~letter-1`,
});

describe('a letter', () => {
  test('lies as a draft with exactly what was ordered', async () => {
    const wanted = order();
    const id = await mailbox.createDraft(letters, wanted);
    expect(await mailbox.get(letters, id)).toEqual({
      id, sent: false, to: [parent], cc: [], subject: wanted.subject, text: wanted.text, attachments: [{ name: wanted.attachments[0]?.name, sha256: sha256(pdf) }],
    });
  });

  test('is found by its mark, and only by its own', async () => {
    const wanted = order();
    const id = await mailbox.createDraft(letters, wanted);
    expect((await mailbox.findByMark(letters, wanted.mark))?.id).toBe(id);
    expect(await mailbox.findByMark(letters, `${wanted.mark}2`)).toBeNull();
    expect(await mailbox.findByMark(letters, "x' or ep/value ne '")).toBeNull();
  });

  test('leaves once, under the same id, with its header, and arrives whole', async () => {
    const wanted = order();
    const id = await mailbox.createDraft(letters, wanted);
    await mailbox.send(letters, id);
    expect(await mailbox.get(letters, id)).toMatchObject({ id, sent: true, subject: wanted.subject });
    expect(await mailbox.findByMark(letters, wanted.mark)).toMatchObject({ id, sent: true });
    const [came, ...more] = messagesIn(local.tenant, parent, null).filter((one) => one.subject === wanted.subject);
    expect(more).toEqual([]);
    expect(came?.headers).toContainEqual({ name: expect.stringMatching(/^x-concern-desk$/i), value: wanted.mark });
    expect(came?.attachments.map((one) => one.sha)).toEqual([sha256(pdf)]);
  });

  test('that was filed away after it was sent is still known to have left', async () => {
    const wanted = order();
    const id = await mailbox.createDraft(letters, wanted);
    await mailbox.send(letters, id);
    const folder = createFolder(local.tenant, letters, null, `Filed ${String(n)}`);
    moveMessage(local.tenant, loadMessage(local.tenant, letters, id), folder.id);
    expect(await mailbox.findByMark(letters, wanted.mark)).toMatchObject({ id, sent: true });
  });

  test('whose draft a person threw away is not there', async () => {
    const wanted = order();
    const id = await mailbox.createDraft(letters, wanted);
    deleteMessage(local.tenant, loadMessage(local.tenant, letters, id));
    expect(await mailbox.findByMark(letters, wanted.mark)).toBeNull();
    expect(await mailbox.get(letters, id)).toBeNull();
  });

  test('shows a blind copy that somebody added', async () => {
    const id = await mailbox.createDraft(letters, order());
    await productGraph(local).send({ doing: 'add', right: 'mail', method: 'PATCH', path: `/users/${letters}/messages/${id}`, json: { bccRecipients: [{ emailAddress: { address: 'kevin.doyle@post.example' } }] } });
    expect((await mailbox.get(letters, id))?.cc).toEqual(['kevin.doyle@post.example']);
  });

  test('whose draft is taken back is gone; one that has left stays', async () => {
    const id = await mailbox.createDraft(letters, order());
    await mailbox.deleteDraft(letters, id);
    await mailbox.deleteDraft(letters, 'AAkALg-not-there');
    expect(await mailbox.findByMark(letters, order().mark)).toBeNull();
    const sent = await mailbox.createDraft(letters, order());
    await mailbox.send(letters, sent);
    await expect(mailbox.deleteDraft(letters, sent)).rejects.toBeInstanceOf(Conflict);
    expect((await mailbox.get(letters, sent))?.sent).toBe(true);
  });

  test('too large to carry is a sentence before anything is made', async () => {
    const large = { ...order(), attachments: [{ name: 'a.pdf', media: 'application/pdf', bytes: new Uint8Array(3_000_000) }] };
    await expect(mailbox.createDraft(letters, large)).rejects.toMatchObject({ again: 'never', message: expect.stringContaining('2.9 MB') });
    expect(await mailbox.findByMark(letters, large.mark)).toBeNull();
  });

  test.each([{ drop: 'after' as const }, { drop: 'before' as const }, { status: 504 }, { status: 503, headers: { 'Retry-After': '0' } }])('sending with %j is not tried again: look first', async (fault) => {
    const wanted = order();
    const id = await mailbox.createDraft(letters, wanted);
    local.faults.add({ method: 'POST', path: '/send$', times: 1, ...fault });
    await expect(mailbox.send(letters, id)).rejects.toMatchObject({ again: 'look-first' });
    const left = messagesIn(local.tenant, parent, null).filter((one) => one.subject === wanted.subject);
    expect(left).toHaveLength('drop' in fault && fault.drop === 'after' ? 1 : 0);
    expect((await mailbox.findByMark(letters, wanted.mark))?.sent).toBe(left.length === 1);
  });

  test('a draft whose answer was lost is found by its mark', async () => {
    const wanted = order();
    local.faults.add({ method: 'POST', path: '/messages$', times: 1, drop: 'after' });
    await expect(mailbox.createDraft(letters, wanted)).rejects.toMatchObject({ again: 'look-first' });
    expect(await mailbox.findByMark(letters, wanted.mark)).toMatchObject({ sent: false, subject: wanted.subject });
  });

  test('a throttled send was not done, and says how long to wait', async () => {
    const id = await mailbox.createDraft(letters, order());
    local.faults.add({ method: 'POST', path: '/send$', times: 1, status: 429, headers: { 'Retry-After': '9' } });
    await expect(mailbox.send(letters, id)).rejects.toMatchObject({ again: 'later', after: 9 });
  });

  test('is one of many at once, and the mailbox is never asked for more than it serves', async () => {
    // held back together, so that they would all be served in the same moment
    local.faults.add({ method: 'POST', path: '/messages$', times: 12, delayMs: 40 });
    const made = await Promise.all(Array.from({ length: 12 }, (_each, i) => mailbox.createDraft(letters, { ...order(), mark: `${order().mark}~${String(i)}` })));
    expect(new Set(made).size).toBe(12);
  });
});

describe('notifications', () => {
  let web: Server;
  let heard: unknown[];
  let address = '';
  beforeAll(async () => {
    web = createServer((request, response) => { void answer(request, response); });
    await new Promise<void>((done) => { web.listen(0, '127.0.0.1', done); });
    address = `http://127.0.0.1:${String((web.address() as AddressInfo).port)}`;
  });
  afterAll(() => { web.closeAllConnections(); web.close(); });
  beforeEach(() => { heard = []; });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const token = new URL(request.url ?? '/', address).searchParams.get('validationToken');
    if (token !== null) { response.writeHead(200, { 'content-type': 'text/plain' }).end(token); return; }
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    heard.push(...(JSON.parse(Buffer.concat(parts).toString()) as { value: unknown[] }).value);
    response.writeHead(202).end();
  }

  const subscribe = (minutes: number) => mailbox.subscribe(school, { notificationUrl: `${address}/notify`, lifecycleUrl: `${address}/lifecycle`, clientState: 'shared secret', minutes });

  test('tell of a new mail under its immutable id', async () => {
    const { expiresAt } = await subscribe(60);
    expect(Math.abs(expiresAt - sinceNow() - 3_600_000)).toBeLessThan(5_000);
    const id = await arrive();
    await until(() => heard.length > 0);
    expect(heard).toContainEqual(expect.objectContaining({ changeType: 'created', clientState: 'shared secret', resourceData: expect.objectContaining({ id }) }));
  });

  test('never ask for longer than Outlook allows, which would be refused', async () => {
    const made = await subscribe(100_000);
    expect(made.expiresAt - sinceNow()).toBeLessThanOrEqual(4_200 * 60_000);
    const renewed = await mailbox.renew(made.id, 100_000);
    expect(renewed?.id).toBe(made.id);
  });

  test('that ran out can not be renewed: a new one is needed', async () => {
    const made = await subscribe(10);
    local.clock.advance(11 * 60_000);
    expect(await mailbox.renew(made.id, 60)).toBeNull();
  });

  test('whose renewal is refused are made anew as well', async () => {
    const made = await subscribe(10);
    local.faults.add({ method: 'PATCH', path: 'subscriptions', times: 1, status: 400, body: { error: { code: 'ExtensionError', message: 'x' } } });
    expect(await mailbox.renew(made.id, 60)).toBeNull();
  });

  test('that nobody answers for are refused with a sentence', async () => {
    const closed = mailbox.subscribe(school, { notificationUrl: 'http://127.0.0.1:9/notify', lifecycleUrl: 'http://127.0.0.1:9/l', clientState: 'x', minutes: 10 });
    await expect(closed).rejects.toMatchObject({ again: 'never', message: expect.stringContaining('subscribe to the mailbox') });
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((done) => { setTimeout(done, 10); });
}
