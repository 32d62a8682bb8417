import { z } from 'zod';
import type { Route, TenantReply, TenantRequest } from '../../route.ts';
import type { Tenant } from '../../tenant.ts';
import { openMailbox } from './access.ts';
import { messageInput, parseInput } from '../sending/draft-input.ts';
import { createDraft, patchMessage } from '../sending/drafts.ts';
import { loadFolder } from '../folders.ts';
import { contextOf, listMessages } from './list-messages.ts';
import { deleteMessage, loadMessage, moveMessage } from '../messages.ts';
import { bytesOf } from '../mime/bytes-of.ts';
import type { Message } from '../model.ts';
import { readPrefer, withPreferenceApplied } from './prefer.ts';
import { optionsOf, selectMessage } from './select-message.ts';

const destination = z.object({ destinationId: z.string() });

/** One message, and the mailbox as one list. Reading changes nothing: not even read state. */
export function messageRoutes(tenant: Tenant): Route[] {
  const user = '/v1.0/users/:user';
  const routes = (base: string): Route[] => [
    { method: 'GET', path: `${base}/:id`, handle: (request) => shown(tenant, request, messageOf(tenant, request), 200) },
    { method: 'PATCH', path: `${base}/:id`, handle: (request) => shown(tenant, request, patchMessage(tenant, messageOf(tenant, request), parseInput(messageInput, request.json())), 200) },
    { method: 'DELETE', path: `${base}/:id`, handle: (request) => { deleteMessage(tenant, messageOf(tenant, request)); return { status: 204 }; } },
    { method: 'GET', path: `${base}/:id/$value`, handle: async (request) => ({ status: 200, headers: { 'Content-Type': 'text/plain' }, body: await bytesOf(tenant, messageOf(tenant, request)) }) },
    { method: 'POST', path: `${base}/:id/move`, handle: (request) => move(tenant, request) },
  ];
  return [
    { method: 'GET', path: `${user}/messages`, handle: (request) => listMessages(tenant, request, openMailbox(tenant, request).address, null) },
    { method: 'POST', path: `${user}/messages`, handle: (request) => shown(tenant, request, createDraft(tenant, openMailbox(tenant, request), parseInput(messageInput, request.json())), 201) },
    ...routes(`${user}/messages`), ...routes(`${user}/mailFolders/:folder/messages`),
  ];
}

export function messageOf(tenant: Tenant, request: TenantRequest): Message {
  return loadMessage(tenant, openMailbox(tenant, request).address, request.params['id'] ?? '');
}

/** A message as the answer to a call that asked for it or changed it. */
export function shown(tenant: Tenant, request: TenantRequest, message: Message, status: number): TenantReply {
  const prefer = readPrefer(request);
  const { select, expand } = optionsOf(request);
  return withPreferenceApplied(prefer, { status, body: {
    '@odata.context': contextOf(tenant, request, select, true), ...selectMessage(tenant, message, prefer, select, expand),
  } });
}

function move(tenant: Tenant, request: TenantRequest): TenantReply {
  const message = messageOf(tenant, request);
  const folder = loadFolder(tenant, message.mailbox, parseInput(destination, request.json()).destinationId);
  return shown(tenant, request, moveMessage(tenant, message, folder.id), 201);
}
