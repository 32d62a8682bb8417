import { formatLondon, londonDay } from '../../calendar/rules/london-time.ts';
import type { Danger } from './concern.ts';
import { priorityWords } from './screen-words.ts';

/** What an alert says on a card, in the tab and in a notification. */

export const guessWords = 'The computer\'s guess. Reading school@ stays the office\'s job.';

/** For a lock screen: how soon and the reference, no name and nothing of the matter. */
export function alertSummary(ref: string, { priority }: Pick<Danger, 'priority'>): string {
  return `${priorityWords[priority]}: ${ref} needs somebody`;
}

export function untakenWords({ nobodyOnDuty }: Pick<Danger, 'nobodyOnDuty'>): string {
  return nobodyOnDuty ? 'Nobody has taken this yet. Nobody is on duty now.' : 'Nobody has taken this yet.';
}

/** "Daniel Okafor has this since 14:05."; with the day where that is not today. Null while nobody has it. */
export function takenWords({ takenBy, takenAt }: Pick<Danger, 'takenBy' | 'takenAt'>, nameOf: (oid: string) => string, now: number): string | null {
  if (takenBy === null || takenAt === null) return null;
  const at = formatLondon(takenAt);
  return `${nameOf(takenBy)} has this since ${londonDay(takenAt) === londonDay(now) ? at.slice(-5) : at}.`;
}

/** The exact words that caused it: of the latest mail that spoke of danger, as the concern's words hold them. */
export function dangerQuotes(words: Readonly<Record<string, string>>): string[] {
  return (words['joined.danger'] ?? words['danger'] ?? '').split('\n').filter((line) => line.trim() !== '').slice(0, 3);
}
