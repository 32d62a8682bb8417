import { TenantFault } from '../route.ts';
import type { Values } from './record.ts';

type Check = (name: string, value: unknown) => unknown;

/** What of a task may be written, and how each is held to its type. Everything else is counted or set by Planner. */
const taskProperties: Record<string, Check> = {
  planId: text, bucketId: text, title: titled, orderHint: hinted, assigneePriority: hinted, percentComplete: percent, priority: oneToTen, startDateTime: moment,
  dueDateTime: moment, conversationThreadId: text, previewType: text, appliedCategories: (_name, value) => value, assignments: entries('#microsoft.graph.plannerAssignment'),
};
const detailProperties: Record<string, Check> = {
  description: text, previewType: text, checklist: entries('#microsoft.graph.plannerChecklistItem'), references: entries('#microsoft.graph.plannerExternalReference'),
};

export function parseTask(body: unknown): Values {
  return parsed(body, taskProperties, 'plannerTask');
}

export function parseDetails(body: unknown): Values {
  const details = parsed(body, detailProperties, 'plannerTaskDetails');
  for (const key of Object.keys((details['references'] ?? {}))) {
    if (/[.:@#]/.test(key)) throw bad(`The reference key '${key}' must have . : % @ # encoded.`);
  }
  return details;
}

/** A start after the due date is refused. */
export function refuseWrongDates(values: Values): void {
  const [start, due] = [values['startDateTime'], values['dueDateTime']];
  if (typeof start === 'string' && typeof due === 'string' && Date.parse(start) > Date.parse(due)) throw bad('The start date of a task must not be later than its due date.');
}

export function bad(message: string): TenantFault {
  return new TenantFault(400, '', message);
}

function parsed(body: unknown, known: Record<string, Check>, type: string): Values {
  const given = Object.entries((body ?? {}) as Values).filter(([name]) => !name.startsWith('@odata.'));
  return Object.fromEntries(given.map(([name, value]) => {
    const check = known[name];
    if (check === undefined) throw bad(`The property '${name}' does not exist on type 'microsoft.graph.${type}' or cannot be written.`);
    return [name, value === null && name !== 'title' ? null : check(name, value)];
  }));
}

function text(name: string, value: unknown): string {
  if (typeof value !== 'string') throw bad(`The value of '${name}' must be a string.`);
  return value;
}

function titled(name: string, value: unknown): string {
  const title = text(name, value);
  if (title.trim() === '' || title.length > 255) throw bad('The title of a task must have 1 to 255 characters.');
  return title;
}

/** A hint is written as `previous next!`; one that Planner gave out ends without the mark and can't be sent back. */
function hinted(name: string, value: unknown): string {
  const hint = text(name, value);
  if (!hint.endsWith('!')) throw bad(`The value of '${name}' is not a valid order hint.`);
  return hint;
}

function percent(name: string, value: unknown): number {
  return whole(name, value, 100);
}

function oneToTen(name: string, value: unknown): number {
  return whole(name, value, 10);
}

function whole(name: string, value: unknown, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > most) throw bad(`The value of '${name}' must be a whole number from 0 to ${String(most)}.`);
  return value;
}

function moment(name: string, value: unknown): string {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) throw bad(`The value of '${name}' must be a date and time.`);
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

/** Entries of an open type must say what they are. */
function entries(type: string): Check {
  return (name, value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw bad(`The value of '${name}' must be an object.`);
    for (const entry of Object.values(value as Values)) {
      if (entry !== null && (entry as Values)['@odata.type'] !== type) throw bad(`An entry of '${name}' has no '@odata.type' of '${type}'.`);
      const hint = (entry as Values | null)?.['orderHint'];
      if (hint !== undefined) hinted(`${name}/orderHint`, hint);
    }
    return value;
  };
}
