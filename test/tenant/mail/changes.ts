import type { Collection } from '../store.ts';
import type { Tenant } from '../tenant.ts';
import type { Message } from './model.ts';

/** One thing that happened to one message in one folder; delta is read off this list. */
export interface Change { n: number; folder: string; key: string; id: string; kind: 'created' | 'updated' | 'deleted' }

const changesOf = (tenant: Tenant): Collection<Change> => tenant.store.collection<Change>('mail-changes');
const counterOf = (tenant: Tenant): Collection<{ n: number }> => tenant.store.collection<{ n: number }>('mail-counter');

/** Number of the newest change. */
export function lastChange(tenant: Tenant): number {
  return counterOf(tenant).get('last')?.n ?? 0;
}

/** Notes the change, and tells subscriptions and the page. A move is `deleted` in the old folder and `created` in the new one. */
export function noteChange(tenant: Tenant, message: Message, kind: Change['kind']): void {
  const n = lastChange(tenant) + 1;
  counterOf(tenant).put('last', { n });
  changesOf(tenant).put(String(n), { n, folder: message.folder, key: message.key, id: message.id, kind });
  tenant.events.emit('mail-changed', { mailbox: message.mailbox, key: message.key, id: message.id, folder: message.folder, version: message.version, kind });
}

/** Changes of a folder after number `after`, in order. */
export function changesAfter(tenant: Tenant, folder: string, after: number): Change[] {
  const found: Change[] = [];
  for (let n = after + 1, last = lastChange(tenant); n <= last; n++) {
    const change = changesOf(tenant).get(String(n));
    if (change?.folder === folder) found.push(change);
  }
  return found;
}
