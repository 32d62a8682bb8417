import { TenantFault } from '../../route.ts';
import type { Tenant } from '../../tenant.ts';
import { deliver, isDeliverable, newMessage } from '../deliver.ts';
import { buildDraft } from './drafts.ts';
import type { MessageInput } from './draft-input.ts';
import { loadFolder } from '../folders.ts';
import { addMessage, moveMessage } from '../messages.ts';
import { buildMime } from '../mime/build-mime.ts';
import { buildNonDelivery } from '../mime/non-delivery.ts';
import { parseMime } from '../mime/parse-mime.ts';
import type { Mailbox, Message } from '../model.ts';

/** `/send` on a draft: it moves to Sent Items under the same immutable id, and reaches everybody it is addressed to. */
export async function sendDraft(tenant: Tenant, draft: Message): Promise<Message> {
  const bytes = await bytesToLeave(tenant, draft);
  const now = tenant.now();
  const sent = moveMessage(tenant, draft, loadFolder(tenant, draft.mailbox, 'sentitems').id, {
    isDraft: false, isRead: true, mime: tenant.store.putBytes(bytes), sentAt: now, receivedAt: now, headers: (await parseMime(tenant, bytes)).headers,
  });
  await hand(tenant, sent, bytes);
  return sent;
}

/** `sendMail`: written and sent at once; without `keep` nothing stays in Sent Items. */
export async function sendMail(tenant: Tenant, mailbox: Mailbox, input: MessageInput, keep: boolean, references: string[] = []): Promise<void> {
  const draft = buildDraft(tenant, mailbox, input, references);
  const bytes = await bytesToLeave(tenant, draft);
  const sent: Message = { ...draft, isDraft: false, mime: tenant.store.putBytes(bytes), folder: loadFolder(tenant, mailbox.address, 'sentitems').id };
  if (keep) addMessage(tenant, sent);
  await hand(tenant, sent, bytes);
}

/** Bytes made elsewhere (a person's own mail program): the sender's copy, and everybody's. */
export async function sendBytes(tenant: Tenant, mailbox: Mailbox, bytes: Buffer, recipients: string[]): Promise<Message> {
  const content = await parseMime(tenant, bytes);
  const sent = addMessage(tenant, { ...newMessage(tenant, mailbox.address, 'sentitems', tenant.store.putBytes(bytes), content), isRead: true });
  await deliver(tenant, bytes, recipients);
  return sent;
}

function bytesToLeave(tenant: Tenant, draft: Message): Promise<Buffer> {
  const own = draft.mailbox;
  if (draft.from !== null && draft.from.address.toLowerCase() !== own) {
    throw new TenantFault(403, 'ErrorSendAsDenied', 'The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account.');
  }
  if (draft.to.length + draft.cc.length + draft.bcc.length === 0) throw new TenantFault(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid., There are no recipients.');
  return buildMime(tenant, draft);
}

/** Whoever of the school doesn't exist comes back as a non-delivery report, as from Exchange. */
async function hand(tenant: Tenant, sent: Message, bytes: Buffer): Promise<void> {
  const recipients = [...sent.to, ...sent.cc, ...sent.bcc].map((one) => one.address);
  await deliver(tenant, bytes, recipients);
  const unknown = recipients.filter((address) => !isDeliverable(tenant, address));
  if (unknown.length > 0) await deliver(tenant, buildNonDelivery(tenant, sent, unknown), [sent.mailbox]);
}
