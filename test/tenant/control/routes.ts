import type { Faults } from '../faults.ts';
import type { RehearsedClock } from '../rehearsed-clock.ts';
import type { Route } from '../route.ts';
import type { Tenant } from '../tenant.ts';
import { clockRoutes } from './clock-routes.ts';
import { faultRoutes } from './fault-routes.ts';
import { mailControlRoutes } from './mail-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { stateRoutes } from './state-routes.ts';
import { subscriptionControlRoutes } from './subscription-routes.ts';

export interface ControlParts { tenant: Tenant; clock: RehearsedClock; faults: Faults; smtpPort: number }

/** Everything a test, or the person at the page, may do that no Microsoft service offers. */
export function controlRoutes(parts: ControlParts): Route[] {
  return [
    ...clockRoutes(parts.tenant, parts.clock),
    ...faultRoutes(parts.faults),
    ...mailControlRoutes(parts.tenant),
    ...peopleRoutes(parts.tenant, parts.smtpPort),
    ...stateRoutes(parts.tenant, parts.faults),
    ...subscriptionControlRoutes(parts.tenant),
  ];
}
