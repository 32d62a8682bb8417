import { londonDay, londonMinutes, minutesOf } from '../src/calendar/rules/london-time.ts';
import { isStaffedDay } from '../src/calendar/rules/school-days.ts';
import type { SchoolPerson } from '../src/ports.ts';
import { lastAnchor } from '../src/records/anchors.ts';
import type { School } from '../src/school.ts';
import { tabLink } from '../src/views/tab-link.ts';
import { buildMorningCard, morningSummary, type MorningFacts } from './cards/morning-card.ts';

const kind = 'morning';
/** After noon it is no morning list any more; what waits stands in the tab. */
const untilMinute = 12 * 60;
const mostRead = 500;

/** Once each school day, to the head and the safeguarding lead, where something waits: danger first. Gives the work of one round. */
export function morningList(school: School): () => Promise<void> {
  let doneFor = '';
  return async () => {
    const now = school.clock.now();
    const today = londonDay(now);
    if (doneFor === today || !isTime(school, now)) return;
    for (const person of await school.directory.people()) {
      if (person.roles.some((role) => role === 'head' || role === 'safeguarding-lead')) await give(school, person, today);
    }
    doneFor = today;
  };
}

function isTime({ settings }: School, now: number): boolean {
  const { calendar, alerts: { morningListAt } } = settings;
  const minutes = londonMinutes(now);
  return morningListAt !== null && settings.mode !== 'watch' && isStaffedDay(londonDay(now), calendar)
    && minutes >= minutesOf(morningListAt) && minutes < untilMinute;
}

/** Written down before it is posted: a list that may be missing once is better than one that comes twice. */
async function give(school: School, person: SchoolPerson, today: string): Promise<void> {
  const { links } = school.stores;
  if (await links.get(kind, person.oid) === today) return;
  const facts = await factsFor(school, person, today);
  await links.put(kind, person.oid, today);
  // What comes later in the day is told by its own card.
  if (facts.alerts.length + facts.waiting.length + facts.leaving.length === 0) return;
  try { await school.poster.post(person.oid, buildMorningCard(facts), morningSummary(facts)); } catch (error) {
    await links.remove(kind, person.oid);
    throw error;
  }
}

/** Through the register, and so through `mayKnow`: what this person may not know of is not even counted. */
async function factsFor(school: School, person: SchoolPerson, today: string): Promise<MorningFacts> {
  const waiting = school.index.find(person, { waitingFor: true, limit: mostRead, offset: 0 });
  const alerts = waiting.rows.filter((row) => row.alert !== undefined);
  const { rows } = school.index.find(person, { kind: 'concern', limit: mostRead, offset: 0 });
  return {
    day: today, alerts, waiting: waiting.rows.filter((row) => row.alert === undefined), waitingInAll: waiting.total - alerts.length,
    leaving: rows.filter((row) => row.nextAt !== null && londonDay(row.nextAt) === today),
    anchor: await lastAnchor(school.stores.anchors), tabLink: tabLink(school.settings, null), linkOf: (ref) => tabLink(school.settings, ref),
  };
}
