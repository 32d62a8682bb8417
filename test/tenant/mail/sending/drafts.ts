import { randomUUID } from 'node:crypto';
import { TenantFault } from '../../route.ts';
import { school } from '../../seed/people.ts';
import type { Tenant } from '../../tenant.ts';
import { conversationOf } from '../deliver.ts';
import { alwaysOpenFields, draftFields, type MessageInput } from './draft-input.ts';
import { loadFolder } from '../folders.ts';
import { newDefaultId, newImmutableId } from '../ids.ts';
import { addMessage, changeMessage } from '../messages.ts';
import type { Mailbox, Message } from '../model.ts';

/** A draft as Outlook makes it: it has its Message-ID from the start, and keeps its immutable id when it is sent. */
export function buildDraft(tenant: Tenant, mailbox: Mailbox, input: MessageInput, references: string[] = []): Message {
  const now = tenant.now();
  const own = { name: mailbox.displayName, address: mailbox.address };
  const empty: Message = {
    key: newImmutableId(), id: newDefaultId(), mailbox: mailbox.address, folder: loadFolder(tenant, mailbox.address, 'drafts').id, mime: null,
    isDraft: true, isRead: true, flag: 'notFlagged', categories: [], importance: 'normal', inferenceClassification: 'focused',
    receivedAt: now, sentAt: now, createdAt: now, modifiedAt: now, version: 1, subject: '', from: own, sender: own, to: [], cc: [], bcc: [], replyTo: [],
    internetMessageId: `<${randomUUID()}@${mailbox.address.split('@')[1] ?? school.domain}>`, references, conversation: '', headers: [], body: { contentType: 'text', content: '' }, attachments: [], properties: [],
  };
  const draft = { ...empty, ...draftFields(tenant, input), ...alwaysOpenFields(input, empty) };
  return { ...draft, conversation: conversationOf(tenant, mailbox.address, draft.internetMessageId, references) };
}

export function createDraft(tenant: Tenant, mailbox: Mailbox, input: MessageInput, references: string[] = []): Message {
  return addMessage(tenant, buildDraft(tenant, mailbox, input, references));
}

/** Read state, flag, categories at any time; text and recipients only while it is a draft. */
export function patchMessage(tenant: Tenant, message: Message, input: MessageInput): Message {
  const ofDrafts = draftFields(tenant, input);
  if (!message.isDraft && Object.keys(ofDrafts).length > 0) {
    throw new TenantFault(400, 'ErrorInvalidPropertySet', `Property set is not supported for this property: ${Object.keys(ofDrafts).join(', ')} can only be changed while the message is a draft.`);
  }
  return changeMessage(tenant, message, { ...ofDrafts, ...alwaysOpenFields(input, message) });
}

/** The start of an answer: addressed to who wrote, in the same conversation, the old text below. */
export function replyInput(message: Message, all: boolean, own: string, comment: string): MessageInput {
  const others = all ? [...message.to, ...message.cc].filter((one) => one.address.toLowerCase() !== own) : [];
  const back = message.replyTo.length > 0 ? message.replyTo : message.from === null ? [] : [message.from];
  return {
    subject: /^re:/i.test(message.subject) ? message.subject : `RE: ${message.subject}`,
    toRecipients: back.map((one) => ({ emailAddress: one })), ccRecipients: others.map((one) => ({ emailAddress: one })),
    body: { contentType: message.body.contentType, content: quotedBelow(message, comment) },
  };
}

/** Forwarded inline: the old header lines and the old text, its attachments going along. */
export function quotedBelow(message: Message, comment: string): string {
  const lines = [
    `From: ${message.from?.name ?? ''} <${message.from?.address ?? ''}>`, `Sent: ${new Date(message.sentAt).toUTCString()}`,
    `To: ${message.to.map((one) => `${one.name} <${one.address}>`).join('; ')}`, `Subject: ${message.subject}`,
  ];
  if (message.body.contentType === 'text') return `${comment}\n\n________________________________\n${lines.join('\n')}\n\n${message.body.content}`;
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<div>${escaped(comment)}</div><hr><div id="divRplyFwdMsg">${lines.map(escaped).join('<br>')}</div><br>${message.body.content}`;
}
