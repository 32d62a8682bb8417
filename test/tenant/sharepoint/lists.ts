import { randomUUID } from 'node:crypto';
import { TenantFault, type Route, type TenantRequest } from '../route.ts';
import type { Tenant } from '../tenant.ts';
import { pageOf } from '../odata/page.ts';
import { expanded, selected } from '../odata/select.ts';
import type { Column } from './column.ts';
import { requireSite, sites, webOf, type Site, type SiteRole } from './site.ts';

export interface List {
  id: string; siteId: string; name: string; displayName: string; description: string;
  template: 'genericList' | 'documentLibrary';
  columns: Column[]; created: string; lastItem: number;
}
/** What `POST /lists` and `infra/sharepoint/lists.json` say of a list. */
export interface ListDefinition { displayName: string; description?: string; columns?: (Partial<Column> & { name: string })[]; list?: { template?: string } }

export const lists = (tenant: Tenant) => tenant.store.collection<List>('sharepoint-lists');

/** The list by id, internal name or the name on screen. */
export function requireList(tenant: Tenant, request: TenantRequest, role: SiteRole = 'read'): List {
  const site = requireSite(tenant, request.params['site'] ?? '', request.caller, role);
  const wanted = (request.params['list'] ?? '').toLowerCase();
  const found = lists(tenant).values().find((one) => one.siteId === site.id && [one.id, one.name, one.displayName].some((name) => name.toLowerCase() === wanted));
  if (found === undefined) throw new TenantFault(404, 'itemNotFound', 'The specified list was not found');
  return found;
}

/** Makes a list with its columns; a second list of the same name is refused as SharePoint refuses it. */
export function createList(tenant: Tenant, site: Site, definition: ListDefinition): List {
  const taken = lists(tenant).values().some((one) => one.siteId === site.id && one.displayName.toLowerCase() === definition.displayName.toLowerCase());
  if (taken) throw new TenantFault(409, 'nameAlreadyExists', 'The specified name is already in use.');
  const list: List = {
    id: randomUUID(), siteId: site.id, name: definition.displayName, displayName: definition.displayName, description: definition.description ?? '',
    template: definition.list?.template === 'documentLibrary' ? 'documentLibrary' : 'genericList',
    columns: [columnFrom({ name: 'Title', text: { maxLength: 255 }, required: true }), ...(definition.columns ?? []).map(columnFrom)],
    created: wholeSeconds(tenant.now()), lastItem: 0,
  };
  lists(tenant).put(list.id, list);
  return list;
}

/** A full column from what was asked for; `enforceUniqueValues` without an index is refused, as in SharePoint. */
export function columnFrom(asked: Partial<Column> & { name: string }): Column {
  if (asked.enforceUniqueValues === true && asked.indexed !== true) throw new TenantFault(400, 'invalidRequest', 'A column must be indexed to enforce unique values.');
  const name = asked.name.replaceAll(' ', '_x0020_');
  return {
    displayName: asked.displayName ?? asked.name, description: '', indexed: false, enforceUniqueValues: false, required: false, readOnly: false, hidden: false,
    columnGroup: 'Custom Columns', ...asked, id: randomUUID(), name,
  };
}

/** SharePoint gives times without fractions of a second. */
export function wholeSeconds(moment: number): string {
  return `${new Date(moment).toISOString().slice(0, 19)}Z`;
}

export function listRoutes(tenant: Tenant): Route[] {
  const here = '/v1.0/sites/:site/lists';
  return [
    { method: 'GET', path: here, handle: (request) => listing(tenant, request) },
    { method: 'POST', path: here, handle: (request) => make(tenant, request) },
    { method: 'GET', path: `${here}/:list`, handle: (request) => ({ status: 200, body: selected(request, listBody(tenant, requireList(tenant, request), request)) }) },
    { method: 'GET', path: `${here}/:list/columns`, handle: (request) => {
      const list = requireList(tenant, request);
      return { status: 200, body: pageOf(tenant, request, `sites('${list.siteId}')/lists('${list.id}')/columns`, list.columns, 200) };
    } },
    { method: 'POST', path: `${here}/:list/columns`, handle: (request) => addColumn(tenant, request) },
  ];
}

function listing(tenant: Tenant, request: TenantRequest) {
  const site = requireSite(tenant, request.params['site'] ?? '', request.caller);
  const all = lists(tenant).values().filter((one) => one.siteId === site.id).map((one) => selected(request, listBody(tenant, one)));
  return { status: 200, body: pageOf(tenant, request, `sites('${site.id}')/lists`, all, 200) };
}

function make(tenant: Tenant, request: TenantRequest) {
  const site = requireSite(tenant, request.params['site'] ?? '', request.caller, 'fullcontrol');
  const asked = request.json() as Partial<ListDefinition>;
  if (asked.displayName === undefined) throw new TenantFault(400, 'invalidRequest', 'The displayName of the list is missing.');
  return { status: 201, body: listBody(tenant, createList(tenant, site, { ...asked, displayName: asked.displayName })) };
}

function addColumn(tenant: Tenant, request: TenantRequest) {
  const list = requireList(tenant, request, 'fullcontrol');
  const asked = request.json() as Partial<Column>;
  if (asked.name === undefined) throw new TenantFault(400, 'invalidRequest', 'The name of the column is missing.');
  const column = columnFrom({ ...asked, name: asked.name });
  if (list.columns.some((one) => one.name.toLowerCase() === column.name.toLowerCase())) throw new TenantFault(409, 'nameAlreadyExists', 'The specified name is already in use.');
  lists(tenant).put(list.id, { ...list, columns: [...list.columns, column] });
  return { status: 201, body: { '@odata.context': `${tenant.origin}/v1.0/$metadata#sites('${list.siteId}')/lists('${list.id}')/columns/$entity`, ...column } };
}

function listBody(tenant: Tenant, list: List, request?: TenantRequest): object {
  const site = sites(tenant).get(list.siteId);
  const columns = request !== undefined && expanded(request, 'columns') !== null ? { columns: list.columns } : {};
  return {
    '@odata.context': `${tenant.origin}/v1.0/$metadata#sites('${list.siteId}')/lists/$entity`, '@odata.etag': `"${list.id},1"`, eTag: `"${list.id},1"`, id: list.id,
    name: list.name, displayName: list.displayName, description: list.description, createdDateTime: list.created, lastModifiedDateTime: list.created,
    webUrl: site === undefined ? '' : `${webOf(tenant, site)}/Lists/${encodeURIComponent(list.name)}`, parentReference: { siteId: list.siteId },
    list: { contentTypesEnabled: false, hidden: false, template: list.template }, ...columns,
  };
}
