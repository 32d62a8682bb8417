import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { TenantFault, type Route, type TenantRequest } from '../route.ts';
import type { Tenant } from '../tenant.ts';
import { driveItems, type DriveItem } from './drive.ts';

/** Made afresh at each start: an old download address is worth nothing, as in SharePoint after an hour. */
const secret = randomBytes(32);

/** A pre-authenticated address: whoever holds it may fetch these bytes, no token asked. */
export function downloadUrl(tenant: Tenant, item: DriveItem): string {
  return `${tenant.origin}/download/${item.id}?UniqueId=${item.sha256}&tempauth=${proof(item.id)}`;
}

export function downloadRoutes(tenant: Tenant): Route[] {
  return [{ method: 'GET', path: '/download/:item', open: true, handle: (request) => download(tenant, request) }];
}

function download(tenant: Tenant, request: TenantRequest) {
  const item = driveItems(tenant).get(request.params['item'] ?? '');
  if (!proven(request) || item === undefined) throw new TenantFault(401, 'unauthenticated', 'The download address is not valid any more.');
  const headers = { 'Content-Type': item.mimeType, 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(item.name)}` };
  return { status: 200, headers, body: tenant.store.bytes(item.sha256) };
}

function proof(id: string): string {
  return createHmac('sha256', secret).update(id).digest('base64url');
}

function proven(request: TenantRequest): boolean {
  const given = Buffer.from(request.query.get('tempauth') ?? '');
  const wanted = Buffer.from(proof(request.params['item'] ?? ''));
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
