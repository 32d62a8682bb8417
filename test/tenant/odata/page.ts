import { TenantFault, type TenantRequest } from '../route.ts';
import type { Tenant } from '../tenant.ts';

/** One page of a listing in Graph's envelope. The link to the next page carries every option of the first, as Graph's does. */
export function pageOf(tenant: Tenant, request: TenantRequest, context: string, all: object[], size = 100): Record<string, unknown> {
  const top = Math.min(topOf(request) ?? size, 999);
  const start = startOf(request);
  const body: Record<string, unknown> = { '@odata.context': `${tenant.origin}/v1.0/$metadata#${context}` };
  if (request.query.get('$count') === 'true') body['@odata.count'] = all.length;
  if (start + top < all.length) body['@odata.nextLink'] = nextLink(tenant, request, start + top);
  body['value'] = all.slice(start, start + top);
  return body;
}

function topOf(request: TenantRequest): number | null {
  const asked = request.query.get('$top');
  if (asked === null) return null;
  if (!/^[1-9]\d*$/.test(asked)) throw new TenantFault(400, 'BadRequest', `Invalid value '${asked}' for $top query option found. The $top query option requires a non-negative integer value.`);
  return Number(asked);
}

function startOf(request: TenantRequest): number {
  const token = request.query.get('$skiptoken');
  if (token === null) return 0;
  const start = Number(Buffer.from(token, 'base64url').toString('utf8').replace(/^from=/, ''));
  if (Number.isNaN(start)) throw new TenantFault(400, 'BadRequest', 'The skip token is not valid.');
  return start;
}

function nextLink(tenant: Tenant, request: TenantRequest, start: number): string {
  const query = new URLSearchParams(request.query);
  query.set('$skiptoken', Buffer.from(`from=${String(start)}`).toString('base64url'));
  return `${tenant.origin}${encodeURI(request.path).replaceAll('#', '%23').replaceAll('?', '%3F')}?${query.toString()}`;
}
