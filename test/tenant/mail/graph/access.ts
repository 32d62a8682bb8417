import { TenantFault, type TenantRequest } from '../../route.ts';
import type { Tenant } from '../../tenant.ts';
import { findMailbox } from '../mailboxes.ts';
import type { Mailbox } from '../model.ts';

/** The mailbox of a call, if this caller may open it: the app those it was granted (RBAC for Applications), a person their own. */
export function openMailbox(tenant: Tenant, request: TenantRequest): Mailbox {
  const who = request.params['user'] ?? '';
  const mailbox = findMailbox(tenant, who);
  if (mailbox === undefined || mailbox.kind === 'outside') throw new TenantFault(404, 'ErrorInvalidUser', `The requested user '${who}' is invalid.`);
  const caller = request.caller;
  const mayOpen = caller?.kind === 'user' ? caller.oid === mailbox.oid : mailbox.granted;
  if (!mayOpen) throw new TenantFault(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  return mailbox;
}
