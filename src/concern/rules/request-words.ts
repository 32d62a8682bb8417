import { formatDay, londonDay } from '../../calendar/rules/london-time.ts';
import type { Concern } from './concern.ts';
import { requestWords } from './screen-words.ts';
import type { RequestKind, Route } from './words-of-the-school.ts';

/** "Asks for personal data: answer due by Thursday 24 December 2026." `due` is a day, or null where it cannot be said. */
export function requestSentence(kind: RequestKind, due: string | null): string {
  return due === null ? `${requestWords[kind]}.` : `${requestWords[kind]}: answer due by ${formatDay(due)}.`;
}

/** Closing the matter ends no clock: until its day the request is still shown. */
export function requestStillShown({ status, request }: Pick<Concern, 'status' | 'request'>, due: string | null, now: number): Concern['request'] {
  return status !== 'closed' || (due !== null && londonDay(now) <= due) ? request : null;
}

/** What to do first. The clock runs from the day it came in, not from the day somebody noticed. */
export const requestFirstStep: Readonly<Record<RequestKind, string>> = {
  'personal-data': 'Pass it to the data protection lead today. The month runs from the day it came in, through school holidays too. Delete nothing that it asks for.',
  'freedom-of-information': 'Pass it to whoever answers freedom of information requests for the school or Trust today. The 20 school days run from the day after it came in.',
};

/** Where a matter of this kind belongs, beside what is done here; null where the page itself is the way. */
export function signpostFor(route: Route): string | null {
  return route === 'complaint'
    ? 'A complaint about the school is not misconduct. It goes by the complaints procedure, stage 1: somebody talks with the parent first, and they are told how to take it further.'
    : null;
}
