import type { Tenant } from '../tenant.ts';

export function startNotifying(_tenant: Tenant): () => void { return () => undefined; }
