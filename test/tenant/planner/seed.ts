import { groups } from '../seed/people.ts';
import type { Tenant } from '../tenant.ts';
import { addRecord, records } from './record.ts';
import { planValues } from './plans.ts';
import { byCaller } from './task-body.ts';

/** The school's plan, owned by the leaders' group; its id is fixed so that settings can name it. */
export const concernsPlanId = 'grvConcernsPlan000000000AAAA';
export const bucketNames = ['New', 'In hand', 'Waiting', 'Done'];

export function seedPlanner(tenant: Tenant): void {
  if (records(tenant).get(`Plan~${concernsPlanId}`) !== undefined) return;
  const owner = groups.find((group) => group.displayName === 'Concern Desk SLT');
  if (owner === undefined) throw new Error('The leaders\' group is not among the seeded groups.');
  addRecord(tenant, 'Plan', planValues(tenant, 'Concerns', owner.id, byCaller(null)), concernsPlanId);
  for (const [at, name] of bucketNames.entries()) {
    // Planner shows buckets by their hint, smallest first.
    addRecord(tenant, 'Bucket', { name, planId: concernsPlanId, orderHint: `85860000000000000${String(at + 1).padStart(2, '0')}P` }, `grvConcernsBucket00000${String(at + 1)}AAAAA`);
  }
}
