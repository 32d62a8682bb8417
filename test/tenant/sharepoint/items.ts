import { TenantFault, type Route, type TenantReply, type TenantRequest } from '../route.ts';
import type { Tenant } from '../tenant.ts';
import { pageOf } from '../odata/page.ts';
import { expanded, selected } from '../odata/select.ts';
import { addItem, changeItem, eTagOf, itemsOf, newest, refuseStale, removeItem, requireItem, type Item } from './item.ts';
import { context, fieldsBody, itemBody, versionBody, versionName } from './item-body.ts';
import { findItems } from './find-items.ts';
import { requireList, type List } from './lists.ts';
import type { SiteRole } from './site.ts';

type Handle = (list: List, item: Item, request: TenantRequest) => TenantReply;

export function itemRoutes(tenant: Tenant): Route[] {
  const here = '/v1.0/sites/:site/lists/:list/items';
  const one = (role: SiteRole, handle: Handle) => (request: TenantRequest): TenantReply => {
    const list = requireList(tenant, request, role);
    return handle(list, requireItem(tenant, list, request.params['item'] ?? ''), request);
  };
  return [
    { method: 'GET', path: here, handle: (request) => listing(tenant, request) },
    { method: 'POST', path: here, handle: (request) => create(tenant, request) },
    { method: 'GET', path: `${here}/:item`, handle: one('read', (list, item, request) => read(tenant, list, item, request)) },
    { method: 'GET', path: `${here}/:item/fields`, handle: one('read', (list, item, request) => ({
      status: 200, headers: { ETag: eTagOf(item) }, body: selected(request, { '@odata.context': `${context(tenant, list)}/items('${item.id}')/fields/$entity`, ...fieldsBody(item, 'all') }),
    })) },
    { method: 'PATCH', path: `${here}/:item/fields`, handle: one('write', (list, item, request) => change(tenant, list, item, request)) },
    { method: 'PATCH', path: `${here}/:item`, handle: one('write', (list, item, request) => changeWhole(tenant, list, item, request)) },
    { method: 'DELETE', path: `${here}/:item`, handle: one('write', (list, item, request) => {
      refuseStale(request.headers['if-match'], eTagOf(item));
      removeItem(tenant, list, item);
      return { status: 204 };
    }) },
    { method: 'GET', path: `${here}/:item/versions`, handle: one('read', (list, item, request) => versions(tenant, list, item, request)) },
    { method: 'POST', path: `${here}/:item/versions/:version/restoreVersion`, handle: one('write', (list, item, request) => restore(tenant, list, item, request)) },
  ];
}

function listing(tenant: Tenant, request: TenantRequest): TenantReply {
  const list = requireList(tenant, request);
  const fields = expanded(request, 'fields');
  const found = findItems(list, itemsOf(tenant, list), request);
  const bodies = found.map((item) => selected(request, itemBody(tenant, list, item, fields)));
  return { status: 200, body: pageOf(tenant, request, `sites('${list.siteId}')/lists('${list.id}')/items`, bodies, 200) };
}

function create(tenant: Tenant, request: TenantRequest): TenantReply {
  const list = requireList(tenant, request, 'write');
  const asked = request.json() as { fields?: Record<string, unknown> };
  const item = addItem(tenant, list, asked.fields ?? {}, request.caller);
  return { status: 201, headers: { ETag: eTagOf(item), Location: `${tenant.origin}${request.path}/${item.id}` }, body: { '@odata.context': `${context(tenant, list)}/items/$entity`, ...itemBody(tenant, list, item, 'all') } };
}

function read(tenant: Tenant, list: List, item: Item, request: TenantRequest): TenantReply {
  const body = { '@odata.context': `${context(tenant, list)}/items/$entity`, ...itemBody(tenant, list, item, expanded(request, 'fields')) };
  return { status: 200, headers: { ETag: eTagOf(item) }, body: selected(request, body) };
}

function change(tenant: Tenant, list: List, item: Item, request: TenantRequest): TenantReply {
  refuseStale(request.headers['if-match'], eTagOf(item));
  const changed = changeItem(tenant, list, item, request.json() as Record<string, unknown>, request.caller);
  return { status: 200, headers: { ETag: eTagOf(changed) }, body: { '@odata.context': `${context(tenant, list)}/items('${item.id}')/fields/$entity`, ...fieldsBody(changed, 'all') } };
}

function changeWhole(tenant: Tenant, list: List, item: Item, request: TenantRequest): TenantReply {
  refuseStale(request.headers['if-match'], eTagOf(item));
  const asked = request.json() as { fields?: Record<string, unknown> };
  const changed = changeItem(tenant, list, item, asked.fields ?? {}, request.caller);
  return { status: 200, body: { '@odata.context': `${context(tenant, list)}/items/$entity`, ...itemBody(tenant, list, changed, null) } };
}

function versions(tenant: Tenant, list: List, item: Item, request: TenantRequest): TenantReply {
  const withFields = expanded(request, 'fields') !== null;
  const all = [...item.versions].reverse().map((version) => versionBody(item, version, withFields));
  return { status: 200, body: pageOf(tenant, request, `sites('${list.siteId}')/lists('${list.id}')/items('${item.id}')/versions`, all) };
}

function restore(tenant: Tenant, list: List, item: Item, request: TenantRequest): TenantReply {
  const wanted = item.versions.find((version) => versionName(version) === request.params['version']);
  if (wanted === undefined) throw new TenantFault(404, 'itemNotFound', 'The specified version was not found');
  const emptied = Object.fromEntries(Object.keys(newest(item).fields).map((name) => [name, null]));
  changeItem(tenant, list, item, { ...emptied, ...wanted.fields }, request.caller);
  return { status: 204 };
}
