import { pageOf } from '../odata/page.ts';
import { selected } from '../odata/select.ts';
import { TenantFault, type Route, type TenantReply, type TenantRequest } from '../route.ts';
import { groups } from '../seed/people.ts';
import type { Tenant } from '../tenant.ts';
import { eTagOf, revisionOf, type PlannerKind } from './etag.ts';
import { bad } from './parse-task.ts';
import { addRecord, mergeChange, recordsOf, requireRecord, type PlannerRecord, type Values } from './record.ts';
import { bucketBody, byCaller, orderHint, planBody } from './task-body.ts';

/** Plans belong to a group, and everybody in it sees, changes and deletes all of it. */
export function planRoutes(tenant: Tenant): Route[] {
  const plan = (request: TenantRequest): PlannerRecord => requireRecord(tenant, 'Plan', request.params['id'] ?? '');
  const bucket = (request: TenantRequest): PlannerRecord => requireRecord(tenant, 'Bucket', request.params['id'] ?? '');
  return [
    { method: 'GET', path: '/v1.0/groups/:id/planner/plans', handle: (request) => plansOfGroup(tenant, request) },
    { method: 'POST', path: '/v1.0/planner/plans', handle: (request) => ({ status: 201, body: planBody(createPlan(tenant, request)) }) },
    { method: 'GET', path: '/v1.0/planner/plans/:id', handle: (request) => ({ status: 200, body: selected(request, planBody(plan(request))) }) },
    { method: 'GET', path: '/v1.0/planner/plans/:id/buckets', handle: (request) => {
      const all = bucketsOf(tenant, plan(request).id).map((one) => selected(request, bucketBody(one)));
      return { status: 200, body: pageOf(tenant, request, 'Collection(microsoft.graph.plannerBucket)', all, 999) };
    } },
    { method: 'POST', path: '/v1.0/planner/buckets', handle: (request) => ({ status: 201, body: bucketBody(createBucket(tenant, request.json())) }) },
    { method: 'GET', path: '/v1.0/planner/buckets/:id', handle: (request) => ({ status: 200, body: selected(request, bucketBody(bucket(request))) }) },
    { method: 'PATCH', path: '/v1.0/planner/plans/:id', handle: (request) => rename(tenant, plan(request), 'title', request, planBody) },
    { method: 'PATCH', path: '/v1.0/planner/buckets/:id', handle: (request) => rename(tenant, bucket(request), 'name', request, bucketBody) },
  ];
}

export function bucketsOf(tenant: Tenant, planId: string): PlannerRecord[] {
  return recordsOf(tenant, 'Bucket', (values) => values['planId'] === planId);
}

function plansOfGroup(tenant: Tenant, request: TenantRequest): TenantReply {
  const group = groups.find((one) => one.id === request.params['id']);
  if (group === undefined) throw new TenantFault(404, '', 'The requested item is not found.');
  const all = recordsOf(tenant, 'Plan', (values) => values['owner'] === group.id).map((one) => selected(request, planBody(one)));
  return { status: 200, body: pageOf(tenant, request, 'Collection(microsoft.graph.plannerPlan)', all, 999) };
}

function createPlan(tenant: Tenant, request: TenantRequest): PlannerRecord {
  const asked = request.json() as { title?: unknown; container?: { url?: string; containerId?: string } };
  if (typeof asked.title !== 'string' || asked.title === '') throw bad('The title of the plan is missing.');
  const group = asked.container?.containerId ?? /\/groups\/([^/]+)$/.exec(asked.container?.url ?? '')?.[1];
  if (groups.every((one) => one.id !== group)) throw bad('The container of the plan is not a group of this organisation.');
  return addRecord(tenant, 'Plan', planValues(tenant, asked.title, group ?? '', byCaller(request.caller)));
}

export function planValues(tenant: Tenant, title: string, groupId: string, createdBy: object): Values {
  return {
    createdDateTime: new Date(tenant.now()).toISOString(), owner: groupId, title, createdBy,
    container: { containerId: groupId, type: 'group', url: `${tenant.origin}/v1.0/groups/${groupId}` },
  };
}

function createBucket(tenant: Tenant, body: unknown): PlannerRecord {
  const asked = (body ?? {}) as Values;
  if (typeof asked['name'] !== 'string' || typeof asked['planId'] !== 'string') throw bad('A bucket needs a name and a planId.');
  requireRecord(tenant, 'Plan', asked['planId']);
  return addRecord(tenant, 'Bucket', { name: asked['name'], planId: asked['planId'], orderHint: orderHint(tenant) });
}

function rename(tenant: Tenant, record: PlannerRecord, property: string, request: TenantRequest, body: (record: PlannerRecord) => object): TenantReply {
  const kind: PlannerKind = record.kind;
  const from = revisionOf(request.headers['if-match'], kind, record.revision);
  const asked = request.json() as Values;
  if (Object.keys(asked).some((name) => name !== property && !name.startsWith('@odata.')) || typeof asked[property] !== 'string') throw bad(`Only '${property}' can be changed here.`);
  const changed = mergeChange(tenant, record, from, { [property]: asked[property] });
  if (request.headers['prefer']?.toLowerCase().includes('return=representation') !== true) return { status: 204, headers: { ETag: eTagOf(kind, changed.revision) } };
  return { status: 200, body: body(changed) };
}
