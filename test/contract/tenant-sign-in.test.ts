import { ConfidentialClientApplication } from '@azure/msal-node';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { appId, appSecret, people, tenantId } from '../tenant/seed/people.ts';
import type { RunningTenant } from '../tenant/server.ts';
import { userToken } from '../tenant/sign-in/user-token.ts';
import { startTenantForTests } from '../tenant/start-for-tests.ts';

let local: RunningTenant;
beforeAll(async () => { local = await startTenantForTests(); });
afterAll(async () => { await local.stop(); });

const open = (clientSecret: string): ConfidentialClientApplication => new ConfidentialClientApplication({
  auth: { clientId: appId, clientSecret, authority: `${local.origin}/${tenantId}`, knownAuthorities: [new URL(local.origin).host] },
});

test('an unmodified msal-node gets a token that Graph takes', async () => {
  const token = await open(appSecret).acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] });
  const answer = await fetch(`${local.origin}/v1.0/nothing-here`, { headers: { authorization: `Bearer ${token?.accessToken ?? ''}`, 'client-request-id': 'mine' } });
  expect(answer.status).toBe(501);
  expect(answer.headers.get('client-request-id')).toBe('mine');
  const { error } = await answer.json() as { error: { code: string; message: string; innerError: unknown } };
  expect(error).toMatchObject({ code: 'NotImplemented', innerError: { 'client-request-id': 'mine' } });
  expect(error.message).toContain('GET /v1.0/nothing-here');
});

test('a token for Graph does not open the connector, and none or a forged one opens nothing', async () => {
  const token = await open(appSecret).acquireTokenByClientCredential({ scopes: ['https://api.botframework.com/.default'] });
  const graph = `${local.origin}/v1.0/users/school@grove.example/messages`;
  const asked = async (authorization: string): Promise<number> => (await fetch(graph, { headers: { authorization } })).status;
  expect(await asked(`Bearer ${token?.accessToken ?? ''}`)).toBe(401);
  expect(await asked('Bearer x.y.z')).toBe(401);
  expect((await fetch(graph)).status).toBe(401);
});

test('a wrong secret is refused in the words of Entra', async () => {
  await expect(open('wrong').acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] })).rejects.toThrow(/AADSTS7000215/);
});

test('a client assertion serves in place of a secret', async () => {
  const app = new ConfidentialClientApplication({
    auth: {
      clientId: appId, authority: `${local.origin}/${tenantId}`, knownAuthorities: [new URL(local.origin).host],
      clientAssertion: () => local.tenant.sign({ aud: 'api://AzureADTokenExchange', iss: 'managed-identity', sub: appId }),
    },
  });
  expect((await app.acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] }))?.accessToken).toMatch(/^ey/);
});

test('the tab token verifies against the published keys, with the claims of Entra v2', async () => {
  const head = people.find((person) => person.jobTitle === 'Head teacher');
  const token = await userToken(local.tenant, head?.oid ?? '');
  const keys = createRemoteJWKSet(new URL(`${local.origin}/${tenantId}/discovery/v2.0/keys`));
  const { payload } = await jwtVerify(token, keys, { issuer: `${local.origin}/${tenantId}/v2.0`, audience: appId });
  expect(payload).toMatchObject({ tid: tenantId, oid: head?.oid, scp: 'access_as_user', ver: '2.0', preferred_username: head?.mail });
});

test('a tab token still holds when the rehearsed clock was moved on by a month', async () => {
  local.clock.advance(30 * 86_400_000);
  const token = await userToken(local.tenant, people[0]?.oid ?? '');
  const keys = createRemoteJWKSet(new URL(`${local.origin}/${tenantId}/discovery/v2.0/keys`));
  await expect(jwtVerify(token, keys, { currentDate: new Date(local.tenant.now()) })).resolves.toBeDefined();
  await expect(jwtVerify(token, keys)).resolves.toBeDefined();
  local.clock.advance(-30 * 86_400_000);
});

test('the bot framework document publishes keys endorsed for Teams', async () => {
  const document = await (await fetch(`${local.origin}/botframework/v1/.well-known/openidconfiguration`)).json() as { issuer: string; jwks_uri: string };
  expect(document.issuer).toBe('https://api.botframework.com');
  const { keys } = await (await fetch(document.jwks_uri)).json() as { keys: { endorsements: string[] }[] };
  expect(keys[0]?.endorsements).toEqual(['msteams']);
});
