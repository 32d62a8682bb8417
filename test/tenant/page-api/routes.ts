import type { Route } from '../route.ts';
import { school } from '../seed/people.ts';
import type { Tenant } from '../tenant.ts';
import { mailPageRoutes } from './mail-routes.ts';
import { pagePeople } from './people.ts';
import type { WhoThereIs } from './shapes.ts';
import { sitePageRoutes } from './site-routes.ts';
import { tabPageRoutes } from './tab-routes.ts';
import { teamsPageRoutes } from './teams-routes.ts';

/**
 * The server side of the page on which a person uses the local Microsoft 365. It answers for whoever the page says it is:
 * choosing who you are is the point of it, and it listens on this machine only.
 */
export function pageApiRoutes(tenant: Tenant, smtpPort: number): Route[] {
  const who = (): WhoThereIs => ({ school: school.name, schoolMail: `school@${school.domain}`, people: pagePeople() });
  return [
    { method: 'GET', path: '/page/people', handle: () => ({ status: 200, body: who() }) },
    ...mailPageRoutes(tenant, smtpPort),
    ...teamsPageRoutes(tenant),
    ...tabPageRoutes(tenant),
    ...sitePageRoutes(tenant),
  ];
}
