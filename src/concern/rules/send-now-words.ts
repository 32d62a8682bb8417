import { formatDay, londonDay } from '../../calendar/rules/london-time.ts';
import { isThanks, type Concern, type Letter } from './concern.ts';

/** It would have left on another day, which it prints: nobody approves words that they have not seen, so it is approved once more. */
export function printsAnotherDay(concern: Concern, letter: Letter, now: number): boolean {
  return !isThanks(concern, letter) && letter.day !== londonDay(now);
}

/** What pressing "Send now" will do. */
export function sendNowSentence(concern: Concern, letter: Letter, now: number): string {
  return printsAnotherDay(concern, letter, now)
    ? `It is dated ${formatDay(letter.day)}, so it is made again with today's date and shown for approval once more. Then it leaves at once.`
    : 'It leaves at once and cannot be stopped any more.';
}
