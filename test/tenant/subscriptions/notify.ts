import { createHash, randomUUID } from 'node:crypto';
import { changeKeyOf } from '../mail/ids.ts';
import { findMailbox } from '../mail/mailboxes.ts';
import type { Tenant } from '../tenant.ts';
import { lostOrDoubled } from './delivery-faults.ts';
import { graphTime, type Subscription } from './model.ts';
import { Outgoing } from './outgoing.ts';
import { living } from './routes.ts';

/** What the mail store tells of a change. */
interface MailChange { mailbox: string; key: string; id: string; folder: string; version: number; kind: 'created' | 'updated' | 'deleted' }

/** Sends a notification to every subscription that watches a change. Gives back what stops it. */
export function startNotifying(tenant: Tenant): () => void {
  const outgoing = new Outgoing();
  const heard = (change: MailChange): void => {
    for (const one of living(tenant).filter((each) => watches(each, change))) {
      for (let copies = lostOrDoubled(tenant); copies > 0; copies--) outgoing.add(one.notificationUrl, notification(tenant, one, change));
    }
  };
  tenant.events.on('mail-changed', heard);
  return () => { tenant.events.off('mail-changed', heard); outgoing.stop(); };
}

function watches(one: Subscription, change: MailChange): boolean {
  return one.mailbox === change.mailbox && (one.folder === null || one.folder === change.folder) && one.changeTypes.includes(change.kind);
}

function notification(tenant: Tenant, one: Subscription, change: MailChange): Record<string, unknown> {
  const id = one.immutableIds ? change.key : change.id;
  const resource = `Users/${findMailbox(tenant, change.mailbox)?.oid ?? change.mailbox}/Messages/${id}`;
  return {
    id: createHash('sha256').update(randomUUID()).digest('base64url'), subscriptionId: one.id, subscriptionExpirationDateTime: graphTime(one.expiresAt),
    clientState: one.clientState, changeType: change.kind, tenantId: tenant.tenantId, resource,
    resourceData: { '@odata.type': '#Microsoft.Graph.Message', '@odata.id': resource, '@odata.etag': `W/"${changeKeyOf(change.key, change.version)}"`, id },
  };
}
