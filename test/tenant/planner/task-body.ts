import type { Caller } from '../route.ts';
import type { Tenant } from '../tenant.ts';
import { eTagOf } from './etag.ts';
import { records, type PlannerRecord, type Values } from './record.ts';

/** A task as Graph sends it; what is counted (checklist, references, description) comes from its details. */
export function taskBody(tenant: Tenant, task: PlannerRecord): object {
  const details = records(tenant).get(`TaskDetails~${task.id}`)?.values ?? {};
  const checklist = Object.values((details['checklist'] ?? {}) as Record<string, Values>);
  return {
    '@odata.etag': eTagOf('Task', task.revision), ...task.values, id: task.id,
    hasDescription: typeof details['description'] === 'string' && details['description'] !== '',
    referenceCount: Object.keys((details['references'] ?? {})).length,
    checklistItemCount: checklist.length, activeChecklistItemCount: checklist.filter((item) => item['isChecked'] !== true).length,
  };
}

export function detailsBody(details: PlannerRecord): object {
  return { '@odata.etag': eTagOf('TaskDetails', details.revision), ...details.values, id: details.id };
}

export function planBody(plan: PlannerRecord): object {
  return { '@odata.etag': eTagOf('Plan', plan.revision), ...plan.values, id: plan.id };
}

export function bucketBody(bucket: PlannerRecord): object {
  return { '@odata.etag': eTagOf('Bucket', bucket.revision), ...bucket.values, id: bucket.id };
}

/** Who did something, as Planner writes it: an id, never a name. */
export function byCaller(caller: Caller | null): object {
  return { user: { displayName: null, id: caller?.oid ?? '' }, application: { displayName: null, id: caller?.appId ?? '' } };
}

/** What Planner sets by itself when a task is written: completion, and who assigned whom and when. */
export function settled(tenant: Tenant, before: Values, asked: Values, by: object): Values {
  const now = new Date(tenant.now()).toISOString();
  const done = asked['percentComplete'];
  const completion = done === undefined || (done === 100) === (before['percentComplete'] === 100) ? {}
    : { completedDateTime: done === 100 ? now : null, completedBy: done === 100 ? by : null };
  if (asked['assignments'] === undefined) return { ...asked, ...completion };
  const assigned = Object.entries(asked['assignments'] as Record<string, Values | null>).map(([oid, entry]) => [oid, entry === null ? null : {
    '@odata.type': '#microsoft.graph.plannerAssignment', assignedDateTime: now, orderHint: orderHint(tenant), assignedBy: by,
  }]);
  return { ...asked, ...completion, assignments: Object.fromEntries(assigned) as Values };
}

/** A hint as Planner gives them out: later is smaller, so that new tasks stand on top. */
export function orderHint(tenant: Tenant): string {
  return `${String(8_587_000_000_000_000_000n - BigInt(tenant.now()) * 10_000n)}P`;
}
