import { z } from 'zod';
import { Conflict, Fault, type TaskBoard } from '../ports.ts';
import type { Graph, GraphCall } from './client.ts';
import { unlessRefused, type GraphRefusal } from './faults.ts';
import { segment } from './graph/odata.ts';
import { parsed, readPages } from './graph/pages.ts';

export interface PlannerSettings {
  /** Id of the plan. Everybody in its group sees every title. */
  plan: string;
}

type Wanted = Parameters<TaskBoard['bring']>[1];

const task = z.object({
  id: z.string(), title: z.string(), bucketId: z.string().nullish(), percentComplete: z.number(), createdDateTime: z.string().nullish(), '@odata.etag': z.string(),
});
type Task = z.infer<typeof task>;
const bucket = z.object({ id: z.string(), name: z.string() });

const mostTries = 4;
// Planner's limit is 255 characters; a title is a reference and a verb.
const longestTitle = 200;

/** The port `TaskBoard` on a basic Planner plan. Planner knows no key of ours, so the reference at the start of the title is it. */
export function openTaskBoard(graph: Graph, settings: PlannerSettings): TaskBoard {
  const plan = `/planner/plans/${segment(settings.plan)}`;
  const known = new Map<string, string>();

  async function bucketId(name: string): Promise<string> {
    if (!known.has(name)) {
      const { values } = await readPages(graph.send, get('list the buckets of the plan', `${plan}/buckets`), bucket);
      for (const one of values) known.set(one.name, one.id);
    }
    const id = known.get(name);
    if (id === undefined) throw new Fault(`The plan has no bucket "${name}". Add it in Planner, or name another one in the settings.`, 'never');
    return id;
  }

  async function find(reference: string): ReturnType<TaskBoard['find']> {
    const { values } = await readPages(graph.send, get('look through the tasks of the plan', `${plan}/tasks`), task);
    // Should there be two, every worker must take the same one.
    const found = values.filter((one) => begins(one.title, reference)).sort((a, b) => order(a).localeCompare(order(b)))[0];
    return found === undefined ? null : { task: found.id };
  }

  /** Not repeatable: who calls it has looked with `find` first. */
  async function create(reference: string, title: string, bucketName: string): ReturnType<TaskBoard['create']> {
    if (!begins(title, reference)) throw new Error(`A task's title must begin with its reference, or it is never found again.`);
    const doing = 'add a task to the plan';
    const json = { planId: settings.plan, bucketId: await bucketId(bucketName), title: title.slice(0, longestTitle) };
    const answer = await graph.send({ doing, right: 'planner', method: 'POST', path: '/planner/tasks', json });
    return { task: parsed(task, answer.json(), doing).id };
  }

  async function bring(id: string, to: Wanted): Promise<void> {
    const wanted = { title: to.title.slice(0, longestTitle), bucketId: await bucketId(to.bucket), percentComplete: to.percent };
    await withFreshEtag(id, (now) => {
      const change = difference(now, wanted);
      return change === null ? null : { doing: 'change a task of the plan', right: 'planner', method: 'PATCH', path: `/planner/tasks/${segment(id)}`, headers: { 'If-Match': now['@odata.etag'] }, json: change };
    });
  }

  async function remove(id: string): Promise<void> {
    const taken = withFreshEtag(id, (now) => ({ doing: 'take a task from the plan', right: 'planner', method: 'DELETE', path: `/planner/tasks/${segment(id)}`, headers: { 'If-Match': now['@odata.etag'] } }));
    await unlessRefused(taken, isMissing);
  }

  /** Somebody moves the card at the same moment: 409 or 412, so read it again. `null` from `call` means that nothing is left to do. */
  async function withFreshEtag(id: string, call: (now: Task) => GraphCall | null): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      const doing = 'read a task of the plan';
      const now = parsed(task, (await graph.send(get(doing, `/planner/tasks/${segment(id)}`))).json(), doing);
      const next = call(now);
      if (next === null) return;
      try { await graph.send(next); return; } catch (error) {
        if (!(error instanceof Conflict) || tries >= mostTries) throw error;
      }
    }
  }

  return { find, create, bring, remove };
}

function get(doing: string, path: string): GraphCall {
  return { doing, right: 'planner', method: 'GET', path };
}

/** `GRV-26-0042: look into it` begins with `GRV-26-0042`; `GRV-26-00421 …` does not. */
function begins(title: string, reference: string): boolean {
  return title.startsWith(reference) && !/[\dA-Za-z-]/.test(title.charAt(reference.length));
}

function order(one: Task): string {
  return `${one.createdDateTime ?? ''}~${one.id}`;
}

/** Only what differs is written, so that what people set in Planner meanwhile is not fought over. */
function difference(now: Task, wanted: { title: string; bucketId: string; percentComplete: number }): object | null {
  const change = {
    ...(now.title === wanted.title ? {} : { title: wanted.title }),
    ...(now.bucketId === wanted.bucketId ? {} : { bucketId: wanted.bucketId }),
    ...(now.percentComplete === wanted.percentComplete ? {} : { percentComplete: wanted.percentComplete }),
  };
  return Object.keys(change).length === 0 ? null : change;
}

/** Planner leaves the code empty. */
function isMissing(refusal: GraphRefusal): boolean {
  return refusal.status === 404;
}
