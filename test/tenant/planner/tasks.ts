import type { Caller, Route, TenantReply, TenantRequest } from '../route.ts';
import type { Tenant } from '../tenant.ts';
import { pageOf } from '../odata/page.ts';
import { selected } from '../odata/select.ts';
import { eTagOf, revisionOf } from './etag.ts';
import { bad, parseDetails, parseTask, refuseWrongDates } from './parse-task.ts';
import { addRecord, conflict, mergeChange, recordsOf, removeRecord, requireRecord, type PlannerRecord, type Values } from './record.ts';
import { byCaller, detailsBody, orderHint, settled, taskBody } from './task-body.ts';

const untouched: Values = {
  assigneePriority: '', percentComplete: 0, priority: 5, startDateTime: null, dueDateTime: null, previewType: 'automatic', completedDateTime: null, completedBy: null,
  conversationThreadId: null, appliedCategories: {}, assignments: {},
};

export function taskRoutes(tenant: Tenant): Route[] {
  const task = (request: TenantRequest): PlannerRecord => requireRecord(tenant, 'Task', request.params['id'] ?? '');
  const details = (request: TenantRequest): PlannerRecord => requireRecord(tenant, 'TaskDetails', request.params['id'] ?? '');
  return [
    { method: 'POST', path: '/v1.0/planner/tasks', handle: (request) => ({ status: 201, body: withContext(tenant, 'planner/tasks', taskBody(tenant, createTask(tenant, request.json(), request.caller))) }) },
    { method: 'GET', path: '/v1.0/planner/tasks/:id', handle: (request) => found(tenant, request, 'planner/tasks', taskBody(tenant, task(request))) },
    { method: 'PATCH', path: '/v1.0/planner/tasks/:id', handle: (request) => changeTask(tenant, task(request), request) },
    { method: 'DELETE', path: '/v1.0/planner/tasks/:id', handle: (request) => deleteTask(tenant, task(request), request) },
    { method: 'GET', path: '/v1.0/planner/tasks/:id/details', handle: (request) => found(tenant, request, `planner/tasks('${details(request).id}')/details`, detailsBody(details(request))) },
    { method: 'PATCH', path: '/v1.0/planner/tasks/:id/details', handle: (request) => changeDetails(tenant, details(request), request) },
    { method: 'GET', path: '/v1.0/planner/plans/:id/tasks', handle: (request) => listing(tenant, request, 'planId', requireRecord(tenant, 'Plan', request.params['id'] ?? '')) },
    { method: 'GET', path: '/v1.0/planner/buckets/:id/tasks', handle: (request) => listing(tenant, request, 'bucketId', requireRecord(tenant, 'Bucket', request.params['id'] ?? '')) },
  ];
}

/** A POST sent twice makes two tasks: Planner knows no create key. The details are made with the task, empty. */
export function createTask(tenant: Tenant, body: unknown, caller: Caller | null): PlannerRecord {
  const asked = parseTask(body);
  if (typeof asked['planId'] !== 'string') throw bad('The planId of the task is missing.');
  if (typeof asked['title'] !== 'string') throw bad('The title of the task is missing.');
  refuseWrongDates(asked);
  refuseWrongBucket(tenant, requireRecord(tenant, 'Plan', asked['planId']), asked['bucketId']);
  const by = byCaller(caller);
  const record = addRecord(tenant, 'Task', {
    ...untouched, bucketId: null, createdDateTime: new Date(tenant.now()).toISOString(), createdBy: by, ...settled(tenant, untouched, asked, by), orderHint: orderHint(tenant),
  });
  addRecord(tenant, 'TaskDetails', { description: '', previewType: 'automatic', references: {}, checklist: {} }, record.id);
  return record;
}

function changeTask(tenant: Tenant, task: PlannerRecord, request: TenantRequest): TenantReply {
  const from = revisionOf(request.headers['if-match'], 'Task', task.revision);
  const asked = parseTask(request.json());
  if (asked['planId'] !== undefined && asked['planId'] !== task.values['planId']) throw bad('A task cannot be moved to another plan.');
  refuseWrongDates({ ...task.values, ...asked });
  refuseWrongBucket(tenant, requireRecord(tenant, 'Plan', String(task.values['planId'])), asked['bucketId']);
  const changed = mergeChange(tenant, task, from, settled(tenant, task.values, asked, byCaller(request.caller)));
  return answer(request, taskBody(tenant, changed), eTagOf('Task', changed.revision));
}

function changeDetails(tenant: Tenant, details: PlannerRecord, request: TenantRequest): TenantReply {
  const from = revisionOf(request.headers['if-match'], 'TaskDetails', details.revision);
  const changed = mergeChange(tenant, details, from, parseDetails(request.json()));
  return answer(request, detailsBody(changed), eTagOf('TaskDetails', changed.revision));
}

/** 409 when the task has changed since the tag was read: what would be deleted is not what was seen. */
function deleteTask(tenant: Tenant, task: PlannerRecord, request: TenantRequest): TenantReply {
  const from = revisionOf(request.headers['if-match'], 'Task', task.revision);
  if (from !== task.revision) throw conflict();
  removeRecord(tenant, task);
  removeRecord(tenant, requireRecord(tenant, 'TaskDetails', task.id));
  return { status: 204 };
}

/** 204 without a body, or 200 with one for `Prefer: return=representation`. */
function answer(request: TenantRequest, body: object, eTag: string): TenantReply {
  if (request.headers['prefer']?.toLowerCase().includes('return=representation') !== true) return { status: 204, headers: { ETag: eTag } };
  return { status: 200, headers: { ETag: eTag, 'Preference-Applied': 'return=representation' }, body };
}

function listing(tenant: Tenant, request: TenantRequest, by: 'planId' | 'bucketId', owner: PlannerRecord): TenantReply {
  const all = recordsOf(tenant, 'Task', (values) => values[by] === owner.id).map((task) => selected(request, taskBody(tenant, task)));
  return { status: 200, body: pageOf(tenant, request, 'Collection(microsoft.graph.plannerTask)', all, 999) };
}

function found(tenant: Tenant, request: TenantRequest, context: string, body: object): TenantReply {
  return { status: 200, body: selected(request, withContext(tenant, context, body)) };
}

function withContext(tenant: Tenant, context: string, body: object): object {
  return { '@odata.context': `${tenant.origin}/v1.0/$metadata#${context}/$entity`, ...body };
}

function refuseWrongBucket(tenant: Tenant, plan: PlannerRecord, bucketId: unknown): void {
  if (bucketId === undefined || bucketId === null) return;
  const [bucket] = recordsOf(tenant, 'Bucket', (values) => values['planId'] === plan.id).filter((one) => one.id === bucketId);
  if (bucket === undefined) throw bad('The bucket does not belong to the plan of the task.');
}
