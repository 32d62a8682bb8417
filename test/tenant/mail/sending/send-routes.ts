import { z } from 'zod';
import { TenantFault, type Route, type TenantReply, type TenantRequest } from '../../route.ts';
import type { Tenant } from '../../tenant.ts';
import { openMailbox } from '../graph/access.ts';
import { messageInput, parseInput } from './draft-input.ts';
import { createDraft, patchMessage, replyInput } from './drafts.ts';
import { messageOf, shown } from '../graph/message-routes.ts';
import { parseMime } from '../mime/parse-mime.ts';
import { sendBytes, sendDraft, sendMail } from './send.ts';

const sendInput = z.object({ message: messageInput, saveToSentItems: z.boolean().nullish() });
const replyBody = z.object({ comment: z.string().optional(), message: messageInput.optional() });

/** Mail that leaves. Accepted is 202 with nothing in it, and never says which message it became. */
export function sendRoutes(tenant: Tenant): Route[] {
  const user = '/v1.0/users/:user';
  return [
    { method: 'POST', path: `${user}/sendMail`, handle: (request) => sendNow(tenant, request) },
    { method: 'POST', path: `${user}/messages/:id/send`, handle: (request) => sendTheDraft(tenant, request) },
    { method: 'POST', path: `${user}/messages/:id/createReply`, handle: (request) => reply(tenant, request, false) },
    { method: 'POST', path: `${user}/messages/:id/createReplyAll`, handle: (request) => reply(tenant, request, true) },
  ];
}

async function sendNow(tenant: Tenant, request: TenantRequest): Promise<TenantReply> {
  const mailbox = openMailbox(tenant, request);
  if ((request.headers['content-type'] ?? '').startsWith('text/plain')) { await sendMimeForm(tenant, request); return { status: 202 }; }
  const { message, saveToSentItems } = parseInput(sendInput, request.json());
  await sendMail(tenant, mailbox, message, saveToSentItems ?? true);
  return { status: 202 };
}

/** `text/plain` with the whole mail in base64. */
async function sendMimeForm(tenant: Tenant, request: TenantRequest): Promise<void> {
  const text = request.body.toString('utf8').replace(/\s/g, '');
  const mime = Buffer.from(text, 'base64');
  if (text === '' || mime.toString('base64').replace(/=+$/, '') !== text.replace(/=+$/, '')) throw new TenantFault(400, 'ErrorMimeContentInvalidBase64String', 'Invalid base64 string for MIME content.');
  const content = await parseMime(tenant, mime);
  const recipients = [...content.to, ...content.cc, ...content.bcc].map((one) => one.address);
  if (recipients.length === 0) throw new TenantFault(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid., There are no recipients.');
  await sendBytes(tenant, openMailbox(tenant, request), mime, recipients);
}

async function sendTheDraft(tenant: Tenant, request: TenantRequest): Promise<TenantReply> {
  const draft = messageOf(tenant, request);
  if (!draft.isDraft) throw new TenantFault(400, 'ErrorInvalidOperation', 'The operation is only allowed on a draft message.');
  await sendDraft(tenant, draft);
  return { status: 202 };
}

function reply(tenant: Tenant, request: TenantRequest, all: boolean): TenantReply {
  const mailbox = openMailbox(tenant, request);
  const message = messageOf(tenant, request);
  const { comment, message: given } = parseInput(replyBody, request.body.length === 0 ? {} : request.json());
  if (comment !== undefined && given?.body !== undefined) throw new TenantFault(400, 'ErrorInvalidRequest', 'Give a comment or a body of the message, not both.');
  const references = [...message.references, ...(message.internetMessageId === null ? [] : [message.internetMessageId])];
  const draft = createDraft(tenant, mailbox, replyInput(message, all, mailbox.address, comment ?? ''), references);
  return shown(tenant, request, given === undefined ? draft : patchMessage(tenant, draft, given), 201);
}

