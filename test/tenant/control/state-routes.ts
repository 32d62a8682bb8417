import { z } from 'zod';
import type { Faults } from '../faults.ts';
import type { Route } from '../route.ts';
import { seedTenant } from '../seed/load.ts';
import type { Tenant } from '../tenant.ts';
import { parseBody } from './parse-body.ts';

const named = z.object({ name: z.string().regex(/^[a-z0-9-]+$/i, 'must be letters, digits and hyphens') });

/** Snapshot, restore, begin again. Listeners hear `state-replaced` and read anew. */
export function stateRoutes(tenant: Tenant, faults: Faults): Route[] {
  const replaced = (): { status: number } => { seedTenant(tenant); tenant.events.emit('state-replaced', {}); return { status: 204 }; };
  return [
    { method: 'POST', path: '/control/snapshot', handle: (request) => { tenant.store.snapshot(parseBody(request, named).name); return { status: 204 }; } },
    { method: 'POST', path: '/control/restore', handle: (request) => { tenant.store.restore(parseBody(request, named).name); return replaced(); } },
    { method: 'POST', path: '/control/reset', handle: () => { faults.clear(); tenant.store.reset(); return replaced(); } },
  ];
}
