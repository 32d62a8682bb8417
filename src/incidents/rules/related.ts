import type { Outcome, Priority, Route } from '../../concern/rules/words-of-the-school.ts';

/** Another concern, as far as the person who looks may know it. */
export interface OtherConcern {
  ref: string; at: number; subject: string; status: 'new' | 'open' | 'closed'; route: Route; priority: Priority; outcome: Outcome | null;
}

/** What may belong with a concern, for one person: nothing in it tells of a concern that they may not know. */
export interface Related {
  /** Said by a person to be the same incident; `lead` is a display name, null while nobody leads on it. */
  same: (OtherConcern & { lead: string | null })[];
  /** Suggested, with the reasons; a person says whether it is so. */
  maybeSame: (OtherConcern & { reasons: string[] })[];
  /** Earlier ones that may be about the same adult or household. Those in which nothing was found are not among them. */
  earlier: (OtherConcern & { kind: 'adult' | 'household'; reason: string })[];
}

export const nothingRelated: Related = { same: [], maybeSame: [], earlier: [] };

/** "This may be the same incident as GRV-26-0041: both name the Year 4 group, and 6 words agree." */
export function suggestion({ ref, reasons }: Related['maybeSame'][number]): string {
  return `This may be the same incident as ${ref}: ${reasons.length < 2 ? reasons.join('') : `${reasons.slice(0, -1).join(', ')}, and ${reasons.at(-1) ?? ''}`}.`;
}

/** "2 earlier concerns may be about the same adult or household." Null when there is none. */
export function earlierSentence({ earlier }: Pick<Related, 'earlier'>): string | null {
  if (earlier.length === 0) return null;
  const who = earlier.every((each) => each.kind === 'adult') ? 'the same adult' : earlier.every((each) => each.kind === 'household') ? 'the same household' : 'the same adult or household';
  return `${earlier.length === 1 ? '1 earlier concern' : `${String(earlier.length)} earlier concerns`} may be about ${who}.`;
}
