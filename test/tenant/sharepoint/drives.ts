import { TenantFault, type Route, type TenantReply, type TenantRequest } from '../route.ts';
import type { Tenant } from '../tenant.ts';
import { pageOf } from '../odata/page.ts';
import { selected } from '../odata/select.ts';
import { driveBody, driveContext, driveItemBody, eTagOf } from './drive-body.ts';
import { blank, childNamed, childrenOf, driveItems, drives, freeName, putItem, requireDrive, requireItemIn, type Drive, type DriveItem } from './drive.ts';
import { conflictOf, writeFile } from './write-file.ts';
import { downloadUrl } from './download.ts';
import { refuseStale } from './item.ts';
import { wholeSeconds } from './lists.ts';
import { recycle } from './recycle-bin.ts';
import { requireSite, type SiteRole } from './site.ts';

const driveAt = '/v1\\.0/(?:drives/(?<drive>[^/]+)|sites/(?<site>[^/:]+)(?:/lists/(?<list>[^/]+))?/drive)';
const itemAt = '/(?:root|items/(?<item>[^/:]+))(?::/(?<path>[^:]+?))?:?';
const at = (tail: string): RegExp => new RegExp(`^${driveAt}${itemAt}${tail}$`);

type Handle = (drive: Drive, item: DriveItem, request: TenantRequest) => TenantReply;

/** Drives and their items; an item is named by id, by path from the root, or by path from an item. */
export function driveRoutes(tenant: Tenant): Route[] {
  const one = (role: SiteRole, handle: Handle) => (request: TenantRequest): TenantReply => {
    const drive = requireDrive(tenant, request, role);
    return handle(drive, find(tenant, drive, request), request);
  };
  return [
    { method: 'GET', path: new RegExp(`^${driveAt}$`), handle: (request) => ({ status: 200, body: selected(request, { '@odata.context': `${tenant.origin}/v1.0/$metadata#drives/$entity`, ...driveBody(tenant, requireDrive(tenant, request)) }) }) },
    { method: 'GET', path: '/v1.0/sites/:site/drives', handle: (request) => listing(tenant, request) },
    { method: 'GET', path: at('/children'), handle: one('read', (drive, item, request) => children(tenant, drive, item, request)) },
    { method: 'POST', path: at('/children'), handle: one('write', (drive, item, request) => makeFolder(tenant, drive, item, request)) },
    { method: 'GET', path: at('/content'), handle: one('read', (_drive, item) => content(tenant, item)) },
    { method: 'PUT', path: at('/content'), handle: (request) => {
      const drive = requireDrive(tenant, request, 'write');
      const { item, made } = writeFile(tenant, drive, start(tenant, drive, request), request);
      return { status: made ? 201 : 200, body: bodyOf(tenant, drive, item) };
    } },
    { method: 'GET', path: at(''), handle: one('read', (drive, item, request) => ({ status: 200, headers: { ETag: eTagOf(item) }, body: selected(request, bodyOf(tenant, drive, item)) })) },
    { method: 'PATCH', path: at(''), handle: one('write', (drive, item, request) => change(tenant, drive, item, request)) },
    { method: 'DELETE', path: at(''), handle: one('write', (_drive, item, request) => remove(tenant, item, request)) },
  ];
}

/** Where a path begins: the named item, or the root. */
function start(tenant: Tenant, drive: Drive, request: TenantRequest): DriveItem {
  return requireItemIn(tenant, drive, request.params['item'] ?? 'root');
}

function find(tenant: Tenant, drive: Drive, request: TenantRequest): DriveItem {
  let item = start(tenant, drive, request);
  for (const name of (request.params['path'] ?? '').split('/').filter((part) => part !== '')) {
    const child = childNamed(tenant, item, name);
    if (child === undefined) throw new TenantFault(404, 'itemNotFound', 'The resource could not be found.');
    item = child;
  }
  return item;
}

function bodyOf(tenant: Tenant, drive: Drive, item: DriveItem): object {
  return { '@odata.context': driveContext(tenant, drive), ...driveItemBody(tenant, drive, item) };
}

function listing(tenant: Tenant, request: TenantRequest): TenantReply {
  const site = requireSite(tenant, request.params['site'] ?? '', request.caller);
  const all = drives(tenant).values().filter((one) => one.siteId === site.id).map((one) => selected(request, driveBody(tenant, one)));
  return { status: 200, body: pageOf(tenant, request, 'drives', all, 200) };
}

function children(tenant: Tenant, drive: Drive, item: DriveItem, request: TenantRequest): TenantReply {
  const all = childrenOf(tenant, item).map((child) => selected(request, driveItemBody(tenant, drive, child)));
  return { status: 200, body: pageOf(tenant, request, `drives('${drive.id}')/items('${item.id}')/children`, all, 200) };
}

function makeFolder(tenant: Tenant, drive: Drive, parent: DriveItem, request: TenantRequest): TenantReply {
  const asked = request.json() as { name?: unknown; folder?: unknown; '@microsoft.graph.conflictBehavior'?: unknown };
  if (typeof asked.name !== 'string' || asked.folder === undefined) throw new TenantFault(400, 'invalidRequest', 'A folder needs a name and the folder facet.');
  const conflict = conflictOf(asked['@microsoft.graph.conflictBehavior'], 'fail');
  const there = childNamed(tenant, parent, asked.name);
  if (there !== undefined && conflict === 'fail') throw new TenantFault(409, 'nameAlreadyExists', 'Name already exists');
  // A folder is never emptied by `replace`: SharePoint hands back the one that is there.
  if (there !== undefined && conflict === 'replace') return { status: 201, body: bodyOf(tenant, drive, there) };
  const folder = blank(tenant, drive, 'folder', freeName(tenant, parent, asked.name), parent.id);
  return { status: 201, body: bodyOf(tenant, drive, putItem(tenant, { ...folder, byApp: request.caller?.appId ?? '' })) };
}

function content(tenant: Tenant, item: DriveItem): TenantReply {
  if (item.kind === 'folder') throw new TenantFault(400, 'invalidRequest', 'You cannot get content for a folder');
  return { status: 302, headers: { Location: downloadUrl(tenant, item) } };
}

/** Rename, move, or both. */
function change(tenant: Tenant, drive: Drive, item: DriveItem, request: TenantRequest): TenantReply {
  refuseStale(request.headers['if-match'], eTagOf(item));
  if (item.parent === null) throw new TenantFault(400, 'invalidRequest', 'The root cannot be changed.');
  const asked = request.json() as { name?: string; parentReference?: { id?: string } };
  const parent = requireItemIn(tenant, drive, asked.parentReference?.id ?? item.parent);
  const name = asked.name ?? item.name;
  const there = childNamed(tenant, parent, name);
  if (there !== undefined && there.id !== item.id) throw new TenantFault(409, 'nameAlreadyExists', 'Name already exists');
  blank(tenant, drive, item.kind, name, parent.id);
  const changed = putItem(tenant, { ...item, name, parent: parent.id, version: item.version + 1, modified: wholeSeconds(tenant.now()) });
  return { status: 200, body: bodyOf(tenant, drive, changed) };
}

/** A folder goes with all that is in it; everything lies in the recycle bin afterwards. */
function remove(tenant: Tenant, item: DriveItem, request: TenantRequest): TenantReply {
  refuseStale(request.headers['if-match'], eTagOf(item));
  if (item.parent === null) throw new TenantFault(400, 'invalidRequest', 'The root cannot be deleted.');
  const gone = withAllInside(tenant, item);
  for (const one of gone) driveItems(tenant).delete(one.id);
  for (const one of gone) recycle(tenant, { kind: one.kind, name: one.name, from: one.driveId, content: one });
  return { status: 204 };
}

function withAllInside(tenant: Tenant, item: DriveItem): DriveItem[] {
  return [item, ...childrenOf(tenant, item).flatMap((child) => withAllInside(tenant, child))];
}

