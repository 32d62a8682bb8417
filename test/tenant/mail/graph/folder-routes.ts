import { z } from 'zod';
import type { Route, TenantReply, TenantRequest } from '../../route.ts';
import type { Tenant } from '../../tenant.ts';
import { openMailbox } from './access.ts';
import { deltaOf } from './delta.ts';
import { parseInput } from '../sending/draft-input.ts';
import { childFolders, createFolder, loadFolder } from '../folders.ts';
import { listMessages, nextLink, numberOf } from './list-messages.ts';
import { messagesIn } from '../messages.ts';
import type { Folder } from '../model.ts';

const folderInput = z.object({ displayName: z.string().min(1), isHidden: z.boolean().optional() });
const DEFAULT_PAGE = 10;

/** Folders and what lies in them. */
export function folderRoutes(tenant: Tenant): Route[] {
  const user = '/v1.0/users/:user';
  return [
    { method: 'GET', path: `${user}/mailFolders`, handle: (request) => listFolders(tenant, request, null) },
    { method: 'POST', path: `${user}/mailFolders`, handle: (request) => makeFolder(tenant, request, null) },
    { method: 'GET', path: `${user}/mailFolders/:folder`, handle: (request) => oneFolder(tenant, request) },
    { method: 'GET', path: `${user}/mailFolders/:folder/childFolders`, handle: (request) => listFolders(tenant, request, folderOf(tenant, request).id) },
    { method: 'POST', path: `${user}/mailFolders/:folder/childFolders`, handle: (request) => makeFolder(tenant, request, folderOf(tenant, request).id) },
    { method: 'GET', path: `${user}/mailFolders/:folder/messages`, handle: (request) => { const folder = folderOf(tenant, request); return listMessages(tenant, request, folder.mailbox, folder.id); } },
    { method: 'GET', path: `${user}/mailFolders/:folder/messages/delta`, handle: (request) => deltaOf(tenant, request, folderOf(tenant, request)) },
  ];
}

function folderOf(tenant: Tenant, request: TenantRequest): Folder {
  return loadFolder(tenant, openMailbox(tenant, request).address, request.params['folder'] ?? '');
}

function oneFolder(tenant: Tenant, request: TenantRequest): TenantReply {
  return { status: 200, body: { '@odata.context': context(tenant, request, '/$entity'), ...folderJson(tenant, folderOf(tenant, request), request) } };
}

function listFolders(tenant: Tenant, request: TenantRequest, parent: string | null): TenantReply {
  const all = childFolders(tenant, openMailbox(tenant, request).address, parent);
  const size = numberOf(request, '$top') ?? DEFAULT_PAGE;
  const skip = numberOf(request, '$skip') ?? 0;
  return { status: 200, body: {
    '@odata.context': context(tenant, request, ''), value: all.slice(skip, skip + size).map((folder) => folderJson(tenant, folder, request)),
    ...(skip + size < all.length ? { '@odata.nextLink': nextLink(tenant, request, skip + size) } : {}),
  } };
}

function makeFolder(tenant: Tenant, request: TenantRequest, parent: string | null): TenantReply {
  const mailbox = openMailbox(tenant, request).address;
  const folder = createFolder(tenant, mailbox, parent, parseInput(folderInput, request.json()).displayName);
  return { status: 201, body: { '@odata.context': context(tenant, request, '/$entity'), ...folderJson(tenant, folder, request) } };
}

function folderJson(tenant: Tenant, folder: Folder, request: TenantRequest): Record<string, unknown> {
  const inside = messagesIn(tenant, folder.mailbox, folder.id);
  const all: Record<string, unknown> = {
    id: folder.id, displayName: folder.name, parentFolderId: folder.parent ?? folder.id, childFolderCount: childFolders(tenant, folder.mailbox, folder.id).length,
    unreadItemCount: inside.filter((message) => !message.isRead).length, totalItemCount: inside.length, isHidden: folder.hidden,
  };
  const select = request.query.get('$select')?.split(',').map((name) => name.trim());
  return select === undefined ? all : Object.fromEntries(Object.entries(all).filter(([name]) => name === 'id' || select.includes(name)));
}

function context(tenant: Tenant, request: TenantRequest, suffix: string): string {
  return `${tenant.origin}/v1.0/$metadata#users('${encodeURIComponent(request.params['user'] ?? '')}')/mailFolders${suffix}`;
}
