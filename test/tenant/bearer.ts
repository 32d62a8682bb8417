import { decodeJwt } from 'jose';
import { TenantFault, type Caller } from './route.ts';
import type { Signing } from './signing.ts';

/** What a token for a door must be addressed to. */
const AUDIENCES: { prefix: string; audiences: string[] }[] = [
  { prefix: '/v1.0/', audiences: ['https://graph.microsoft.com', '00000003-0000-0000-c000-000000000000'] },
  { prefix: '/connector/', audiences: ['https://api.botframework.com'] },
];

/** Reads the bearer token of a call and refuses as Microsoft does: 401 with a challenge. */
export async function identifyCaller(signing: Signing, path: string, authorization: string | undefined): Promise<Caller> {
  const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) throw refused('Access token is empty.');
  let claims: Record<string, unknown>;
  try { claims = await signing.verify(token); } catch { throw refused(reason(token)); }
  const audience = String(claims['aud']);
  const allowed = AUDIENCES.find(({ prefix }) => path.startsWith(prefix))?.audiences ?? [];
  if (!allowed.includes(audience)) throw refused('Access token validation failure. Invalid audience.');
  return callerOf(claims, audience);
}

function callerOf(claims: Record<string, unknown>, audience: string): Caller {
  const text = (name: string): string => { const value = claims[name]; return typeof value === 'string' ? value : ''; };
  const scopes = text('scp').split(' ').filter((scope) => scope !== '');
  return { kind: scopes.length > 0 ? 'user' : 'app', appId: text('appid') || text('azp'), oid: text('oid'), audience, scopes };
}

function reason(token: string): string {
  try {
    const expires = decodeJwt(token).exp ?? 0;
    return expires * 1000 < Date.now() ? 'Lifetime validation failed, the token is expired.' : 'Access token validation failure. Invalid signature.';
  } catch { return 'IDX14100: JWT is not well formed, there are no dots (.).'; }
}

function refused(message: string): TenantFault {
  return new TenantFault(401, 'InvalidAuthenticationToken', message, { 'WWW-Authenticate': 'Bearer realm="", authorization_uri="https://localhost/common/oauth2/authorize"' });
}
