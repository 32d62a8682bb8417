import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignJWT, exportJWK, jwtVerify, type JWK, type JWTPayload } from 'jose';

/** The one key of the local tenant: it signs what sign-in gives out and what the connector sends to the bot. */
export interface Signing {
  sign(claims: Record<string, unknown>): Promise<string>;
  verify(token: string): Promise<JWTPayload>;
  /** The public half as both OpenID documents publish it. */
  jwks(): Promise<{ keys: JWK[] }>;
}

const KEY_ID = 'local-tenant-1';
const LIFE_SECONDS = 3600;

/** Kept beside the state, not in it, so that a reset doesn't turn every token in use into a forged one. */
export function openSigning(folder: string): Signing {
  const privateKey = loadKey(folder);
  const publicKey = createPublicKey(privateKey);
  return {
    sign: (claims) => signClaims(privateKey, claims),
    verify: async (token) => (await jwtVerify(token, publicKey, { algorithms: ['RS256'], clockTolerance: 300 })).payload,
    // botframework-connector refuses a key whose endorsements lack the activity's channel
    jwks: async () => ({ keys: [{ ...(await exportJWK(publicKey)), kid: KEY_ID, use: 'sig', alg: 'RS256', endorsements: ['msteams'] }] }),
  };
}

/** Tokens live by the machine's clock: msal and botbuilder know no other. Claims given win over the usual times. */
function signClaims(key: KeyObject, claims: Record<string, unknown>): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ iat: now, nbf: now - 60, exp: now + LIFE_SECONDS, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' }).sign(key);
}

function loadKey(folder: string): KeyObject {
  const file = join(folder, 'signing-key.pem');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(file, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  }
  return createPrivateKey(readFileSync(file));
}
