import { createHash } from 'node:crypto';
import { convert } from 'html-to-text';
import { changeKeyOf } from '../ids.ts';
import type { Address, Message } from '../model.ts';
import type { Prefer } from './prefer.ts';

type Json = Record<string, unknown>;
type Field = (message: Message, prefer: Prefer) => unknown;

/** Every property of a message, each made only when it is asked for: a preview of an HTML mail is work. Undefined ones are left out. */
export const MESSAGE_FIELDS: Readonly<Record<string, Field>> = {
  id: (message, prefer) => (prefer.immutableIds ? message.key : message.id),
  createdDateTime: (message) => utc(message.createdAt),
  lastModifiedDateTime: (message) => utc(message.modifiedAt),
  changeKey: (message) => changeKeyOf(message.key, message.version),
  categories: (message) => message.categories,
  receivedDateTime: (message) => utc(message.receivedAt),
  sentDateTime: (message) => utc(message.sentAt),
  hasAttachments: (message) => message.attachments.some((one) => !one.isInline),
  internetMessageId: (message) => message.internetMessageId,
  internetMessageHeaders: (message) => message.headers.map(({ name, value }) => ({ name, value })),
  subject: (message) => message.subject,
  bodyPreview: preview,
  importance: (message) => message.importance,
  parentFolderId: (message) => message.folder,
  conversationId: (message) => message.conversation,
  conversationIndex,
  isDeliveryReceiptRequested: () => false,
  isReadReceiptRequested: () => false,
  isRead: (message) => message.isRead,
  isDraft: (message) => message.isDraft,
  webLink: (message) => `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(message.id)}&exvsurl=1&viewmodel=ReadMessageItem`,
  inferenceClassification: (message) => message.inferenceClassification,
  body: bodyJson,
  sender: (message) => (message.sender === null ? undefined : recipient(message.sender)),
  from: (message) => (message.from === null ? undefined : recipient(message.from)),
  toRecipients: (message) => message.to.map(recipient),
  ccRecipients: (message) => message.cc.map(recipient),
  bccRecipients: (message) => message.bcc.map(recipient),
  replyTo: (message) => message.replyTo.map(recipient),
  flag: (message) => ({ flagStatus: message.flag }),
};

/** Graph leaves the headers out unless they are selected. */
const USUAL = Object.keys(MESSAGE_FIELDS).filter((name) => name !== 'internetMessageHeaders');

/** A message as Graph shows it, with the properties named; ETag and id always come along. */
export function messageJson(message: Message, prefer: Prefer, names: string[] = USUAL): Json {
  const fields = ['id', ...names].map((name) => [name, MESSAGE_FIELDS[name]?.(message, prefer)] as const).filter(([, value]) => value !== undefined);
  return { '@odata.etag': `W/"${changeKeyOf(message.key, message.version)}"`, ...Object.fromEntries(fields) };
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
