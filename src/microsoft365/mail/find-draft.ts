import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DraftFound } from '../../ports.ts';
import { unlessRefused } from '../faults.ts';
import { isGone, type SendIn } from './mail-calls.ts';
import type { MailFolders } from './mail-folders.ts';
import { query, quoted, segment } from '../graph/odata.ts';
import { parsed, readPages } from '../graph/pages.ts';

/** Named property of ours. The GUID was drawn for it and must never change: letters already sent are found by it. */
export const markProperty = 'String {8c1f3d6a-52b7-4e0d-9f64-7b1e2a90c5d3} Name ConcernDeskMark';

const marked = z.object({ id: z.string(), isDraft: z.boolean(), parentFolderId: z.string().nullish() });
const recipients = z.array(z.object({ emailAddress: z.object({ address: z.string().nullish() }) })).nullish();
const attachment = z.object({ id: z.string(), name: z.string().nullish(), contentBytes: z.string().nullish() });
const message = marked.extend({
  subject: z.string().nullish(), body: z.object({ content: z.string().nullish() }).nullish(),
  toRecipients: recipients, ccRecipients: recipients, bccRecipients: recipients, attachments: z.array(attachment).nullish(),
});
type Message = z.infer<typeof message>;

/**
 * Looks in the whole mailbox, since somebody may have filed a letter that was sent. One that has left counts before a draft, and a
 * draft that a person threw away is not there.
 */
export async function findByMark(sendIn: SendIn, folders: MailFolders, mailbox: string, mark: string): Promise<DraftFound | null> {
  const filter = `singleValueExtendedProperties/Any(ep: ep/id eq ${quoted(markProperty)} and ep/value eq ${quoted(mark)})`;
  const path = `/users/${segment(mailbox)}/messages${query({ $filter: filter, $select: 'isDraft,parentFolderId' })}`;
  const { values } = await readPages(sendIn(mailbox), { doing: 'look for a letter', right: 'mail', method: 'GET', path }, marked);
  const { deleted } = await folders.special(mailbox);
  const found = values.find((one) => !one.isDraft) ?? values.find((one) => !isThrownAway(one, deleted));
  return found === undefined ? null : getDraft(sendIn, folders, mailbox, found.id);
}

/** Somebody put the draft into Deleted Items: it must not leave from there. */
function isThrownAway(one: z.infer<typeof marked>, deleted: string | null): boolean {
  return one.isDraft && deleted !== null && one.parentFolderId === deleted;
}

/** The mail as it lies there now; blind copies count as copies, so that one added by hand is seen. A draft thrown away is not there. */
export async function getDraft(sendIn: SendIn, folders: MailFolders, mailbox: string, id: string): Promise<DraftFound | null> {
  const doing = 'read back a letter';
  const select = 'isDraft,parentFolderId,subject,body,toRecipients,ccRecipients,bccRecipients';
  const path = `/users/${segment(mailbox)}/messages/${segment(id)}`;
  const answer = await unlessRefused(sendIn(mailbox)({
    doing, right: 'mail', method: 'GET', path: `${path}${query({ $select: select, $expand: 'attachments' })}`, headers: { Prefer: 'outlook.body-content-type="text"' },
  }), isGone);
  if (answer === null) return null;
  const found = parsed(message, answer.json(), doing);
  const { outbox, deleted } = await folders.special(mailbox);
  if (isThrownAway(found, deleted)) return null;
  return {
    id: found.id,
    // What lies in the Outbox was handed over; to send it again would be to send it twice.
    sent: !found.isDraft || (outbox !== null && found.parentFolderId === outbox),
    to: addresses(found.toRecipients), cc: [...addresses(found.ccRecipients), ...addresses(found.bccRecipients)],
    subject: found.subject ?? '', text: sameLineEnds(found.body?.content ?? ''),
    attachments: await Promise.all((found.attachments ?? []).map((one) => hashed(sendIn, mailbox, path, one))),
  };
}

/** Bytes come with the mail; where Graph left them out they are asked for. */
async function hashed(sendIn: SendIn, mailbox: string, path: string, one: NonNullable<Message['attachments']>[number]): Promise<{ name: string; sha256: string }> {
  const bytes = typeof one.contentBytes === 'string' ? Buffer.from(one.contentBytes, 'base64') : (await sendIn(mailbox)({
    doing: 'read back a file of a letter', right: 'mail', method: 'GET', path: `${path}/attachments/${segment(one.id)}/$value`,
  })).bytes;
  return { name: one.name ?? '', sha256: createHash('sha256').update(bytes).digest('hex') };
}

function addresses(list: z.infer<typeof recipients>): string[] {
  return (list ?? []).map((one) => one.emailAddress.address ?? '');
}

/** Exchange keeps text with CRLF and adds a line end; neither is a change of the letter. */
function sameLineEnds(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/\n+$/, '');
}
