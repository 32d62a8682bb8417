import { z } from 'zod';
import { TenantFault, type Route } from '../route.ts';
import { groups, people, school } from '../seed/people.ts';
import { userToken } from '../sign-in/user-token.ts';
import type { Tenant } from '../tenant.ts';
import { parseBody } from './parse-body.ts';

const whose = z.object({ oid: z.string() });
const bot = z.object({ url: z.url() });

/** Who there is, where the doors are, and a tab token for one of them. */
export function peopleRoutes(tenant: Tenant, smtpPort: number): Route[] {
  return [
    { method: 'GET', path: '/control/people', handle: () => ({ status: 200, body: { school, people, groups } }) },
    { method: 'GET', path: '/control/where', handle: () => ({ status: 200, body: { origin: tenant.origin, smtpPort, botUrl: tenant.botUrl, tenantId: tenant.tenantId, appId: tenant.appId } }) },
    { method: 'POST', path: '/control/bot', handle: (request) => { tenant.botUrl = parseBody(request, bot).url; return { status: 204 }; } },
    { method: 'POST', path: '/control/user-token', handle: async (request) => ({ status: 200, body: { token: await tokenFor(tenant, parseBody(request, whose).oid) } }) },
  ];
}

async function tokenFor(tenant: Tenant, oid: string): Promise<string> {
  if (!people.some((person) => person.oid === oid && !person.outside)) throw new TenantFault(404, 'NotFound', 'Nobody of the school has that id.');
  return userToken(tenant, oid);
}
