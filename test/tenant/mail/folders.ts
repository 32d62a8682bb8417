import { TenantFault } from '../route.ts';
import type { Collection } from '../store.ts';
import type { Tenant } from '../tenant.ts';
import { newFolderId } from './ids.ts';
import type { Folder } from './model.ts';

/** The folders every mailbox has. Recoverable Items is where Exchange keeps what was deleted twice; no listing shows it. */
const DEFAULT_FOLDERS: { wellKnown: string; name: string; hidden?: true }[] = [
  { wellKnown: 'inbox', name: 'Inbox' }, { wellKnown: 'drafts', name: 'Drafts' }, { wellKnown: 'sentitems', name: 'Sent Items' },
  { wellKnown: 'deleteditems', name: 'Deleted Items' }, { wellKnown: 'junkemail', name: 'Junk Email' }, { wellKnown: 'archive', name: 'Archive' },
  { wellKnown: 'outbox', name: 'Outbox' }, { wellKnown: 'recoverableitemsdeletions', name: 'Deletions', hidden: true },
];
const ROOT = 'msgfolderroot';

export const foldersOf = (tenant: Tenant): Collection<Folder> => tenant.store.collection<Folder>('mail-folders');

export function seedFolders(tenant: Tenant, mailbox: string): void {
  const root: Folder = { id: newFolderId(), mailbox, parent: null, name: 'Top of Information Store', wellKnown: ROOT, hidden: false };
  foldersOf(tenant).put(root.id, root);
  for (const one of DEFAULT_FOLDERS) addFolder(tenant, { id: newFolderId(), mailbox, parent: root.id, name: one.name, wellKnown: one.wellKnown, hidden: one.hidden === true });
}

function addFolder(tenant: Tenant, folder: Folder): Folder {
  foldersOf(tenant).put(folder.id, folder);
  return folder;
}

/** By id, or by well-known name in any case; 404 as Exchange says it. */
export function loadFolder(tenant: Tenant, mailbox: string, ref: string): Folder {
  const byId = foldersOf(tenant).get(ref);
  if (byId?.mailbox === mailbox) return byId;
  const found = foldersIn(tenant, mailbox).find((folder) => folder.wellKnown === ref.toLowerCase());
  if (found === undefined) throw new TenantFault(404, 'ErrorItemNotFound', 'The specified object was not found in the store., The process failed to get the correct properties.');
  return found;
}

export function foldersIn(tenant: Tenant, mailbox: string): Folder[] {
  return foldersOf(tenant).values().filter((folder) => folder.mailbox === mailbox);
}

/** Folders directly under `parent` (the root when null), hidden ones left out. */
export function childFolders(tenant: Tenant, mailbox: string, parent: string | null): Folder[] {
  const id = parent ?? loadFolder(tenant, mailbox, ROOT).id;
  return foldersIn(tenant, mailbox).filter((folder) => folder.parent === id && !folder.hidden);
}

/** A folder that a person made; two of one name side by side are refused. */
export function createFolder(tenant: Tenant, mailbox: string, parent: string | null, name: string): Folder {
  if (childFolders(tenant, mailbox, parent).some((folder) => folder.name.toLowerCase() === name.toLowerCase())) {
    throw new TenantFault(409, 'ErrorFolderExists', 'A folder with the specified name already exists.');
  }
  return addFolder(tenant, { id: newFolderId(), mailbox, parent: parent ?? loadFolder(tenant, mailbox, ROOT).id, name, wellKnown: null, hidden: false });
}
