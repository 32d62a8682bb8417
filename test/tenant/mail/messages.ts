import { TenantFault } from '../route.ts';
import type { Collection } from '../store.ts';
import type { Tenant } from '../tenant.ts';
import { noteChange } from './changes.ts';
import { loadFolder } from './folders.ts';
import { newDefaultId } from './ids.ts';
import type { Message } from './model.ts';

export const messagesOf = (tenant: Tenant): Collection<Message> => tenant.store.collection<Message>('messages');
const keysById = (tenant: Tenant): Collection<{ key: string }> => tenant.store.collection<{ key: string }>('message-ids');

/** By default id or by immutable id; the id from before a move finds nothing. */
export function loadMessage(tenant: Tenant, mailbox: string, id: string): Message {
  const found = messagesOf(tenant).get(id) ?? messagesOf(tenant).get(keysById(tenant).get(id)?.key ?? '');
  if (found?.mailbox !== mailbox) throw new TenantFault(404, 'ErrorItemNotFound', 'The specified object was not found in the store., The process failed to get the correct properties.');
  return found;
}

/** Everything in a folder, or in the mailbox but for Recoverable Items; newest first. */
export function messagesIn(tenant: Tenant, mailbox: string, folder: string | null): Message[] {
  const hidden = loadFolder(tenant, mailbox, 'recoverableitemsdeletions').id;
  return messagesOf(tenant).values()
    .filter((message) => message.mailbox === mailbox && (folder === null ? message.folder !== hidden : message.folder === folder))
    .sort((a, b) => b.receivedAt - a.receivedAt || (a.key < b.key ? -1 : 1));
}

export function addMessage(tenant: Tenant, message: Message): Message {
  messagesOf(tenant).put(message.key, message);
  keysById(tenant).put(message.id, { key: message.key });
  noteChange(tenant, message, 'created');
  return message;
}

/** Saves what changed in place; the version, and with it the ETag, goes up. */
export function changeMessage(tenant: Tenant, message: Message, change: Partial<Message>): Message {
  const changed: Message = { ...message, ...change, version: message.version + 1, modifiedAt: tenant.now() };
  messagesOf(tenant).put(changed.key, changed);
  noteChange(tenant, changed, 'updated');
  return changed;
}

/** To another folder, under a new default id; the immutable one stays. `change` is for what happens on the way (sending). */
export function moveMessage(tenant: Tenant, message: Message, folder: string, change: Partial<Message> = {}): Message {
  const moved: Message = { ...message, ...change, folder, id: newDefaultId(), version: message.version + 1, modifiedAt: tenant.now() };
  messagesOf(tenant).put(moved.key, moved);
  keysById(tenant).delete(message.id);
  keysById(tenant).put(moved.id, { key: moved.key });
  noteChange(tenant, message, 'deleted');
  noteChange(tenant, moved, 'created');
  return moved;
}

/** First to Deleted Items, from there to Recoverable Items, from there for good. */
export function deleteMessage(tenant: Tenant, message: Message): void {
  const deleted = loadFolder(tenant, message.mailbox, 'deleteditems').id;
  const recoverable = loadFolder(tenant, message.mailbox, 'recoverableitemsdeletions').id;
  if (message.folder !== recoverable) { moveMessage(tenant, message, message.folder === deleted ? recoverable : deleted); return; }
  messagesOf(tenant).delete(message.key);
  keysById(tenant).delete(message.id);
  noteChange(tenant, message, 'deleted');
}
