import type { Settings } from '../config.ts';
import { openGraph, type Graph } from '../microsoft365/client.ts';
import { managedIdentityAssertion } from '../microsoft365/managed-identity.ts';

/** Graph as the product itself asks it, for whoever runs the operator's command. */
export function openOperatorGraph({ entra, endpoints }: Settings): Graph {
  const credential = { tenantId: entra.tenantId, clientId: entra.clientId };
  return openGraph(endpoints, entra.secret === null ? { ...credential, assertion: managedIdentityAssertion(entra.managedIdentity ?? undefined) } : { ...credential, secret: entra.secret });
}
