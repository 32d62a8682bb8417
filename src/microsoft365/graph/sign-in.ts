import { ConfidentialClientApplication } from '@azure/msal-node';
import { Fault } from '../../ports.ts';
import type { Endpoints } from '../endpoints.ts';

/** The app registration's proof: a secret, or what a managed identity asserts. */
export type Credential =
  | { tenantId: string; clientId: string; secret: string }
  | { tenantId: string; clientId: string; assertion: () => Promise<string> };

// The audience is Microsoft's name for Graph wherever Graph is.
const scopes = ['https://graph.microsoft.com/.default'];
const deadline = 30_000;

/** One client for Graph and bot: each keeps its tokens in memory until five minutes before they end. */
export function openSignIn(endpoints: Endpoints, credential: Credential): ConfidentialClientApplication {
  const proof = 'secret' in credential ? { clientSecret: credential.secret } : { clientAssertion: credential.assertion };
  return new ConfidentialClientApplication({
    auth: {
      clientId: credential.clientId, authority: `${endpoints.login}/${credential.tenantId}`,
      // without it msal asks Microsoft's public cloud whether the local sign-in is an authority
      knownAuthorities: [new URL(endpoints.login).host], ...proof,
    },
  });
}

/** A token for Graph, with `anew` not the one in memory; what goes wrong is a `Fault` that says what to check. */
export async function graphToken(app: ConfidentialClientApplication, anew: boolean): Promise<string> {
  const token = await beforeDeadline(app.acquireTokenByClientCredential({ scopes, skipCache: anew }).catch((error: unknown) => { throw signInFault(error); }));
  if (token === null) throw new Fault('Sign-in gave no token for Microsoft Graph.', 'later');
  return token.accessToken;
}

/** Refusals by Entra carry an AADSTS number; everything else is the way there. */
function signInFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const text = error instanceof Error ? `${error.name} ${error.message}` : '';
  const number = /AADSTS\d+/.exec(text)?.[0];
  if (number === undefined || /AADSTS(90033|50196)/.test(number)) return new Fault('Sign-in of the app at Microsoft Entra did not answer.', 'later', { cause: error });
  return new Fault(`Microsoft Entra refused the app (${number}). Check TENANT_ID, CLIENT_ID and the secret or federated credential of the app registration.`, 'never', { cause: error });
}

/** msal-node has no time-out of its own. A token request left behind does no harm. */
async function beforeDeadline<T>(asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_done, refuse) => {
    timer = setTimeout(() => { refuse(new Fault('Sign-in of the app at Microsoft Entra did not answer within 30 seconds.', 'later')); }, deadline);
  });
  try { return await Promise.race([asked, late]); } finally { clearTimeout(timer); }
}
