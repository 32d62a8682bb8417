import { z } from 'zod';
import type { Route, TenantRequest } from '../route.ts';
import { setDeliveryFaults } from '../subscriptions/delivery-faults.ts';
import { sendLifecycle } from '../subscriptions/lifecycle.ts';
import { living } from '../subscriptions/routes.ts';
import { subscriptionsOf } from '../subscriptions/model.ts';
import type { Tenant } from '../tenant.ts';
import { parseBody } from './parse-body.ts';

const lifecycle = z.object({ event: z.enum(['missed', 'subscriptionRemoved', 'reauthorizationRequired']), subscriptionId: z.string().optional() });
const delivery = z.object({ lose: z.number().int().min(0).default(0), double: z.number().int().min(0).default(0) });

/** What Microsoft does to subscriptions by itself: lifecycle events, notifications lost and doubled. */
export function subscriptionControlRoutes(tenant: Tenant): Route[] {
  return [
    { method: 'GET', path: '/control/subscriptions', handle: () => ({ status: 200, body: { subscriptions: subscriptionsOf(tenant).values().map((one) => ({ ...one, clientState: null })) } }) },
    { method: 'POST', path: '/control/subscriptions/lifecycle', handle: async (request) => ({ status: 200, body: { taken: await tellAll(tenant, request) } }) },
    { method: 'POST', path: '/control/subscriptions/delivery', handle: (request) => { setDeliveryFaults(tenant, parseBody(request, delivery)); return { status: 204 }; } },
  ];
}

async function tellAll(tenant: Tenant, request: TenantRequest): Promise<boolean[]> {
  const { event, subscriptionId } = parseBody(request, lifecycle);
  const told = living(tenant).filter((one) => subscriptionId === undefined || one.id === subscriptionId);
  return Promise.all(told.map((one) => sendLifecycle(tenant, one, event)));
}
