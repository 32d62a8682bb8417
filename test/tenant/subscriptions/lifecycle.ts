import type { Tenant } from '../tenant.ts';
import { graphTime, subscriptionsOf, type Subscription } from './model.ts';
import { isTaken } from './outgoing.ts';

export type LifecycleEvent = 'missed' | 'subscriptionRemoved' | 'reauthorizationRequired';

/** Tells a subscription's lifecycle address what happened; a removed one is gone first. Answers whether it was taken. */
export async function sendLifecycle(tenant: Tenant, one: Subscription, lifecycleEvent: LifecycleEvent): Promise<boolean> {
  if (lifecycleEvent === 'subscriptionRemoved') subscriptionsOf(tenant).delete(one.id);
  if (one.lifecycleNotificationUrl === null) return false;
  return isTaken(one.lifecycleNotificationUrl, { value: [{
    subscriptionId: one.id, subscriptionExpirationDateTime: graphTime(one.expiresAt), tenantId: tenant.tenantId, clientState: one.clientState, lifecycleEvent,
  }] });
}
