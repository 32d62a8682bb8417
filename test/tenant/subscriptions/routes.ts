import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { openMailbox } from '../mail/graph/access.ts';
import { parseInput } from '../mail/sending/draft-input.ts';
import { loadFolder } from '../mail/folders.ts';
import { readPrefer } from '../mail/graph/prefer.ts';
import { TenantFault, type Route, type TenantReply, type TenantRequest } from '../route.ts';
import type { Tenant } from '../tenant.ts';
import { subscriptionJson, subscriptionsOf, type Subscription } from './model.ts';
import { validateUrl } from './validate-url.ts';

const MAX_MINUTES = 4230;
const moment = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'is not a date');
const creation = z.object({
  changeType: z.string(), notificationUrl: z.string(), lifecycleNotificationUrl: z.string().nullish(), resource: z.string(),
  expirationDateTime: moment, clientState: z.string().max(128).nullish(), includeResourceData: z.boolean().nullish(), latestSupportedTlsVersion: z.string().optional(),
});
const renewal = z.object({ expirationDateTime: moment });

/** Change notifications of mail. Other resources are refused by name. */
export function subscriptionRoutes(tenant: Tenant): Route[] {
  return [
    { method: 'GET', path: '/v1.0/subscriptions', handle: () => ({ status: 200, body: { '@odata.context': `${tenant.origin}/v1.0/$metadata#subscriptions`, value: living(tenant).map((one) => subscriptionJson(tenant, one)) } }) },
    { method: 'POST', path: '/v1.0/subscriptions', handle: (request) => create(tenant, request) },
    { method: 'GET', path: '/v1.0/subscriptions/:id', handle: (request) => shown(tenant, load(tenant, request), 200) },
    { method: 'PATCH', path: '/v1.0/subscriptions/:id', handle: (request) => renew(tenant, request) },
    { method: 'POST', path: '/v1.0/subscriptions/:id/reauthorize', handle: (request) => { load(tenant, request); return { status: 204 }; } },
    { method: 'DELETE', path: '/v1.0/subscriptions/:id', handle: (request) => { subscriptionsOf(tenant).delete(load(tenant, request).id); return { status: 204 }; } },
  ];
}

/** Those that have not run out by the rehearsed clock. */
export function living(tenant: Tenant): Subscription[] {
  return subscriptionsOf(tenant).values().filter((one) => one.expiresAt > tenant.now());
}

async function create(tenant: Tenant, request: TenantRequest): Promise<TenantReply> {
  const asked = parseInput(creation, request.json());
  const { mailbox, folder } = watched(tenant, request, asked.resource);
  const expiresAt = expiryOf(tenant, asked.expirationDateTime);
  if (asked.includeResourceData === true) throw new TenantFault(501, 'NotImplemented', 'The local Microsoft 365 sends no resource data in notifications.');
  await validateUrl(asked.notificationUrl);
  if (asked.lifecycleNotificationUrl !== undefined && asked.lifecycleNotificationUrl !== null) await validateUrl(asked.lifecycleNotificationUrl);
  const made: Subscription = {
    id: randomUUID(), resource: asked.resource, changeTypes: changeTypesOf(asked.changeType), notificationUrl: asked.notificationUrl,
    lifecycleNotificationUrl: asked.lifecycleNotificationUrl ?? null, clientState: asked.clientState ?? null, expiresAt,
    immutableIds: readPrefer(request).immutableIds, mailbox, folder, creator: request.caller?.oid ?? '',
  };
  subscriptionsOf(tenant).put(made.id, made);
  return shown(tenant, made, 201);
}

/** `/users/{x}/messages` and `/users/{x}/mailFolders('Inbox')/messages`, in either spelling. */
function watched(tenant: Tenant, request: TenantRequest, resource: string): { mailbox: string; folder: string | null } {
  const path = resource.replace(/^\/?/, '/').replace(/\('([^']+)'\)/g, '/$1');
  const [, user, folder] = /^\/users\/([^/]+)(?:\/mailFolders\/([^/]+))?\/messages$/i.exec(path) ?? [];
  if (user === undefined) throw new TenantFault(501, 'NotImplemented', `The local Microsoft 365 has no notifications for the resource ${resource}.`);
  const { address } = openMailbox(tenant, { ...request, params: { user: decodeURIComponent(user) } });
  return { mailbox: address, folder: folder === undefined ? null : loadFolder(tenant, address, decodeURIComponent(folder)).id };
}

function changeTypesOf(text: string): string[] {
  const types = text.split(',').map((type) => type.trim().toLowerCase());
  const wrong = types.find((type) => !['created', 'updated', 'deleted'].includes(type));
  if (wrong !== undefined) throw new TenantFault(400, 'InvalidRequest', `changeType '${wrong}' is not supported for this resource.`);
  return types;
}

function expiryOf(tenant: Tenant, text: string): number {
  const expiresAt = Date.parse(text);
  if (expiresAt <= tenant.now()) throw new TenantFault(400, 'ExtensionError', 'Subscription expiration must be in the future.');
  if (expiresAt - tenant.now() > MAX_MINUTES * 60_000) throw new TenantFault(400, 'ExtensionError', `Subscription expiration can only be ${String(MAX_MINUTES)} minutes in the future.`);
  return expiresAt;
}

function renew(tenant: Tenant, request: TenantRequest): TenantReply {
  const one = load(tenant, request);
  const renewed = { ...one, expiresAt: expiryOf(tenant, parseInput(renewal, request.json()).expirationDateTime) };
  subscriptionsOf(tenant).put(one.id, renewed);
  return shown(tenant, renewed, 200);
}

function load(tenant: Tenant, request: TenantRequest): Subscription {
  const found = living(tenant).find((one) => one.id === request.params['id']);
  if (found === undefined) throw new TenantFault(404, 'ResourceNotFound', 'The object was not found.');
  return found;
}

function shown(tenant: Tenant, one: Subscription, status: number): TenantReply {
  return { status, body: { '@odata.context': `${tenant.origin}/v1.0/$metadata#subscriptions/$entity`, ...subscriptionJson(tenant, one) } };
}
