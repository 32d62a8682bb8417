import type { ClauseId } from '../../concern/rules/words-of-the-school.ts';

/** What every letter needs. A `day` is a text such as `2026-11-30`: the day printed on the letter, on which it leaves. */
export interface SharedFields {
  ref: string;
  day: string;
  /** The sending mailbox, which is not the mailbox that parents write to. */
  from: string;
  /** Where an answer goes: the mailbox that parents write to, and that is read. */
  replyTo: string;
  schoolName: string;
  signatoryName: string;
  signatoryTitle: string;
}

/** What the person who proposes a warning letter fills in. */
export interface WarningWords {
  parentName: string;
  parentEmail: string;
  /** "class WhatsApp group". */
  groupType: string;
  /** As people write them: "3 and 4 November 2026". */
  incidentDates: string;
  /** The recipient's own words, nobody else's; null when the letter quotes nothing. */
  ownWords: string | null;
  /** What was reported, in neutral words. */
  summary: string;
  clauses: readonly ClauseId[];
  /** The day by which the parent can give their view. */
  replyBy: string;
  /** Whom the parent can answer. */
  contactName: string;
  /** A sentence on how to meet, or null for none. */
  meetingOffer: string | null;
}

/** Whom the closing note goes to: the person who wrote to us. */
export interface ClosingWords { name: string; email: string }

/** Whom the thank-you goes to, and the school's word for the person to ask for when a child may be in danger. */
export interface ThanksWords { name: string; email: string; safeguardingTitle: string }

export interface WarningFields extends SharedFields, WarningWords { kind: 'RS1-A' }
export interface ClosingFields extends SharedFields, ClosingWords { kind: 'CLOSE-R' }
export interface ThanksFields extends SharedFields, ThanksWords { kind: 'THANKS' }

/** Everything that one letter is made from; kept with it as JSON, so that it can be made again for another day. */
export type LetterFields = WarningFields | ClosingFields | ThanksFields;
