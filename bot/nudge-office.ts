import { londonDay, londonMinutes, minutesOf } from '../src/calendar/rules/london-time.ts';
import { isStaffedDay } from '../src/calendar/rules/school-days.ts';
import type { SchoolPerson } from '../src/ports.ts';
import type { School } from '../src/school.ts';
import { tabLink } from '../src/views/tab-link.ts';
import { buildNudgeCard, nudgeSummary } from './cards/office-cards.ts';
import { bringStandingCard, standingAbout } from './standing-card.ts';

const purpose = 'nudge';

/**
 * What needs a look is one list, owned by the office: at most twice a school day a card says how many wait, to the office and nobody else.
 * From its hour on the card of a half-day is posted when first something waits, then brought up to date in place.
 */
export async function nudgeOffice(school: School): Promise<void> {
  const half = halfDay(school);
  if (half === null) return;
  for (const person of await school.directory.people()) {
    if (person.roles.includes('office')) await nudge(school, person, half);
  }
}

/** `2026-11-30~09:30`, or null outside the hours and days of the school. */
function halfDay({ clock, settings }: School): string | null {
  const now = clock.now();
  const [day, minutes] = [londonDay(now), londonMinutes(now)];
  if (settings.mode === 'watch' || !isStaffedDay(day, settings.calendar) || minutes >= minutesOf(settings.sending.to)) return null;
  const passed = settings.mail.nudgesAt.filter((at) => minutesOf(at) <= minutes).at(-1);
  return passed === undefined ? null : `${day}~${passed}`;
}

async function nudge(school: School, person: SchoolPerson, half: string): Promise<void> {
  const { total } = school.index.find(person, { status: ['needs-a-look'], kind: 'mail', limit: 1, offset: 0 });
  const about = await standingAbout(school, purpose, person.oid);
  // Where nothing waits nobody is told so, but a card that still counts something is put right.
  if (total === 0 && about === null) return;
  await bringStandingCard(school, purpose, person.oid, {
    about: total === 0 && about !== null ? about : half, card: buildNudgeCard(total, tabLink(school.settings, null)), summary: total === 0 ? 'No email needs a look any more' : nudgeSummary(total),
  });
}
