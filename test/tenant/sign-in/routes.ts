import type { Route } from '../route.ts';
import type { Signing } from '../signing.ts';
import type { Tenant } from '../tenant.ts';
import { answerTokenRequest } from './token.ts';

/** Sign-in as login.microsoftonline.com offers it for one tenant, and the two OpenID documents with their keys. */
export function signInRoutes(tenant: Tenant, signing: Signing): Route[] {
  const keys = async (): Promise<{ status: number; body: unknown }> => ({ status: 200, body: await signing.jwks() });
  return [
    { method: 'GET', path: '/:tid/v2.0/.well-known/openid-configuration', open: true, handle: () => ({ status: 200, body: openIdDocument(tenant) }) },
    { method: 'GET', path: '/:tid/discovery/v2.0/keys', open: true, handle: keys },
    { method: 'POST', path: '/:tid/oauth2/v2.0/token', open: true, handle: (request) => answerTokenRequest(tenant, request) },
    { method: 'GET', path: '/common/discovery/instance', open: true, handle: () => ({ status: 200, body: instanceDocument(tenant) }) },
    { method: 'GET', path: '/botframework/v1/.well-known/openidconfiguration', open: true, handle: () => ({ status: 200, body: botFrameworkDocument(tenant) }) },
    { method: 'GET', path: '/botframework/v1/.well-known/keys', open: true, handle: keys },
  ];
}

function openIdDocument(tenant: Tenant): unknown {
  const base = `${tenant.origin}/${tenant.tenantId}`;
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`, token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
    jwks_uri: `${base}/discovery/v2.0/keys`, response_modes_supported: ['query', 'fragment', 'form_post'], subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'], response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'], issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`, end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'name', 'tid', 'ver', 'preferred_username', 'oid'], tenant_region_scope: 'EU',
  };
}

function instanceDocument(tenant: Tenant): unknown {
  const host = new URL(tenant.origin).host;
  return {
    tenant_discovery_endpoint: `${tenant.origin}/${tenant.tenantId}/v2.0/.well-known/openid-configuration`, 'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}

function botFrameworkDocument(tenant: Tenant): unknown {
  return {
    issuer: 'https://api.botframework.com', authorization_endpoint: 'https://invalid.botframework.com',
    jwks_uri: `${tenant.origin}/botframework/v1/.well-known/keys`, id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  };
}
