import { z } from 'zod';
import { TenantFault } from '../../route.ts';
import type { Tenant } from '../../tenant.ts';
import { newAttachmentId } from '../ids.ts';
import type { Address, Attachment, Message } from '../model.ts';

const recipient = z.object({ emailAddress: z.object({ address: z.string(), name: z.string().nullish() }) });
const recipients = z.array(recipient);
const attachment = z.object({
  '@odata.type': z.string(), name: z.string(), contentType: z.string().nullish(), contentBytes: z.string().optional(), isInline: z.boolean().nullish(), contentId: z.string().nullish(),
});
const header = z.object({ name: z.string(), value: z.string() });
const property = z.object({ id: z.string(), value: z.string() });

/** A message as an app writes it: everything may be left out. */
export const messageInput = z.object({
  subject: z.string().nullish(), importance: z.string().optional(),
  body: z.object({ contentType: z.string().transform((type) => type.toLowerCase()).pipe(z.enum(['text', 'html'])), content: z.string().nullish() }).optional(),
  from: recipient.nullish(), sender: recipient.nullish(),
  toRecipients: recipients.optional(), ccRecipients: recipients.optional(), bccRecipients: recipients.optional(), replyTo: recipients.optional(),
  attachments: z.array(attachment).optional(), internetMessageHeaders: z.array(header).optional(), singleValueExtendedProperties: z.array(property).optional(),
  internetMessageId: z.string().optional(), isRead: z.boolean().optional(), categories: z.array(z.string()).optional(),
  flag: z.object({ flagStatus: z.enum(['notFlagged', 'flagged', 'complete']) }).optional(), inferenceClassification: z.enum(['focused', 'other']).optional(),
});
export type MessageInput = z.infer<typeof messageInput>;

const MAX_ATTACHMENT = 3 * 1024 * 1024;

/** Refuses in Graph's words what doesn't fit. */
export function parseInput<T>(shape: z.ZodType<T>, body: unknown): T {
  const parsed = shape.safeParse(body);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  throw new TenantFault(400, 'RequestBodyRead', `The property '${first?.path.join('.') ?? ''}' does not fit its type: ${first?.message ?? ''}.`);
}

/** The fields that are only open while a message is a draft. */
export function draftFields(tenant: Tenant, input: MessageInput): Partial<Message> {
  const change: Partial<Message> = {};
  if (input.subject !== undefined) change.subject = input.subject ?? '';
  if (input.body !== undefined) change.body = { contentType: input.body.contentType, content: input.body.content ?? '' };
  if (input.toRecipients !== undefined) change.to = input.toRecipients.map(addressOf);
  if (input.ccRecipients !== undefined) change.cc = input.ccRecipients.map(addressOf);
  if (input.bccRecipients !== undefined) change.bcc = input.bccRecipients.map(addressOf);
  if (input.replyTo !== undefined) change.replyTo = input.replyTo.map(addressOf);
  if (input.from !== undefined && input.from !== null) change.from = addressOf(input.from);
  if (input.sender !== undefined && input.sender !== null) change.sender = addressOf(input.sender);
  if (input.internetMessageId !== undefined) change.internetMessageId = input.internetMessageId;
  if (input.internetMessageHeaders !== undefined) change.headers = customHeaders(input.internetMessageHeaders);
  if (input.attachments !== undefined) change.attachments = input.attachments.map((one) => attachmentOf(tenant, one));
  return change;
}

/** The fields that anybody with the mailbox may change at any time. */
export function alwaysOpenFields(input: MessageInput, now: Message): Partial<Message> {
  const change: Partial<Message> = {};
  if (input.isRead !== undefined) change.isRead = input.isRead;
  if (input.categories !== undefined) change.categories = input.categories;
  if (input.flag !== undefined) change.flag = input.flag.flagStatus;
  if (input.importance !== undefined) change.importance = input.importance.toLowerCase();
  if (input.inferenceClassification !== undefined) change.inferenceClassification = input.inferenceClassification;
  if (input.singleValueExtendedProperties !== undefined) change.properties = merged(now.properties, input.singleValueExtendedProperties);
  return change;
}

function merged(old: Message['properties'], given: Message['properties']): Message['properties'] {
  const named = new Set(given.map((one) => one.id.toLowerCase()));
  return [...old.filter((one) => !named.has(one.id.toLowerCase())), ...given];
}

function customHeaders(headers: { name: string; value: string }[]): Message['headers'] {
  const wrong = headers.find((one) => !/^x-/i.test(one.name));
  if (wrong !== undefined) throw new TenantFault(400, 'InvalidInternetMessageHeader', `The internet message header name '${wrong.name}' should start with 'x-' or 'X-'.`);
  return headers;
}

/** A file attachment of less than 3 MB; larger ones need an upload session, which is not imitated. */
export function attachmentOf(tenant: Tenant, input: z.infer<typeof attachment>): Attachment {
  if (!/^#?microsoft\.graph\.fileAttachment$/.test(input['@odata.type'])) throw new TenantFault(501, 'NotImplemented', `The local Microsoft 365 can't take an attachment of the type ${input['@odata.type']}.`);
  const bytes = Buffer.from(input.contentBytes ?? '', 'base64');
  if (bytes.length > MAX_ATTACHMENT) throw new TenantFault(413, 'ErrorMessageSizeExceeded', 'The message exceeds the maximum supported size.');
  return {
    id: newAttachmentId(), kind: 'file', name: input.name, contentType: input.contentType ?? 'application/octet-stream', sha: tenant.store.putBytes(bytes), size: bytes.length,
    isInline: input.isInline ?? false, contentId: input.contentId ?? null, modifiedAt: tenant.now(),
  };
}

export const attachmentInput = attachment;

function addressOf(one: z.infer<typeof recipient>): Address {
  return { name: one.emailAddress.name ?? '', address: one.emailAddress.address };
}
