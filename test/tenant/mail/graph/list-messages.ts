import { TenantFault, type TenantReply, type TenantRequest } from '../../route.ts';
import type { Tenant } from '../../tenant.ts';
import { parseMessageFilter, type Test } from './filter.ts';
import { messagesIn } from '../messages.ts';
import type { Message } from '../model.ts';
import { readPrefer, withPreferenceApplied } from './prefer.ts';
import { optionsOf, selectMessage } from './select-message.ts';

const DEFAULT_PAGE = 10;
const MAX_PAGE = 1000;
const ORDER: Record<string, (message: Message) => number | string> = {
  receivedDateTime: (message) => message.receivedAt, sentDateTime: (message) => message.sentAt, subject: (message) => message.subject.toLowerCase(),
  createdDateTime: (message) => message.createdAt, lastModifiedDateTime: (message) => message.modifiedAt, importance: (message) => message.importance,
};

/** A page of a folder, or of the whole mailbox. */
export function listMessages(tenant: Tenant, request: TenantRequest, mailbox: string, folder: string | null): TenantReply {
  const prefer = readPrefer(request);
  const { select, expand } = optionsOf(request);
  const found = messagesIn(tenant, mailbox, folder).filter(testOf(request)).sort(orderOf(request));
  const size = Math.min(numberOf(request, '$top') ?? prefer.pageSize ?? DEFAULT_PAGE, MAX_PAGE);
  const skip = numberOf(request, '$skip') ?? 0;
  return withPreferenceApplied(prefer, { status: 200, body: {
    '@odata.context': contextOf(tenant, request, select),
    ...(request.query.get('$count') === 'true' ? { '@odata.count': found.length } : {}),
    value: found.slice(skip, skip + size).map((message) => selectMessage(tenant, message, prefer, select, expand)),
    ...(skip + size < found.length ? { '@odata.nextLink': nextLink(tenant, request, skip + size) } : {}),
  } });
}

export function contextOf(tenant: Tenant, request: TenantRequest, select: string | null, entity = false): string {
  const path = request.path.replace(/^\/v1\.0\//, '').split('/');
  return `${tenant.origin}/v1.0/$metadata#users('${encodeURIComponent(path[1] ?? '')}')/messages${select === null ? '' : `(${select})`}${entity ? '/$entity' : ''}`;
}

function testOf(request: TenantRequest): Test {
  if (request.query.has('$search')) throw new TenantFault(501, 'NotImplemented', 'The local Microsoft 365 does not search mail.');
  const filter = request.query.get('$filter');
  return filter === null ? () => true : parseMessageFilter(filter);
}

/** Exchange insists that what is ordered by is also filtered by, whenever there is a filter. */
function orderOf(request: TenantRequest): (a: Message, b: Message) => number {
  const [name = '', direction = 'asc'] = (request.query.get('$orderby') ?? 'receivedDateTime desc').trim().split(/\s+/);
  const value = ORDER[name];
  if (value === undefined) throw new TenantFault(400, 'BadRequest', `Could not order by '${name}'.`);
  const filter = request.query.get('$filter');
  if (filter !== null && request.query.has('$orderby') && !filter.trim().startsWith(name)) {
    throw new TenantFault(400, 'InefficientFilter', 'The restriction or sort order is too complex for this operation.');
  }
  const sign = direction.toLowerCase() === 'desc' ? -1 : 1;
  return (a, b) => { const [x, y] = [value(a), value(b)]; return x === y ? 0 : (x < y ? -1 : 1) * sign; };
}

export function numberOf(request: TenantRequest, name: '$top' | '$skip'): number | null {
  const text = request.query.get(name);
  if (text === null) return null;
  if (!/^\d+$/.test(text) || (name === '$top' && text === '0')) throw new TenantFault(400, 'BadRequest', `The query specified in the URI is not valid. Invalid value '${text}' for ${name}.`);
  return Number(text);
}

/** The same question, further on, on this tenant's own host. */
export function nextLink(tenant: Tenant, request: TenantRequest, skip: number): string {
  const query = new URLSearchParams(request.query);
  query.set('$skip', String(skip));
  return `${tenant.origin}${request.path.split('/').map(encodeURIComponent).join('/')}?${query.toString()}`;
}
