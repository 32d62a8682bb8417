import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { Settings } from '../../src/config.ts';

/** Reads the person out of a bearer token, or null for any token that is not one of ours for a person. */
export type VerifyToken = (authorization: string | undefined) => Promise<{ oid: string } | null>;

const scope = 'access_as_user';

/**
 * Entra v2 tokens of this tenant for this app, delegated only: signature, issuer, audience, tenant and scope. A token says who somebody is;
 * what they may do is what the groups say (app roles are not used, since a token outlives a membership).
 */
export function tokenVerifier({ endpoints, entra }: Pick<Settings, 'endpoints' | 'entra'>): VerifyToken {
  const keys = createRemoteJWKSet(new URL(`${endpoints.login}/${entra.tenantId}/discovery/v2.0/keys`), { timeoutDuration: 10_000 });
  return async (authorization) => {
    const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
    if (token === undefined) return null;
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: `${endpoints.login}/${entra.tenantId}/v2.0`, audience: entra.clientId, algorithms: ['RS256'], clockTolerance: 300, requiredClaims: ['exp', 'oid', 'tid', 'scp'],
      });
      const { oid, tid, scp, idtyp, ver } = payload;
      const delegated = idtyp !== 'app' && typeof scp === 'string' && scp.split(' ').includes(scope);
      return typeof oid === 'string' && tid === entra.tenantId && ver === '2.0' && delegated ? { oid } : null;
    } catch { return null; }
  };
}
