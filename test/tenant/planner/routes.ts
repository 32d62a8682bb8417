import type { Route } from '../route.ts';
import type { Tenant } from '../tenant.ts';
import { planRoutes } from './plans.ts';
import { taskRoutes } from './tasks.ts';

export { seedPlanner } from './seed.ts';

/** Planner's basic plans through Graph. */
export function plannerRoutes(tenant: Tenant): Route[] {
  return [...planRoutes(tenant), ...taskRoutes(tenant)];
}
