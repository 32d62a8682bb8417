import type { Loaded } from '../concern/load-concern.ts';
import { lastStep, openAlert } from '../concern/rules/alert.ts';
import { letterOnItsWay, waitingProposal, type Concern, type Danger } from '../concern/rules/concern.ts';
import type { Views } from '../concern/rules/done.ts';
import { plainWords } from '../concern/rules/head-words.ts';
import type { Role } from '../concern/rules/words-of-the-school.ts';
import { splitWords } from '../people/rules/reporter-words.ts';
import type { RegisterRow } from '../ports.ts';
import type { School } from '../school.ts';

/** The row that the tab's register, the bot's "what is waiting?" and search read. */
export async function bringRegisterRow(school: School, loaded: Loaded): Promise<Views> {
  const row = registerRow(loaded);
  await school.stores.register.put(row);
  school.index.put(row);
  return { register: { shows: loaded.concern.shown } };
}

export function registerRow(loaded: Loaded): RegisterRow {
  const { concern } = loaded;
  const { words, reporterWords } = splitWords(concern, plainWords(loaded.words));
  const alert = openAlert(concern);
  return {
    key: loaded.ref, kind: 'concern', version: loaded.version, audience: concern.audience,
    status: concern.status === 'none' ? 'new' : concern.status, route: concern.route, priority: concern.priority, at: concern.raisedAt,
    outcome: concern.outcome, nextAt: letterOnItsWay(concern)?.goesAt ?? null, waitsFor: waitsFor(concern), words, reporterWords,
    ...(alert === null ? {} : { alert: { priority: alert.priority, since: alert.since, nobodyOnDuty: alert.nobodyOnDuty } }),
    ties: { same: concern.sameIncident, files: concern.files },
  };
}

function waitsFor(concern: Concern): RegisterRow['waitsFor'] {
  const waiting = waitingProposal(concern);
  const alert = openAlert(concern);
  if (alert !== null) return { roles: [...alertRoles(concern, alert), ...(waiting?.approver ? [waiting.approver] : [])], oids: [] };
  if (waiting?.approver) return { roles: [waiting.approver], oids: [] };
  if (concern.status === 'closed' || concern.status === 'none') return { roles: [], oids: [] };
  if (concern.letters.some((each) => each.status === 'unknown')) return { roles: concern.audience.kind === 'ordinary' ? ['head', 'executive-head'] : concern.audience.roles, oids: [] };
  if (concern.status === 'new') return { roles: concern.audience.kind === 'ordinary' ? ['slt', 'head'] : concern.audience.roles, oids: [] };
  return letterOnItsWay(concern) === null ? { roles: [], oids: concern.lead === null ? [] : [concern.lead] } : { roles: [], oids: [] };
}

/** An alert waits for every leader who may know, and in the end for the office too. */
function alertRoles({ audience }: Concern, { step }: Danger): Role[] {
  if (audience.kind !== 'ordinary') return audience.roles;
  return ['safeguarding-lead', 'head', 'slt', ...(step >= lastStep ? ['office' as const] : [])];
}
