import type { Tenant } from '../tenant.ts';

/** How many of the next notifications are to get lost, and how many to come twice. */
interface DeliveryFaults { lose: number; double: number }

const faultsOf = (tenant: Tenant): { get(): DeliveryFaults; put(faults: DeliveryFaults): void } => {
  const settings = tenant.store.collection<DeliveryFaults>('notification-faults');
  return { get: () => settings.get('next') ?? { lose: 0, double: 0 }, put: (faults) => { settings.put('next', faults); } };
};

export function setDeliveryFaults(tenant: Tenant, faults: DeliveryFaults): void {
  faultsOf(tenant).put(faults);
}

/** How many copies of this notification go out: none, one or two. Each injected fault is used up once. */
export function lostOrDoubled(tenant: Tenant): number {
  const faults = faultsOf(tenant).get();
  if (faults.lose > 0) { faultsOf(tenant).put({ ...faults, lose: faults.lose - 1 }); return 0; }
  if (faults.double > 0) { faultsOf(tenant).put({ ...faults, double: faults.double - 1 }); return 2; }
  return 1;
}
