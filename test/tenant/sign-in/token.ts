import { randomUUID } from 'node:crypto';
import { decodeJwt } from 'jose';
import type { TenantReply, TenantRequest } from '../route.ts';
import { appSecret } from '../seed/people.ts';
import type { Tenant } from '../tenant.ts';

const LIFE_SECONDS = 3599;
/** Object id of the app's service principal in the tenant. */
export const servicePrincipalId = 'f5ea4055-6d41-4095-9e55-914ca07e0001';

class Refused extends Error {
  readonly status: number;
  readonly error: string;
  readonly code: number;

  constructor(status: number, error: string, code: number, message: string) {
    super(`AADSTS${String(code)}: ${message}`);
    this.status = status;
    this.error = error;
    this.code = code;
  }
}

/** `POST /{tid}/oauth2/v2.0/token` for client credentials; refusals are Entra's own JSON, not Graph's envelope. */
export async function answerTokenRequest(tenant: Tenant, request: TenantRequest): Promise<TenantReply> {
  try {
    const form = new URLSearchParams(request.body.toString('utf8'));
    return { status: 200, headers: { 'Cache-Control': 'no-store' }, body: await grant(tenant, request.params['tid'] ?? '', form) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { status: error.status, body: refusalBody(error) };
  }
}

async function grant(tenant: Tenant, tid: string, form: URLSearchParams): Promise<unknown> {
  if (tid !== tenant.tenantId) throw new Refused(400, 'invalid_request', 90002, `Tenant '${tid}' not found. Check to make sure you have the correct tenant ID.`);
  if (form.get('grant_type') !== 'client_credentials') throw new Refused(400, 'unsupported_grant_type', 70003, 'The app requested an unsupported grant type.');
  proveClient(tenant, form);
  const scope = /^(https:\/\/.+)\/\.default$/.exec(form.get('scope') ?? '')?.[1];
  if (scope === undefined) throw new Refused(400, 'invalid_scope', 70011, "The provided value for the input parameter 'scope' is not valid. Client credential flows need a scope ending in /.default.");
  const token = await tenant.sign({
    aud: scope, iss: `https://sts.windows.net/${tenant.tenantId}/`, tid: tenant.tenantId, appid: tenant.appId, azp: tenant.appId, azpacr: '1', idtyp: 'app',
    oid: servicePrincipalId, sub: servicePrincipalId, uti: randomUUID(), ver: '1.0',
    // no Mail roles: access to mailboxes comes from RBAC for Applications and is not in the token
    ...(scope === 'https://graph.microsoft.com' ? { roles: ['Lists.SelectedOperations.Selected', 'Tasks.ReadWrite.All', 'GroupMember.Read.All', 'User.ReadBasic.All'] } : {}),
  });
  return { token_type: 'Bearer', expires_in: LIFE_SECONDS, ext_expires_in: LIFE_SECONDS, access_token: token };
}

function proveClient(tenant: Tenant, form: URLSearchParams): void {
  const clientId = form.get('client_id') ?? '';
  if (clientId !== tenant.appId) throw new Refused(400, 'unauthorized_client', 700016, `Application with identifier '${clientId}' was not found in the directory.`);
  if (form.has('client_assertion')) { proveAssertion(tenant, form.get('client_assertion') ?? ''); return; }
  if (form.get('client_secret') === appSecret) return;
  if (!form.has('client_secret')) throw new Refused(401, 'invalid_client', 7000218, "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
  throw new Refused(401, 'invalid_client', 7000215, 'Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.');
}

/** The signature is not checked (no certificate is registered here); audience and issuer are. */
function proveAssertion(tenant: Tenant, assertion: string): void {
  let claims: Record<string, unknown>;
  try { claims = decodeJwt(assertion); } catch { throw new Refused(401, 'invalid_client', 50027, 'JWT token is invalid or malformed.'); }
  const audiences = [`${tenant.origin}/${tenant.tenantId}/oauth2/v2.0/token`, `${tenant.origin}/${tenant.tenantId}/v2.0`, 'api://AzureADTokenExchange'];
  if (!audiences.includes(String(claims['aud']))) throw new Refused(401, 'invalid_client', 700213, 'Client assertion audience claim does not match Realm issuer.');
}

function refusalBody(refused: Refused): unknown {
  return {
    error: refused.error, error_description: `${refused.message} Trace ID: ${randomUUID()}`, error_codes: [refused.code],
    timestamp: new Date().toISOString().replace('T', ' ').replace(/\.\d+Z/, 'Z'), trace_id: randomUUID(), correlation_id: randomUUID(),
    error_uri: `https://login.microsoftonline.com/error?code=${String(refused.code)}`,
  };
}
