import { createHash } from 'node:crypto';
import { school } from '../seed/people.ts';
import type { Collection } from '../store.ts';
import type { Tenant } from '../tenant.ts';
import { seedFolders } from './folders.ts';
import type { Mailbox } from './model.ts';

export const mailboxesOf = (tenant: Tenant): Collection<Mailbox> => tenant.store.collection<Mailbox>('mailboxes');

/** By address or by object id. */
export function findMailbox(tenant: Tenant, who: string): Mailbox | undefined {
  const wanted = who.toLowerCase();
  return mailboxesOf(tenant).get(wanted) ?? mailboxesOf(tenant).values().find((mailbox) => mailbox.oid === wanted);
}

/** Is the address one that this school's Exchange would answer for? */
export function isOfTheSchool(address: string): boolean {
  return address.toLowerCase().endsWith(`@${school.domain}`);
}

/** Adds the mailbox with its default folders, unless it is there. */
export function ensureMailbox(tenant: Tenant, mailbox: Mailbox): Mailbox {
  const found = mailboxesOf(tenant).get(mailbox.address);
  if (found !== undefined) return found;
  mailboxesOf(tenant).put(mailbox.address, mailbox);
  seedFolders(tenant, mailbox.address);
  return mailbox;
}

/** The visible mailbox of somebody outside the school. */
export function ensureOutsideMailbox(tenant: Tenant, address: string, displayName = ''): Mailbox {
  const lower = address.toLowerCase();
  const digest = createHash('sha256').update(lower).digest('hex');
  const oid = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-4${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
  return ensureMailbox(tenant, { oid, address: lower, displayName: displayName === '' ? lower : displayName, kind: 'outside', granted: false });
}
