import { TenantFault, type TenantRequest } from '../route.ts';
import type { Tenant } from '../tenant.ts';
import { eTagOf } from './drive-body.ts';
import { blank, childNamed, freeName, putItem, type Drive, type DriveItem } from './drive.ts';
import { refuseStale } from './item.ts';
import { wholeSeconds } from './lists.ts';
import { quickXorHash } from './quick-xor-hash.ts';

type Conflict = 'fail' | 'rename' | 'replace';
const largest = 250 * 1024 * 1024;

export function conflictOf(asked: unknown, usual: Conflict): Conflict {
  if (asked === undefined || asked === null) return usual;
  if (asked === 'fail' || asked === 'rename' || asked === 'replace') return asked;
  throw new TenantFault(400, 'invalidRequest', 'The conflict behaviour must be fail, rename or replace.');
}

/** PUT of a file's bytes, below `from` by path or onto `from` itself; folders on the way are made, as SharePoint makes them. */
export function writeFile(tenant: Tenant, drive: Drive, from: DriveItem, request: TenantRequest): { item: DriveItem; made: boolean } {
  if (request.body.length > largest) throw new TenantFault(413, 'invalidRequest', 'The file is larger than 250 MB: use an upload session.');
  const names = (request.params['path'] ?? '').split('/').filter((part) => part !== '');
  const name = names.pop();
  if (name === undefined) return { item: replace(tenant, from, request), made: false };
  const folder = names.reduce((parent, part) => folderNamed(tenant, drive, parent, part, request), from);
  return writeIn(tenant, drive, folder, name, request);
}

function writeIn(tenant: Tenant, drive: Drive, folder: DriveItem, name: string, request: TenantRequest): { item: DriveItem; made: boolean } {
  const conflict = conflictOf(request.query.get('@microsoft.graph.conflictBehavior'), 'replace');
  const there = childNamed(tenant, folder, name);
  if (there !== undefined && conflict === 'fail') throw new TenantFault(409, 'nameAlreadyExists', 'Name already exists');
  if (there !== undefined && conflict === 'replace') return { item: replace(tenant, there, request), made: false };
  const made = blank(tenant, drive, 'file', freeName(tenant, folder, name), folder.id);
  return { item: putItem(tenant, { ...made, ...contentOf(tenant, request, name) }), made: true };
}

function replace(tenant: Tenant, there: DriveItem, request: TenantRequest): DriveItem {
  if (there.kind === 'folder') throw new TenantFault(409, 'nameAlreadyExists', 'A folder of that name is there already.');
  refuseStale(request.headers['if-match'], eTagOf(there));
  return putItem(tenant, { ...there, ...contentOf(tenant, request, there.name), version: there.version + 1, modified: wholeSeconds(tenant.now()) });
}

function folderNamed(tenant: Tenant, drive: Drive, parent: DriveItem, name: string, request: TenantRequest): DriveItem {
  const there = childNamed(tenant, parent, name);
  if (there?.kind === 'file') throw new TenantFault(409, 'nameAlreadyExists', 'A file of that name is there already.');
  return there ?? putItem(tenant, { ...blank(tenant, drive, 'folder', name, parent.id), byApp: request.caller?.appId ?? '' });
}

function contentOf(tenant: Tenant, request: TenantRequest, name: string): Pick<DriveItem, 'byApp' | 'sha256' | 'size' | 'hash' | 'mimeType'> {
  return {
    byApp: request.caller?.appId ?? '', sha256: tenant.store.putBytes(request.body), size: request.body.length, hash: quickXorHash(request.body),
    mimeType: types[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream',
  };
}

/** SharePoint goes by the ending, not by the Content-Type of the request. */
const types: Record<string, string> = {
  txt: 'text/plain', html: 'text/html', csv: 'text/csv', json: 'application/json', pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', eml: 'message/rfc822', zip: 'application/zip',
};
