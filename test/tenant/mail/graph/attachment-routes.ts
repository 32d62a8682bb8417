import { TenantFault, type Route, type TenantReply, type TenantRequest } from '../../route.ts';
import type { Tenant } from '../../tenant.ts';
import { attachmentJson } from './attachment-json.ts';
import { newMessage } from '../deliver.ts';
import { attachmentInput, attachmentOf, parseInput } from '../sending/draft-input.ts';
import { messageOf } from './message-routes.ts';
import { messageJson } from './message-json.ts';
import { changeMessage } from '../messages.ts';
import { parseMime } from '../mime/parse-mime.ts';
import type { Attachment } from '../model.ts';
import { readPrefer } from './prefer.ts';

/** Files and mails within a mail. */
export function attachmentRoutes(tenant: Tenant): Route[] {
  const base = '/v1.0/users/:user/messages/:id/attachments';
  return [
    { method: 'GET', path: base, handle: (request) => list(tenant, request) },
    { method: 'POST', path: base, handle: (request) => add(tenant, request) },
    { method: 'GET', path: `${base}/:attachment`, handle: (request) => one(tenant, request) },
    { method: 'DELETE', path: `${base}/:attachment`, handle: (request) => remove(tenant, request) },
    { method: 'GET', path: `${base}/:attachment/$value`, handle: (request) => bytes(tenant, request) },
  ];
}

function list(tenant: Tenant, request: TenantRequest): TenantReply {
  const value = messageOf(tenant, request).attachments.map((attachment) => selected(request, attachmentJson(tenant, attachment)));
  return { status: 200, body: { '@odata.context': context(tenant, request), value } };
}

async function one(tenant: Tenant, request: TenantRequest): Promise<TenantReply> {
  const attachment = find(tenant, request);
  const item = attachment.kind === 'item' && /itemattachment\/item/i.test(request.query.get('$expand') ?? '') ? { item: await itemJson(tenant, request, attachment) } : {};
  return { status: 200, body: { '@odata.context': context(tenant, request, '/$entity'), ...selected(request, attachmentJson(tenant, attachment)), ...item } };
}

/** The mail inside, read as a message. It is none of the mailbox: it has no id to open it by. */
async function itemJson(tenant: Tenant, request: TenantRequest, attachment: Attachment): Promise<Record<string, unknown>> {
  const inner = newMessage(tenant, messageOf(tenant, request).mailbox, 'inbox', attachment.sha, await parseMime(tenant, tenant.store.bytes(attachment.sha)));
  const json = messageJson(inner, readPrefer(request));
  return { '@odata.type': '#microsoft.graph.message', ...json, id: '', attachments: inner.attachments.map((each) => attachmentJson(tenant, each)) };
}

function bytes(tenant: Tenant, request: TenantRequest): TenantReply {
  const attachment = find(tenant, request);
  return { status: 200, headers: { 'Content-Type': attachment.kind === 'item' ? 'text/plain' : attachment.contentType }, body: tenant.store.bytes(attachment.sha) };
}

function add(tenant: Tenant, request: TenantRequest): TenantReply {
  const message = messageOf(tenant, request);
  if (!message.isDraft) throw new TenantFault(400, 'ErrorInvalidOperation', 'Attachments can only be added to a draft message.');
  const attachment = attachmentOf(tenant, parseInput(attachmentInput, request.json()));
  changeMessage(tenant, message, { attachments: [...message.attachments, attachment] });
  return { status: 201, body: { '@odata.context': context(tenant, request, '/$entity'), ...attachmentJson(tenant, attachment) } };
}

function remove(tenant: Tenant, request: TenantRequest): TenantReply {
  const message = messageOf(tenant, request);
  const gone = find(tenant, request);
  changeMessage(tenant, message, { attachments: message.attachments.filter((each) => each.id !== gone.id) });
  return { status: 204 };
}

function find(tenant: Tenant, request: TenantRequest): Attachment {
  const found = messageOf(tenant, request).attachments.find((each) => each.id === request.params['attachment']);
  if (found === undefined) throw new TenantFault(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
  return found;
}

function selected(request: TenantRequest, json: Record<string, unknown>): Record<string, unknown> {
  const names = request.query.get('$select')?.split(',').map((name) => name.trim());
  return names === undefined ? json : Object.fromEntries(Object.entries(json).filter(([name]) => name.startsWith('@') || name === 'id' || names.includes(name)));
}

function context(tenant: Tenant, request: TenantRequest, suffix = ''): string {
  return `${tenant.origin}/v1.0/$metadata#users('${encodeURIComponent(request.params['user'] ?? '')}')/messages('${encodeURIComponent(request.params['id'] ?? '')}')/attachments${suffix}`;
}
