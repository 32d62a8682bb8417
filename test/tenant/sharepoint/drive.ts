import { createHash, randomBytes } from 'node:crypto';
import { TenantFault, type TenantRequest } from '../route.ts';
import type { Tenant } from '../tenant.ts';
import { wholeSeconds, type List } from './lists.ts';
import { requireSite, sites, type Site, type SiteRole } from './site.ts';

/** The files side of a document library. `isDefault` is the one that `/sites/{id}/drive` means. */
export interface Drive { id: string; siteId: string; listId: string; name: string; isDefault: boolean; created: string }

/** A folder, or a file whose bytes are found by their SHA-256. `parent` null is the root. */
export interface DriveItem {
  id: string; driveId: string; parent: string | null; name: string; kind: 'folder' | 'file';
  version: number; created: string; modified: string; byApp: string;
  sha256: string; size: number; hash: string; mimeType: string;
}

export const drives = (tenant: Tenant) => tenant.store.collection<Drive>('sharepoint-drives');
export const driveItems = (tenant: Tenant) => tenant.store.collection<DriveItem>('sharepoint-drive-items');

export function createDrive(tenant: Tenant, site: Site, list: List, isDefault: boolean): Drive {
  const id = `b!${createHash('sha256').update(list.id).digest('base64url').slice(0, 64)}`;
  const drive: Drive = { id, siteId: site.id, listId: list.id, name: list.displayName, isDefault, created: list.created };
  drives(tenant).put(id, drive);
  putItem(tenant, { ...blank(tenant, drive, 'folder', '', null), name: 'root' });
  return drive;
}

/** The drive that a call names, by id or as its site's default or its list's; the site's grant decides. */
export function requireDrive(tenant: Tenant, request: TenantRequest, role: SiteRole = 'read'): Drive {
  const { drive: id, site } = request.params;
  if (site !== undefined) {
    const found = requireSite(tenant, site, request.caller, role);
    const list = request.params['list']?.toLowerCase();
    const mine = drives(tenant).values().filter((one) => one.siteId === found.id);
    return some(mine.find((one) => (list === undefined ? one.isDefault : [one.listId, one.name.toLowerCase()].includes(list))));
  }
  const drive = some(drives(tenant).get(id ?? ''));
  requireSite(tenant, drive.siteId, request.caller, role);
  return drive;
}

export function siteOf(tenant: Tenant, drive: Drive): Site {
  const site = sites(tenant).get(drive.siteId);
  if (site === undefined) throw new Error('a drive without a site was stored');
  return site;
}

export function putItem(tenant: Tenant, item: DriveItem): DriveItem {
  driveItems(tenant).put(item.id, item);
  return item;
}

export function rootOf(tenant: Tenant, drive: Drive): DriveItem {
  return requireItemIn(tenant, drive, driveItems(tenant).values().find((one) => one.driveId === drive.id && one.parent === null)?.id ?? '');
}

export function requireItemIn(tenant: Tenant, drive: Drive, id: string): DriveItem {
  const found = id === 'root' ? rootOf(tenant, drive) : driveItems(tenant).get(id);
  if (found?.driveId !== drive.id) throw new TenantFault(404, 'itemNotFound', 'The resource could not be found.');
  return found;
}

export function childrenOf(tenant: Tenant, folder: DriveItem): DriveItem[] {
  return driveItems(tenant).values().filter((one) => one.parent === folder.id).sort((a, b) => a.name.localeCompare(b.name));
}

/** Names in a folder differ by more than case. */
export function childNamed(tenant: Tenant, folder: DriveItem, name: string): DriveItem | undefined {
  return childrenOf(tenant, folder).find((one) => one.name.toLowerCase() === name.toLowerCase());
}

/** The folder's path from the root, `/GRV-26-0001/letters`; empty for the root. */
export function pathOf(tenant: Tenant, item: DriveItem): string {
  const parent = item.parent === null ? undefined : driveItems(tenant).get(item.parent);
  return parent === undefined ? '' : `${pathOf(tenant, parent)}/${item.name}`;
}

export function blank(tenant: Tenant, drive: Drive, kind: DriveItem['kind'], name: string, parent: string | null): DriveItem {
  if (parent !== null) refuseName(name);
  const now = wholeSeconds(tenant.now());
  return {
    id: `01${[...randomBytes(32)].map((byte) => alphabet.charAt(byte % 32)).join('')}`, driveId: drive.id, parent, name, kind,
    version: 1, created: now, modified: now, byApp: '', sha256: '', size: 0, hash: '', mimeType: '',
  };
}

/** `report.docx`, then `report 1.docx`, `report 2.docx` … as conflictBehavior=rename does. */
export function freeName(tenant: Tenant, folder: DriveItem, name: string): string {
  const [, stem = name, ending = ''] = /^(.*?)(\.[^.]*)?$/.exec(name) ?? [];
  let free = name;
  for (let n = 1; childNamed(tenant, folder, free) !== undefined; n++) free = `${stem} ${String(n)}${ending}`;
  return free;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function refuseName(name: string): void {
  if (name === '' || name.length > 400 || /["*:<>?/\\|]/.test(name) || /^\s|[\s.]$/.test(name)) {
    throw new TenantFault(400, 'invalidRequest', 'The provided name cannot contain the following characters: " * : < > ? / \\ |, and must not begin or end with a space.');
  }
}

function some(drive: Drive | undefined): Drive {
  if (drive === undefined) throw new TenantFault(404, 'itemNotFound', 'The resource could not be found.');
  return drive;
}
