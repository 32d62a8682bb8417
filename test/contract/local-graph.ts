import { ConfidentialClientApplication } from '@azure/msal-node';
import { Client } from '@microsoft/microsoft-graph-client';
import { appId, appSecret, tenantId } from '../tenant/seed/people.ts';
import type { RunningTenant } from '../tenant/server.ts';
import { startTenantForTests } from '../tenant/start-for-tests.ts';

/** A local Microsoft 365 for one test file; with `RECORD=file` in the environment its Graph exchanges are kept as NDJSON. */
export function startRecordedTenant(): Promise<RunningTenant> {
  const recordFile = process.env['RECORD'];
  return startTenantForTests(recordFile === undefined ? {} : { recordFile });
}

export function confidentialClient(local: RunningTenant): ConfidentialClientApplication {
  return new ConfidentialClientApplication({
    auth: { clientId: appId, clientSecret: appSecret, authority: `${local.origin}/${tenantId}`, knownAuthorities: [new URL(local.origin).host] },
  });
}

/** Microsoft's own client and sign-in, unmodified, against the local Microsoft 365. */
export function localGraph(local: RunningTenant): Client {
  const app = confidentialClient(local);
  return Client.initWithMiddleware({
    baseUrl: `${local.origin}/`, customHosts: new Set(['localhost']),
    authProvider: { getAccessToken: async () => (await app.acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] }))?.accessToken ?? '' },
  });
}

/** What a call was refused with; fails when it was not refused. */
export async function refusal(call: Promise<unknown>): Promise<{ status: number; code: string; message: string }> {
  try { await call; } catch (error) {
    const { statusCode, code, message } = error as { statusCode: number; code: string; message: string };
    return { status: statusCode, code, message };
  }
  throw new Error('The call was not refused.');
}

