import PostalMime, { type Address as ParsedAddress, type Attachment as ParsedAttachment, type Email } from 'postal-mime';
import type { Tenant } from '../../tenant.ts';
import { newAttachmentId } from '../ids.ts';
import type { Address, Attachment, Message } from '../model.ts';

/** What is read from the bytes of a mail. */
export type MimeContent = Pick<Message,
  'subject' | 'from' | 'sender' | 'to' | 'cc' | 'bcc' | 'replyTo' | 'internetMessageId' | 'references' | 'headers' | 'body' | 'attachments' | 'importance'> & { date: number | null };

/** Reads any bytes: what can't be read as mail is kept as a message without subject or text, as Exchange does. */
export async function parseMime(tenant: Tenant, mime: Buffer): Promise<MimeContent> {
  let email: Email;
  try { email = await PostalMime.parse(mime, { forceRfc822Attachments: true, attachmentEncoding: 'arraybuffer' }); } catch { return unreadable(); }
  const date = Date.parse(email.date ?? '');
  return {
    subject: email.subject ?? '', date: Number.isNaN(date) ? null : date,
    from: addresses(email.from)[0] ?? null, sender: addresses(email.sender)[0] ?? addresses(email.from)[0] ?? null,
    to: addresses(email.to), cc: addresses(email.cc), bcc: addresses(email.bcc), replyTo: addresses(email.replyTo),
    internetMessageId: email.messageId ?? null, references: messageIds(`${email.references ?? ''} ${email.inReplyTo ?? ''}`),
    headers: email.headers.map((header) => ({ name: header.originalKey, value: header.value })),
    body: bodyOf(email), importance: importanceOf(email), attachments: email.attachments.map((one) => keepAttachment(tenant, one)),
  };
}

function unreadable(): MimeContent {
  return {
    subject: '', date: null, from: null, sender: null, to: [], cc: [], bcc: [], replyTo: [], internetMessageId: null, references: [], headers: [],
    body: { contentType: 'text', content: '' }, importance: 'normal', attachments: [],
  };
}

function bodyOf(email: Email): Message['body'] {
  if (email.html !== undefined && email.html !== '') return { contentType: 'html', content: email.html };
  return { contentType: 'text', content: email.text ?? '' };
}

function addresses(from: ParsedAddress | ParsedAddress[] | undefined): Address[] {
  const list = from === undefined ? [] : Array.isArray(from) ? from : [from];
  return list.flatMap((one) => ('group' in one && one.group !== undefined ? one.group : [one])).map((one) => ({ name: one.name, address: one.address }));
}

export function messageIds(text: string): string[] {
  return text.match(/<[^<>\s]+>/g) ?? [];
}

function importanceOf(email: Email): string {
  const value = email.headers.find((header) => header.key === 'importance')?.value.toLowerCase() ?? 'normal';
  return ['low', 'high'].includes(value) ? value : 'normal';
}

function keepAttachment(tenant: Tenant, one: ParsedAttachment): Attachment {
  const bytes = typeof one.content === 'string' ? Buffer.from(one.content) : Buffer.from(one.content as ArrayBuffer);
  const isItem = one.mimeType === 'message/rfc822';
  return {
    id: newAttachmentId(), kind: isItem ? 'item' : 'file', name: one.filename ?? (isItem ? 'Attached message' : 'Attachment'), contentType: one.mimeType,
    sha: tenant.store.putBytes(bytes), size: bytes.length, modifiedAt: tenant.now(),
    isInline: !isItem && (one.disposition === 'inline' || one.related === true), contentId: one.contentId === undefined ? null : one.contentId.replace(/^<|>$/g, ''),
  };
}
