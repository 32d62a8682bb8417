import { countByDay, noteDifference } from '../src/mail/till/note-difference.ts';
import type { School } from '../src/school.ts';
import { tabLink } from '../src/views/tab-link.ts';
import { buildDifferenceCard, differenceSummary, noDifferenceSummary } from './cards/office-cards.ts';
import { bringStandingCard, standingAbout } from './standing-card.ts';

const purpose = 'difference';

/** Where an email stays without an outcome the office gets one card, put right in place when all adds up again; otherwise nobody hears of the mail check. */
export async function tellOfDifference(school: School): Promise<void> {
  const { late, since } = await noteDifference(school);
  if (school.settings.mode === 'watch') return;
  const card = buildDifferenceCard(Object.entries(countByDay(late)).sort().map(([day, count]) => ({ day, count })), tabLink(school.settings, null));
  for (const { oid } of (await school.directory.people()).filter((person) => person.roles.includes('office'))) {
    const about = since === null ? await standingAbout(school, purpose, oid) : String(since);
    if (about !== null) await bringStandingCard(school, purpose, oid, { about, card, summary: since === null ? noDifferenceSummary : differenceSummary });
  }
}
