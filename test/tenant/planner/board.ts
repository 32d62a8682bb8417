import type { Tenant } from '../tenant.ts';
import { bucketsOf } from './plans.ts';
import { mergeChange, recordsOf, requireRecord } from './record.ts';
import { concernsPlanId } from './seed.ts';
import { settled } from './task-body.ts';

export interface BoardTask { id: string; title: string; due: string | null; percentComplete: number; completed: string | null }
export interface BoardColumn { id: string; name: string; tasks: BoardTask[] }

/** The plan as its board shows it to anybody in the group. */
export function boardOf(tenant: Tenant, planId = concernsPlanId): BoardColumn[] {
  const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return bucketsOf(tenant, planId).map((bucket) => ({
    id: bucket.id, name: String(bucket.values['name']),
    tasks: recordsOf(tenant, 'Task', (values) => values['bucketId'] === bucket.id).map((task) => ({
      id: task.id, title: String(task.values['title']), due: textOrNull(task.values['dueDateTime']), percentComplete: Number(task.values['percentComplete']),
      completed: textOrNull(task.values['completedDateTime']),
    })),
  }));
}

/** A person of the group ticks a task off, or back on, in Planner itself. */
export function setProgress(tenant: Tenant, done: { taskId: string; percentComplete: number; oid: string }): void {
  const task = requireRecord(tenant, 'Task', done.taskId);
  const by = { user: { displayName: null, id: done.oid }, application: { displayName: null, id: '' } };
  mergeChange(tenant, task, task.revision, settled(tenant, task.values, { percentComplete: done.percentComplete }, by));
}
