import type { Route } from '../route.ts';
import type { Tenant } from '../tenant.ts';

export function subscriptionControlRoutes(_tenant: Tenant): Route[] { return []; }
