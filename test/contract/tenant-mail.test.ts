import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Client } from '@microsoft/microsoft-graph-client';
import type { Message } from '@microsoft/microsoft-graph-types';
import type { RunningTenant } from '../tenant/server.ts';
import { startTenantForTests } from '../tenant/start-for-tests.ts';
import { localGraph, refusal, startRecordedTenant } from './local-graph.ts';
import { control, post } from './tenant-mail-set-up.ts';

let local: RunningTenant;
let graph: Client;
const school = '/users/school@grove.example';
const immutable = 'IdType="ImmutableId"';
const mark = 'String {8c1f3d6a-52b7-4e0d-9f64-7b1e2a90c5d3} Name ConcernDeskMark';

beforeAll(async () => { local = await startRecordedTenant(); graph = localGraph(local); });
beforeEach(async () => { await control(local, 'POST', '/reset'); });
afterAll(async () => { await local.stop(); });

const read = async <T = Message>(path: string, prefer = immutable): Promise<T> => await graph.api(path).header('Prefer', prefer).get() as T;
const list = async (path: string, prefer = immutable): Promise<Message[]> => (await read<{ value: Message[] }>(path, prefer)).value;
const newest = async (): Promise<Message> => (await list(`${school}/mailFolders/inbox/messages?$top=1`))[0] ?? {};

test('mail by SMTP lies in the Inbox, unread, its bytes as they came', async () => {
  const raw = 'Message-ID: <one+a#b@mail.example>\r\nFrom: Amara Nwosu <amara.nwosu@mail.example>\r\nTo: school@grove.example\r\nSubject: Gate\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n.Dots and naïve  spaces \r\n..\r\n';
  await post(local, { raw, envelope: { from: 'amara.nwosu@mail.example', to: ['school@grove.example'] } });
  const mail = await newest();
  expect(mail).toMatchObject({ subject: 'Gate', isRead: false, isDraft: false, hasAttachments: false, internetMessageId: '<one+a#b@mail.example>', from: { emailAddress: { name: 'Amara Nwosu' } } });
  const bytes = await graph.api(`${school}/messages/${mail.id ?? ''}/$value`).responseType('arraybuffer' as never).get() as ArrayBuffer;
  expect(Buffer.from(bytes).toString()).toBe(raw);
  expect((await newest()).isRead).toBe(false);
});

test('a verdict set by control is put in front, and only then', async () => {
  await control(local, 'POST', '/sender-verdict', { sender: 'amara.nwosu@mail.example', results: 'spf=fail; dkim=none; dmarc=fail' });
  await post(local, { subject: 'Judged', text: 'x' });
  await post(local, { subject: 'Not judged', from: 'kevin.doyle@post.example', text: 'x' });
  const mails = await list(`${school}/messages?$select=subject,internetMessageHeaders`);
  const first = (subject: string): string | null | undefined => mails.find((one) => one.subject === subject)?.internetMessageHeaders?.[0]?.name;
  expect(first('Judged')).toBe('Authentication-Results');
  expect(first('Not judged')).not.toBe('Authentication-Results');
});

test('an unknown address of the school is refused, any other host is taken and can be seen', async () => {
  await expect(post(local, { to: 'nobody@grove.example', text: 'x' })).rejects.toMatchObject({ responseCode: 550 });
  await post(local, { to: 'cousin@elsewhere.example', subject: 'Hello', text: 'x' });
  expect(await control(local, 'GET', '/mailboxes/cousin@elsewhere.example/messages')).toMatchObject({ messages: [{ subject: 'Hello', folder: 'Inbox' }] });
});

test('only the granted mailboxes open; unknown ones do not exist', async () => {
  expect(await refusal(graph.api('/users/helen.whitlock@grove.example/messages').get())).toMatchObject({ status: 403, code: 'ErrorAccessDenied' });
  expect(await refusal(graph.api('/users/amara.nwosu@mail.example/messages').get())).toMatchObject({ status: 404, code: 'ErrorInvalidUser' });
  expect(await list('/users/letters@grove.example/messages')).toEqual([]);
});

test('folders by name and by id, made and listed, with what is below', async () => {
  const made = await graph.api(`${school}/mailFolders`).post({ displayName: 'Dealt with' }) as { id: string };
  await graph.api(`${school}/mailFolders/${made.id}/childFolders`).post({ displayName: 'This year' });
  expect(await refusal(graph.api(`${school}/mailFolders`).post({ displayName: 'dealt WITH' }))).toMatchObject({ status: 409, code: 'ErrorFolderExists' });
  const { value } = await graph.api(`${school}/mailFolders?$top=100`).get() as { value: { displayName: string; childFolderCount: number }[] };
  expect(value.map((one) => one.displayName)).toEqual(['Inbox', 'Drafts', 'Sent Items', 'Deleted Items', 'Junk Email', 'Archive', 'Outbox', 'Dealt with']);
  expect(value.at(-1)?.childFolderCount).toBe(1);
  const byKey = await graph.api(`${school}/mailFolders('Inbox')`).get() as { id: string };
  expect((await graph.api(`${school}/mailFolders/INBOX`).get() as { id: string }).id).toBe(byKey.id);
});

test('ids: the default one changes with a move, the immutable one does not, and case counts', async () => {
  await post(local, { subject: 'Moves', text: 'x' });
  const [before] = await list(`${school}/messages`, '');
  const { id: lasting = '' } = await newest();
  const moved = await graph.api(`${school}/messages/${before?.id ?? ''}/move`).post({ destinationId: 'archive' }) as Message;
  expect(moved.id).not.toBe(before?.id);
  expect(await refusal(graph.api(`${school}/messages/${before?.id ?? ''}`).get())).toMatchObject({ status: 404, code: 'ErrorItemNotFound' });
  expect((await read(`${school}/messages/${lasting}`)).parentFolderId).toBe(moved.parentFolderId);
  expect(await refusal(graph.api(`${school}/messages/${lasting.toLowerCase()}`).get())).toMatchObject({ status: 404 });
});

test('filters that need care: times, Message-IDs with + and #, extended properties', async () => {
  await post(local, { subject: 'First', messageId: '<a+b#c@mail.example>', text: 'x' });
  local.clock.advance(3_600_000);
  await post(local, { subject: 'Second', text: 'x' });
  const since = new Date(local.tenant.now() - 60_000).toISOString();
  const by = async (filter: string): Promise<(string | null | undefined)[]> => (await list(`${school}/messages?$filter=${encodeURIComponent(filter)}`)).map((one) => one.subject);
  expect(await by(`receivedDateTime ge ${since}`)).toEqual(['Second']);
  expect(await by(`receivedDateTime lt ${since} and isRead eq false`)).toEqual(['First']);
  expect(await by("internetMessageId eq '<a+b#c@mail.example>'")).toEqual(['First']);
  expect(await by("from/emailAddress/address eq 'AMARA.nwosu@mail.example' and not contains(subject,'sec')")).toEqual(['First']);
  expect(await refusal(graph.api(`${school}/messages?$filter=isRead eq false&$orderby=receivedDateTime`).get())).toMatchObject({ status: 400, code: 'InefficientFilter' });
  expect(await refusal(graph.api(`${school}/messages?$select=subject,nothing`).get())).toMatchObject({ status: 400 });
});

test('paging by links of its own host, the preference asked again', async () => {
  for (const n of [1, 2, 3, 4, 5]) await post(local, { subject: `Mail ${String(n)}`, text: 'x' });
  const seen: string[] = [];
  for (let path: string | undefined = `${school}/messages?$top=2&$select=subject`; path !== undefined;) {
    const page: { value: Message[]; '@odata.nextLink'?: string } = await read(path);
    seen.push(...page.value.map((one) => one.subject ?? ''));
    path = page['@odata.nextLink'];
    if (path !== undefined) expect(path.startsWith(`${local.origin}/v1.0/users/`)).toBe(true);
  }
  expect(seen).toEqual(['Mail 5', 'Mail 4', 'Mail 3', 'Mail 2', 'Mail 1']);
});

test('attachments: files, pictures in the text, a mail within the mail', async () => {
  const inner = 'From: Kevin Doyle <kevin.doyle@post.example>\r\nTo: tom.ashby@grove.example\r\nSubject: Inner\r\n\r\nHe shouted at us.\r\n';
  await post(local, { subject: 'Outer', html: '<p>See <img src="cid:pic"></p>', attachments: [
    { filename: 'note.pdf', content: Buffer.from('%PDF'), contentType: 'application/pdf' },
    { filename: 'pic.png', content: Buffer.from('png'), cid: 'pic', contentDisposition: 'inline' },
    { filename: 'inner.eml', content: inner, contentType: 'message/rfc822' },
  ] });
  const mail = await newest();
  expect(mail).toMatchObject({ hasAttachments: true, body: { contentType: 'html' } });
  const { value } = await graph.api(`${school}/messages/${mail.id ?? ''}/attachments`).get() as { value: { '@odata.type': string; id: string; name: string; contentBytes?: string; isInline: boolean }[] };
  expect(value.map((one) => [one['@odata.type'], one.isInline])).toEqual(expect.arrayContaining([['#microsoft.graph.fileAttachment', false], ['#microsoft.graph.fileAttachment', true], ['#microsoft.graph.itemAttachment', false]]));
  expect(value.find((one) => one.name === 'note.pdf')?.contentBytes).toBe(Buffer.from('%PDF').toString('base64'));
  const item = value.find((one) => one['@odata.type'].endsWith('itemAttachment'));
  const opened = await graph.api(`${school}/messages/${mail.id ?? ''}/attachments/${item?.id ?? ''}?$expand=microsoft.graph.itemattachment/item`).get() as { item: Message };
  expect(opened.item).toMatchObject({ subject: 'Inner', from: { emailAddress: { address: 'kevin.doyle@post.example' } } });
  const bytes = await graph.api(`${school}/messages/${mail.id ?? ''}/attachments/${item?.id ?? ''}/$value`).responseType('arraybuffer' as never).get() as ArrayBuffer;
  expect(Buffer.from(bytes).toString()).toContain('He shouted at us.');
});

test('a text view of an HTML mail when it is preferred', async () => {
  await post(local, { subject: 'Rich', html: '<p>Hello <b>there</b></p>' });
  const mail = await read(`${school}/messages/${(await newest()).id ?? ''}`, `${immutable}, outlook.body-content-type="text"`);
  expect(mail.body).toEqual({ contentType: 'text', content: 'Hello there' });
});

test('read, flag and categories change; text of a received mail does not', async () => {
  await post(local, { subject: 'Flag me', text: 'x' });
  const { id = '' } = await newest();
  expect(await graph.api(`${school}/messages/${id}`).patch({ isRead: true, flag: { flagStatus: 'flagged' }, categories: ['Red category'] })).toMatchObject({ isRead: true, flag: { flagStatus: 'flagged' }, categories: ['Red category'] });
  expect(await refusal(graph.api(`${school}/messages/${id}`).patch({ subject: 'Mine now' }))).toMatchObject({ status: 400, code: 'ErrorInvalidPropertySet' });
});

test('deleted twice is in Recoverable Items, which no listing shows', async () => {
  await post(local, { subject: 'Gone', text: 'x' });
  const { id = '' } = await newest();
  await graph.api(`${school}/messages/${id}`).delete();
  expect((await list(`${school}/mailFolders/deleteditems/messages`)).map((one) => one.id)).toEqual([id]);
  await graph.api(`${school}/messages/${id}`).delete();
  expect(await list(`${school}/messages`)).toEqual([]);
  expect((await list(`${school}/mailFolders/recoverableitemsdeletions/messages`)).map((one) => one.id)).toEqual([id]);
});

test('a draft is sent once under the id it had, found by its mark, and reaches the parent as real mail', async () => {
  const letters = '/users/letters@grove.example';
  const draft = await graph.api(`${letters}/messages`).header('Prefer', immutable).post({
    subject: 'Your email of Tuesday', body: { contentType: 'text', content: 'Dear Ms Nwosu,\nThank you.' },
    toRecipients: [{ emailAddress: { name: 'Amara Nwosu', address: 'amara.nwosu@mail.example' } }], internetMessageHeaders: [{ name: 'x-concern-desk', value: 'p-1' }],
    singleValueExtendedProperties: [{ id: mark, value: 'p-1' }],
    attachments: [{ '@odata.type': '#microsoft.graph.fileAttachment', name: 'letter.pdf', contentType: 'application/pdf', contentBytes: Buffer.from('%PDF-1').toString('base64') }],
  }) as Message;
  expect(draft.isDraft).toBe(true);
  await graph.api(`${letters}/messages/${draft.id ?? ''}/attachments`).post({ '@odata.type': '#microsoft.graph.fileAttachment', name: 'second.txt', contentType: 'text/plain', contentBytes: 'aGk=' });
  await graph.api(`${letters}/messages/${draft.id ?? ''}`).patch({ subject: 'Your email of Wednesday' });
  await graph.api(`${letters}/messages/${draft.id ?? ''}/send`).post({});
  const filter = `singleValueExtendedProperties/Any(ep: ep/id eq '${mark}' and ep/value eq 'p-1')`;
  const found = await list(`${letters}/messages?$filter=${encodeURIComponent(filter)}&$expand=${encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${mark}')`)}`);
  expect(found).toMatchObject([{ id: draft.id, isDraft: false, subject: 'Your email of Wednesday', internetMessageId: draft.internetMessageId, singleValueExtendedProperties: [{ value: 'p-1' }] }]);
  expect(found[0]?.parentFolderId).toBe((await graph.api(`${letters}/mailFolders/sentitems`).get() as { id: string }).id);
  expect(await refusal(graph.api(`${letters}/messages/${draft.id ?? ''}/send`).post({}))).toMatchObject({ status: 400 });
  expect(await control(local, 'GET', '/mailboxes/amara.nwosu@mail.example/messages')).toMatchObject({ messages: [{
    subject: 'Your email of Wednesday', from: { address: 'letters@grove.example', name: 'Grove Primary School letters' }, internetMessageId: draft.internetMessageId,
    attachments: [{ name: 'letter.pdf' }, { name: 'second.txt' }],
  }] });
});

test('sendMail answers 202 with nothing; headers not ours and senders not ours are refused; a dead address comes back', async () => {
  const letters = '/users/letters@grove.example';
  const message = (address: string): object => ({ message: { subject: 'Hi', body: { contentType: 'text', content: 'x' }, toRecipients: [{ emailAddress: { address } }] } });
  const raw = await graph.api(`${letters}/sendMail`).responseType('raw' as never).post(message('school@grove.example')) as Response;
  expect([raw.status, await raw.text()]).toEqual([202, '']);
  expect((await newest()).subject).toBe('Hi');
  expect(await refusal(graph.api(`${letters}/messages`).post({ internetMessageHeaders: [{ name: 'Reply-To', value: 'x' }] }))).toMatchObject({ status: 400, code: 'InvalidInternetMessageHeader' });
  await graph.api(`${letters}/sendMail`).post(message('leaver@grove.example'));
  expect((await list(`${letters}/mailFolders/inbox/messages`)).map((one) => one.subject)).toEqual(['Undeliverable: Hi']);
});

test('a reply stays in the conversation', async () => {
  await post(local, { subject: 'Question', text: 'When?' });
  const mail = await newest();
  const reply = await graph.api(`${school}/messages/${mail.id ?? ''}/createReply`).post({ comment: 'At four.' }) as Message;
  expect(reply).toMatchObject({ subject: 'RE: Question', conversationId: mail.conversationId, isDraft: true, toRecipients: [{ emailAddress: { address: 'amara.nwosu@mail.example' } }] });
  expect(reply.body?.content).toContain('When?');
});

test('more than four calls at once in one mailbox: the rest are sent away with Retry-After', async () => {
  const token = await local.tenant.sign({ aud: 'https://graph.microsoft.com', appid: local.tenant.appId });
  await control(local, 'POST', '/faults', { path: '/messages$', times: 4, delayMs: 1000 });
  const answers = await Promise.all(Array.from({ length: 8 }, () => fetch(`${local.origin}/v1.0${school}/messages`, { headers: { authorization: `Bearer ${token}` } })));
  const refused = answers.filter((one) => one.status === 429);
  expect(refused).toHaveLength(4);
  expect(refused.every((one) => one.headers.get('retry-after') === '1')).toBe(true);
});

test('a batch: items in one call, a failed one takes those that depend on it along, twenty at most', async () => {
  await post(local, { subject: 'Batched', text: 'x' });
  const item = (id: string, url: string, dependsOn: string[] = []): object => ({ id, method: 'GET', url, dependsOn });
  const { responses } = await graph.api('/$batch').post({ requests: [
    item('1', `${school}/messages`), item('2', '/users/tom.ashby@grove.example/messages'), item('3', `${school}/mailFolders/inbox`, ['2']),
  ] }) as { responses: { id: string; status: number }[] };
  expect(responses.map((one) => [one.id, one.status])).toEqual([['1', 200], ['2', 403], ['3', 424]]);
  expect(await refusal(graph.api('/$batch').post({ requests: Array.from({ length: 21 }, (_, n) => item(String(n), `${school}/messages`)) }))).toMatchObject({ status: 400 });
});

test('a fault meets the next call that fits, once: refused, cut before, cut after', async () => {
  await control(local, 'POST', '/faults', { method: 'GET', path: '/mailFolders/inbox$', status: 418, body: { error: { code: 'Teapot', message: 'x' } } });
  expect(await refusal(graph.api(`${school}/mailFolders/inbox`).get())).toMatchObject({ status: 418, code: 'Teapot' });
  expect(await graph.api(`${school}/mailFolders/inbox`).get()).toMatchObject({ displayName: 'Inbox' });
  await control(local, 'POST', '/faults', { method: 'POST', path: '/messages$', drop: 'before' });
  await expect(graph.api(`${school}/messages`).post({ subject: 'Lost before' })).rejects.toThrow();
  await control(local, 'POST', '/faults', { method: 'POST', path: '/messages$', drop: 'after' });
  await expect(graph.api(`${school}/messages`).post({ subject: 'Lost after' })).rejects.toThrow();
  expect((await list(`${school}/mailFolders/drafts/messages`)).map((one) => one.subject)).toEqual(['Lost after']);
});

test('a snapshot comes back as it was', async () => {
  await post(local, { subject: 'Kept', text: 'x' });
  await control(local, 'POST', '/snapshot', { name: 'before' });
  await post(local, { subject: 'Later', text: 'x' });
  await control(local, 'POST', '/restore', { name: 'before' });
  expect((await list(`${school}/messages`)).map((one) => one.subject)).toEqual(['Kept']);
});

test('a restart finds mail, ids, links and tokens as they were', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenant-restart-'));
  const first = await startTenantForTests({ folder });
  try {
    await post(first, { subject: 'Before', text: 'x' });
    const page = await localGraph(first).api(`${school}/mailFolders/inbox/messages/delta`).header('Prefer', immutable).get() as { value: Message[]; '@odata.deltaLink': string };
    await first.stop();
    const again = await startTenantForTests({ folder, port: Number(new URL(first.origin).port) });
    try {
      await post(again, { subject: 'After', text: 'x' });
      const round = await localGraph(again).api(page['@odata.deltaLink']).header('Prefer', immutable).get() as { value: Message[] };
      expect(round.value.map((one) => one.subject)).toEqual(['After']);
      expect(await localGraph(again).api(`${school}/messages/${page.value[0]?.id ?? ''}`).get()).toMatchObject({ subject: 'Before' });
    } finally { await again.stop(); }
  } finally { rmSync(folder, { recursive: true, force: true }); }
});

test('a busy port is named in a sentence', async () => {
  await expect(startTenantForTests({ smtpPort: local.smtpPort })).rejects.toThrow(`Port ${String(local.smtpPort)} is already in use`);
});

test('the SMTP door speaks to a bare socket', async () => {
  const greeting = await new Promise<string>((heard) => { const socket = connect(local.smtpPort, '127.0.0.1'); socket.once('data', (data) => { heard(data.toString()); socket.destroy(); }); });
  expect(greeting).toMatch(/^220 /);
});
