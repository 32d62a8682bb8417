import type { Collection } from '../store.ts';
import type { Tenant } from '../tenant.ts';

export interface Subscription {
  id: string;
  resource: string;
  changeTypes: string[];
  notificationUrl: string;
  lifecycleNotificationUrl: string | null;
  clientState: string | null;
  expiresAt: number;
  immutableIds: boolean;
  mailbox: string;
  /** Folder id, or null for the whole mailbox. */
  folder: string | null;
  creator: string;
}

export const subscriptionsOf = (tenant: Tenant): Collection<Subscription> => tenant.store.collection<Subscription>('subscriptions');

/** Graph counts 100 ns. */
export const graphTime = (ms: number): string => new Date(ms).toISOString().replace('Z', '0000Z');

export function subscriptionJson(tenant: Tenant, one: Subscription): Record<string, unknown> {
  return {
    id: one.id, resource: one.resource, applicationId: tenant.appId, changeType: one.changeTypes.join(','), clientState: one.clientState,
    notificationUrl: one.notificationUrl, notificationQueryOptions: null, lifecycleNotificationUrl: one.lifecycleNotificationUrl,
    expirationDateTime: graphTime(one.expiresAt), creatorId: one.creator, includeResourceData: null, latestSupportedTlsVersion: 'v1_2',
    encryptionCertificate: null, encryptionCertificateId: null, notificationUrlAppId: null,
  };
}
