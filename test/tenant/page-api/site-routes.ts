import { z } from 'zod';
import { boardOf, setProgress } from '../planner/board.ts';
import { TenantFault, type Route } from '../route.ts';
import type { Tenant } from '../tenant.ts';
import { act, bodyOf, read, type AnswerFor } from './ask.ts';
import { fileDownload, filesView, listView } from './concerns-site.ts';
import { isInGroup } from './people.ts';
import type { PagePerson, PlanView } from './shapes.ts';

/** Whom the site of the concerns has been shared with. */
const siteMembers = ['Office', 'SLT', 'Head', 'Executive Head', 'Safeguarding'];
/** A plan is its group's: everybody in it sees, ticks off and deletes all of it, and nobody else does. */
const planMembers = ['SLT'];
const progress = z.object({ task: z.string(), done: z.boolean() });

/** SharePoint's and Planner's part of the page. */
export function sitePageRoutes(tenant: Tenant): Route[] {
  const member = (groups: string[], of: string, answer: AnswerFor): AnswerFor => (person, request) => {
    refuseStranger(tenant, person, groups, of);
    return answer(person, request);
  };
  const onSite = (answer: AnswerFor): AnswerFor => member(siteMembers, 'this site', answer);
  return [
    read('list', onSite(() => listView(tenant))),
    read('files', onSite((_person, request) => filesView(tenant, request.query.get('folder')))),
    read('files/:file', onSite((_person, request) => fileDownload(tenant, request.params['file'] ?? ''))),
    read('planner', member(planMembers, 'this plan', () => planView(tenant))),
    act('planner/progress', member(planMembers, 'this plan', (person, request) => {
      const { task, done } = bodyOf(request, progress);
      setProgress(tenant, { taskId: task, percentComplete: done ? 100 : 0, oid: person.oid });
    })),
  ];
}

function refuseStranger(tenant: Tenant, person: PagePerson, groups: string[], of: string): void {
  if (person.outside || !isInGroup(tenant, person, ...groups)) throw new TenantFault(403, 'accessDenied', `You do not have access to ${of}.`);
}

function planView(tenant: Tenant): PlanView {
  const moment = (text: string | null): number | null => (text === null ? null : Date.parse(text));
  return {
    buckets: boardOf(tenant).map(({ id, name, tasks }) => ({
      id, name, tasks: tasks.map((task) => ({ id: task.id, title: task.title, due: moment(task.due), done: moment(task.completed), percent: task.percentComplete })),
    })),
  };
}
