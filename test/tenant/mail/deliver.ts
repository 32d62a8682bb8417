import type { Tenant } from '../tenant.ts';
import { loadFolder } from './folders.ts';
import { conversationId, newDefaultId, newImmutableId } from './ids.ts';
import { ensureOutsideMailbox, findMailbox, isOfTheSchool } from './mailboxes.ts';
import { addMessage, messagesOf } from './messages.ts';
import { parseMime, type MimeContent } from './mime/parse-mime.ts';
import type { Message } from './model.ts';

/** Would the school's Exchange take mail for this address? Other hosts' addresses are always taken. */
export function isDeliverable(tenant: Tenant, address: string): boolean {
  return !isOfTheSchool(address) || findMailbox(tenant, address) !== undefined;
}

/** Puts the bytes, as they are, into the Inbox of everybody named. An address at another host gets its outside mailbox. */
export async function deliver(tenant: Tenant, mime: Buffer, recipients: string[]): Promise<Message[]> {
  const sha = tenant.store.putBytes(mime);
  const content = await parseMime(tenant, mime);
  const unique = [...new Set(recipients.map((address) => address.toLowerCase()))].filter((address) => isDeliverable(tenant, address));
  return unique.map((address) => {
    const mailbox = findMailbox(tenant, address) ?? ensureOutsideMailbox(tenant, address, nameOf(content, address));
    const message = addMessage(tenant, newMessage(tenant, mailbox.address, 'inbox', sha, content));
    tenant.events.emit('mail-arrived', { mailbox: mailbox.address, key: message.key, id: message.id });
    return message;
  });
}

/** A message of these bytes in a well-known folder, not yet saved. */
export function newMessage(tenant: Tenant, mailbox: string, folder: string, mime: string | null, content: MimeContent): Message {
  const now = tenant.now();
  const { date, ...read } = content;
  return {
    ...read, key: newImmutableId(), id: newDefaultId(), mailbox, folder: loadFolder(tenant, mailbox, folder).id, mime,
    isDraft: false, isRead: false, flag: 'notFlagged', categories: [], inferenceClassification: 'focused',
    receivedAt: now, sentAt: date ?? now, createdAt: now, modifiedAt: now, version: 1, properties: [],
    conversation: conversationOf(tenant, mailbox, content.internetMessageId, content.references),
  };
}

/** The conversation of the newest mail that this one answers, or a new one. */
export function conversationOf(tenant: Tenant, mailbox: string, own: string | null, references: string[]): string {
  const wanted = new Set(references);
  const answered = references.length === 0 ? undefined : messagesOf(tenant).values()
    .findLast((message) => message.mailbox === mailbox && message.internetMessageId !== null && wanted.has(message.internetMessageId));
  return answered?.conversation ?? conversationId(mailbox, references[0] ?? own ?? newImmutableId());
}

function nameOf(content: MimeContent, address: string): string {
  return [...content.to, ...content.cc].find((one) => one.address.toLowerCase() === address)?.name ?? '';
}
