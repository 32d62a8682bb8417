import type { Tenant } from '../tenant.ts';
import { byApp } from './item-body.ts';
import { childrenOf, driveItems, pathOf, siteOf, type Drive, type DriveItem } from './drive.ts';
import { downloadUrl } from './download.ts';
import { webOf } from './site.ts';

export function driveBody(tenant: Tenant, drive: Drive): object {
  return {
    id: drive.id, driveType: 'documentLibrary', name: drive.name, description: '', createdDateTime: drive.created, lastModifiedDateTime: drive.created,
    webUrl: `${webOf(tenant, siteOf(tenant, drive))}/${encodeURIComponent(drive.name)}`, createdBy: byApp(''), quota: { deleted: 0, remaining: 27_487_790_694_400, state: 'normal', total: 27_487_790_694_400, used: 0 },
  };
}

export function driveItemBody(tenant: Tenant, drive: Drive, item: DriveItem): object {
  const path = pathOf(tenant, item);
  return {
    ...(item.kind === 'file' ? { '@microsoft.graph.downloadUrl': downloadUrl(tenant, item) } : {}),
    createdDateTime: item.created, eTag: eTagOf(item), cTag: `"c:${guidOf(item)},${String(item.version)}"`, id: item.id, lastModifiedDateTime: item.modified, name: item.name,
    webUrl: `${webOf(tenant, siteOf(tenant, drive))}/${encodeURIComponent(drive.name)}${path.split('/').map(encodeURIComponent).join('/')}`, size: sizeOf(tenant, item),
    createdBy: byApp(item.byApp), lastModifiedBy: byApp(item.byApp), ...parentBody(tenant, drive, item),
    fileSystemInfo: { createdDateTime: item.created, lastModifiedDateTime: item.modified },
    ...(item.kind === 'file' ? { file: { mimeType: item.mimeType, hashes: { quickXorHash: item.hash } } } : { folder: { childCount: childrenOf(tenant, item).length } }),
    ...(item.parent === null ? { root: {} } : {}),
  };
}

/** `"{GUID},version"`, quotes included. */
export function eTagOf(item: DriveItem): string {
  return `"${guidOf(item)},${String(item.version)}"`;
}

/** What `@odata.context` names for a drive item. */
export function driveContext(tenant: Tenant, drive: Drive): string {
  return `${tenant.origin}/v1.0/$metadata#drives('${encodeURIComponent(drive.id)}')/items/$entity`;
}

function guidOf(item: DriveItem): string {
  const hex = Buffer.from(item.id).toString('hex').slice(4, 36).toUpperCase();
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}}`;
}

function parentBody(tenant: Tenant, drive: Drive, item: DriveItem): object {
  const parent = item.parent === null ? undefined : driveItems(tenant).get(item.parent);
  if (parent === undefined) return { parentReference: { driveType: 'documentLibrary', driveId: drive.id } };
  const path = `/drives/${drive.id}/root:${pathOf(tenant, parent)}`;
  return { parentReference: { driveType: 'documentLibrary', driveId: drive.id, id: parent.id, name: parent.name, path, siteId: drive.siteId } };
}

function sizeOf(tenant: Tenant, item: DriveItem): number {
  return item.kind === 'file' ? item.size : childrenOf(tenant, item).reduce((sum, child) => sum + sizeOf(tenant, child), 0);
}
