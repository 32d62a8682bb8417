import { createHash, randomUUID } from 'node:crypto';
import { people } from '../seed/people.ts';
import type { Tenant } from '../tenant.ts';

/** The Teams client that asks for the token in the tab's name (Teams web). */
const TEAMS_WEB = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';
const LIFE_SECONDS = 3600;

/**
 * The token that `authentication.getAuthToken()` hands the tab: v2, for our own app, scope `access_as_user`.
 * It holds by the machine's clock and by the rehearsed one, whichever its reader goes by.
 */
export async function userToken(tenant: Tenant, oid: string): Promise<string> {
  const person = people.find((one) => one.oid === oid && !one.outside);
  if (person === undefined) throw new Error('Nobody of the school has that id, so there is no token to give.');
  const machine = Math.floor(Date.now() / 1000);
  const rehearsed = Math.floor(tenant.now() / 1000);
  const from = Math.min(machine, rehearsed) - 60;
  return tenant.sign({
    aud: tenant.appId, iss: `${tenant.origin}/${tenant.tenantId}/v2.0`, tid: tenant.tenantId, azp: TEAMS_WEB, azpacr: '0',
    oid, sub: createHash('sha256').update(`${tenant.appId}${oid}`).digest('base64url'), name: person.displayName, preferred_username: person.mail,
    scp: 'access_as_user', ver: '2.0', uti: randomUUID(), iat: from, nbf: from, exp: Math.max(machine, rehearsed) + LIFE_SECONDS,
  });
}
