import { createHash } from 'node:crypto';
import { convert } from 'html-to-text';
import { changeKeyOf } from '../ids.ts';
import type { Address, Message } from '../model.ts';
import type { Prefer } from './prefer.ts';

type Json = Record<string, unknown>;

/** A message as Graph shows it, every property; `$select` takes away afterwards. */
export function messageJson(message: Message, prefer: Prefer): Json {
  const changeKey = changeKeyOf(message.key, message.version);
  return {
    '@odata.etag': `W/"${changeKey}"`, id: prefer.immutableIds ? message.key : message.id,
    createdDateTime: utc(message.createdAt), lastModifiedDateTime: utc(message.modifiedAt), changeKey, categories: message.categories,
    receivedDateTime: utc(message.receivedAt), sentDateTime: utc(message.sentAt), hasAttachments: message.attachments.some((one) => !one.isInline),
    internetMessageId: message.internetMessageId, subject: message.subject, bodyPreview: preview(message), importance: message.importance,
    parentFolderId: message.folder, conversationId: message.conversation, conversationIndex: conversationIndex(message),
    isDeliveryReceiptRequested: false, isReadReceiptRequested: false, isRead: message.isRead, isDraft: message.isDraft,
    webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(message.id)}&exvsurl=1&viewmodel=ReadMessageItem`,
    inferenceClassification: message.inferenceClassification, body: bodyJson(message, prefer),
    ...(message.sender === null ? {} : { sender: recipient(message.sender) }), ...(message.from === null ? {} : { from: recipient(message.from) }),
    toRecipients: message.to.map(recipient), ccRecipients: message.cc.map(recipient), bccRecipients: message.bcc.map(recipient),
    replyTo: message.replyTo.map(recipient), flag: { flagStatus: message.flag },
  };
}

/** Only with `$select`: Graph leaves these out otherwise. */
export function onlyWhenSelected(message: Message): Json {
  return { internetMessageHeaders: message.headers.map(({ name, value }) => ({ name, value })) };
}

export const utc = (ms: number): string => new Date(Math.floor(ms / 1000) * 1000).toISOString().replace('.000Z', 'Z');

function recipient(one: Address): Json {
  return { emailAddress: { name: one.name === '' ? one.address : one.name, address: one.address } };
}

function bodyJson(message: Message, prefer: Prefer): Json {
  const { contentType, content } = message.body;
  if (prefer.bodyType === 'text' && contentType === 'html') return { contentType: 'text', content: plain(content) };
  return { contentType, content };
}

function preview(message: Message): string {
  const text = message.body.contentType === 'html' ? plain(message.body.content) : message.body.content;
  return text.replace(/\s+/g, ' ').trim().slice(0, 255);
}

function plain(html: string): string {
  return convert(html, { wordwrap: false, limits: { maxInputLength: 2_000_000 } });
}

/** 22 bytes that are the same for one conversation, and the time. */
function conversationIndex(message: Message): string {
  const digest = createHash('sha256').update(message.conversation).digest();
  return Buffer.concat([Buffer.from([1]), digest.subarray(0, 21)]).toString('base64');
}
