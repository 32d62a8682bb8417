import { connectorRoutes } from './connector/routes.ts';
import { directoryRoutes } from './directory/routes.ts';
import { mailRoutes } from './mail/routes.ts';
import { plannerRoutes } from './planner/routes.ts';
import type { Route } from './route.ts';
import { sharepointRoutes } from './sharepoint/routes.ts';
import { signInRoutes } from './sign-in/routes.ts';
import type { Signing } from './signing.ts';
import { subscriptionRoutes } from './subscriptions/routes.ts';
import type { Tenant } from './tenant.ts';

/** Every door of the local Microsoft 365, in the order in which they are asked. */
export function allRoutes(tenant: Tenant, signing: Signing): Route[] {
  return [
    ...signInRoutes(tenant, signing),
    ...mailRoutes(tenant),
    ...subscriptionRoutes(tenant),
    ...directoryRoutes(tenant),
    ...sharepointRoutes(tenant),
    ...plannerRoutes(tenant),
    ...connectorRoutes(tenant),
  ];
}
