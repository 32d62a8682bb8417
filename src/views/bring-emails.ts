import { HalfDone } from '../concern/do-what-is-owed.ts';
import type { Loaded } from '../concern/load-concern.ts';
import { lastStep, openAlert } from '../concern/rules/alert.ts';
import type { Danger } from '../concern/rules/concern.ts';
import type { Views } from '../concern/rules/done.ts';
import { mailAlert } from '../danger/mail-alert.ts';
import { alerted, alertedBy } from '../people/rules/alerted.ts';
import { alertAbout } from '../people/rules/who-is-told.ts';
import { Fault, type SchoolPerson } from '../ports.ts';
import type { School } from '../school.ts';
import { tabLink } from './tab-link.ts';

/**
 * The nameless emails of an alert, once to each: to everybody who is told by now when it has gone as far as it can or nobody is on duty, and
 * before that to those whom no card has reached in Teams.
 */
export async function bringEmails(school: School, loaded: Loaded): Promise<Views> {
  const danger = openAlert(loaded.concern);
  if (danger === null) return {};
  const had = loaded.done.views.emails;
  const mailed = had?.since === danger.since ? [...had.mailed] : [];
  const look = (loaded.done.tried['emails'] ?? 0) > 1;
  const faults: Fault[] = [];
  for (const person of await whoNeedsOne(school, loaded, danger)) {
    if (mailed.includes(person.oid)) continue;
    try {
      await mailAlert(school, loaded.concern, person, tabLink(school.settings, loaded.ref), look);
      mailed.push(person.oid);
    } catch (error) {
      // One address that cannot be written to never holds up the others.
      if (!(error instanceof Fault)) throw error;
      faults.push(error);
    }
  }
  if (faults[0] !== undefined) throw new HalfDone({ emails: { since: danger.since, mailed, shows: had?.shows ?? 0 } }, faults[0]);
  return { emails: { since: danger.since, mailed, shows: loaded.concern.shown } };
}

async function whoNeedsOne(school: School, loaded: Loaded, danger: Danger): Promise<SchoolPerson[]> {
  const people = await school.directory.people();
  const steps = alerted(loaded.concern, people, school.settings.alerts.duty);
  const reached = alertedBy(loaded.concern, steps);
  const everybody = danger.step >= lastStep || danger.nobodyOnDuty;
  return people.filter(({ oid, mail }) => mail !== '' && reached.has(oid) && (everybody || !hasCard(loaded, oid, steps.get(oid) ?? 0)));
}

function hasCard({ concern, done }: Loaded, oid: string, step: number): boolean {
  const card = done.views.cards?.[oid];
  return card !== undefined && (card.told ?? [card.about]).includes(alertAbout(concern, step));
}
