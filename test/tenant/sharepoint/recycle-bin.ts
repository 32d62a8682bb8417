import { randomUUID } from 'node:crypto';
import type { Tenant } from '../tenant.ts';

/** SharePoint keeps what was deleted for 93 days (both stages together), and people with the right can bring it back. */
const keptFor = 93 * 24 * 60 * 60 * 1000;

export interface Recycled { id: string; kind: 'item' | 'file' | 'folder'; name: string; from: string; deletedAt: number; content: unknown }

const bin = (tenant: Tenant) => tenant.store.collection<Recycled>('sharepoint-recycle-bin');

export function recycle(tenant: Tenant, thing: Omit<Recycled, 'id' | 'deletedAt'>): void {
  const id = randomUUID();
  bin(tenant).put(id, { ...thing, id, deletedAt: tenant.now() });
}

/** What still lies in the bin; what is older than 93 days is gone for good and is forgotten here. */
export function recycleBin(tenant: Tenant): Recycled[] {
  for (const one of bin(tenant).values()) if (one.deletedAt + keptFor < tenant.now()) bin(tenant).delete(one.id);
  return bin(tenant).values();
}
