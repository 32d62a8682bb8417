import type { Route } from '../route.ts';
import type { Tenant } from '../tenant.ts';

export function subscriptionRoutes(_tenant: Tenant): Route[] { return []; }
