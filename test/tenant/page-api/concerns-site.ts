import { TenantFault } from '../route.ts';
import { childrenOf, drives, requireItemIn, rootOf, type Drive, type DriveItem } from '../sharepoint/drive.ts';
import { itemsOf, newest } from '../sharepoint/item.ts';
import type { Column } from '../sharepoint/column.ts';
import { lists } from '../sharepoint/lists.ts';
import { concernsSiteId } from '../sharepoint/seed.ts';
import type { Tenant } from '../tenant.ts';
import { Download } from './ask.ts';
import type { FilesView, FileView, ListColumnView, ListView } from './shapes.ts';

/** The list of concerns as SharePoint shows it to a person. */
export function listView(tenant: Tenant): ListView {
  const list = lists(tenant).values().find((one) => one.siteId === concernsSiteId && one.template === 'genericList');
  if (list === undefined) return { name: 'Concerns', columns: [], rows: [] };
  const rows = itemsOf(tenant, list).reverse().map((item) => ({ id: item.id, fields: newest(item).fields }));
  return { name: list.displayName, columns: list.columns.filter((column) => !column.hidden).map(columnView), rows };
}

/** A folder of the library, the root when none is named. */
export function filesView(tenant: Tenant, folderId: string | null): FilesView {
  const drive = concernsDrive(tenant);
  if (drive === undefined) return { name: 'Concern files', path: [], children: [] };
  const folder = folderId === null ? rootOf(tenant, drive) : requireItemIn(tenant, drive, folderId);
  return { name: drive.name, path: pathTo(tenant, drive, folder), children: childrenOf(tenant, folder).map((child) => fileView(tenant, child)) };
}

export function fileDownload(tenant: Tenant, id: string): Download {
  const drive = concernsDrive(tenant);
  const file = drive === undefined ? undefined : requireItemIn(tenant, drive, id);
  if (file?.kind !== 'file') throw new TenantFault(404, 'itemNotFound', 'That file is not there any more.');
  return new Download(tenant.store.bytes(file.sha256), file.name, file.mimeType);
}

function concernsDrive(tenant: Tenant): Drive | undefined {
  return drives(tenant).values().find((one) => one.siteId === concernsSiteId && !one.isDefault);
}

function columnView(column: Column): ListColumnView {
  const kind = column.dateTime !== undefined ? 'date' : column.number !== undefined ? 'number' : column.name === 'Link' ? 'link' : 'text';
  return { name: column.name, title: column.displayName, kind };
}

function fileView(tenant: Tenant, item: DriveItem): FileView {
  return { id: item.id, name: item.name, kind: item.kind, size: item.size, at: Date.parse(item.modified), items: item.kind === 'folder' ? childrenOf(tenant, item).length : 0 };
}

/** The folders from the root down to this one, the root left out. */
function pathTo(tenant: Tenant, drive: Drive, folder: DriveItem): { id: string; name: string }[] {
  if (folder.parent === null) return [];
  return [...pathTo(tenant, drive, requireItemIn(tenant, drive, folder.parent)), { id: folder.id, name: folder.name }];
}
