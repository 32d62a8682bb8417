import { ManagedIdentityCredential } from '@azure/identity';
import { Fault } from '../ports.ts';

/** The audience under which an app registration trusts a managed identity (federated credential). */
const exchange = 'api://AzureADTokenExchange/.default';

/** In Azure there is no secret to run out: the managed identity's token is the app registration's assertion. */
export function managedIdentityAssertion(identityClientId?: string): () => Promise<string> {
  const credential = identityClientId === undefined ? new ManagedIdentityCredential() : new ManagedIdentityCredential({ clientId: identityClientId });
  return async () => {
    try { return (await credential.getToken(exchange)).token; } catch (cause) {
      throw new Fault('The managed identity gave no token. Check that it is assigned to this app, and that the app registration has a federated credential for it.', 'later', { cause });
    }
  };
}
