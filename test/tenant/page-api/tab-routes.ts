import type { Route } from '../route.ts';
import { TenantFault } from '../route.ts';
import { userToken } from '../sign-in/user-token.ts';
import type { Tenant } from '../tenant.ts';
import { act, read } from './ask.ts';
import type { PagePerson, TabView } from './shapes.ts';

/** What Teams knows when it opens the app's tab: where it is, for whom, and the token that the tab asks it for. */
export function tabPageRoutes(tenant: Tenant): Route[] {
  return [
    read('tab', (person) => tabView(tenant, staffOnly(person))),
    act('tab/token', async (person) => ({ token: await userToken(tenant, staffOnly(person).oid) })),
  ];
}

function staffOnly(person: PagePerson): PagePerson {
  if (person.outside) throw new TenantFault(403, 'Forbidden', 'Only people of the school have the tab.');
  return person;
}

/** Asked for `localhost`, a secure context for the browser, whatever loopback address the bot was named with. */
async function tabView(tenant: Tenant, person: PagePerson): Promise<TabView> {
  const url = new URL('/tab/index.html', tenant.botUrl);
  const reachable = await answers(url);
  url.hostname = 'localhost';
  return { url: url.href, reachable, oid: person.oid, tid: tenant.tenantId, upn: person.mail, appId: tenant.appId };
}

async function answers(url: URL): Promise<boolean> {
  try { return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok; } catch { return false; }
}
