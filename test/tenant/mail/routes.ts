import type { Route } from '../route.ts';
import type { Tenant } from '../tenant.ts';

export function mailRoutes(_tenant: Tenant): Route[] { return []; }
