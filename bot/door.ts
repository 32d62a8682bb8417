import type { Concern } from '../src/concern/rules/concern.ts';
import type { ConcernEvent, Words } from '../src/concern/rules/events.ts';
import type { Press, PressAnswer } from '../src/concern/rules/press.ts';
import type { Person } from '../src/concern/rules/words-of-the-school.ts';
import type { RingLine } from '../src/people/rules/duty.ts';
import type { Related } from '../src/incidents/rules/related.ts';
import type { RegisterQuery, RegisterRow, SchoolPerson } from '../src/ports.ts';

/** What a card or a page needs of one concern, for one person who may know of it. */
export interface ConcernView {
  concern: Concern;
  version: number;
  /** The few words that cards show: `p1.name`, `subject`, `summary`, `quote.IA1`, `note`, `proposal.3.reason`, `proposal.3.letter.text` … Who told us is left out unless this person may know. */
  words: Words;
  person: Person;
  /** Display name of a member of staff by oid; "somebody who has left" when unknown. */
  nameOf: (oid: string) => string;
  /** The clock that people see. */
  now: number;
  /** Display names of the roles, from settings: Head, Executive Head … */
  titles: Record<string, string>;
  /** References that a person tied to this concern or kept apart from it, as far as this one may know them. Left out: none. */
  tied?: readonly string[];
  /** What may belong with it; for cards. */
  related?: Related;
  /** Whom to ring when there is danger. */
  ring: readonly RingLine[];
  /** The last day on which a request for information that was found in it can be answered; null where none was. */
  requestDue: string | null;
  /** Every word of the thank-you as it would leave if this person pressed. */
  thanks: { subject: string; text: string };
}

/**
 * An email as this person may read it. `sender` is what there is to know of who sent it; `how` how the one who told us is known. `asks` is
 * true while nobody can tell who wrote it, with those who may have for whoever may know them.
 */
export interface MailEntry {
  identity: string; from: string | null; subject: string; text: string; at: number; sender: string | null; how: string | null; language: string | null; cannotRead: string | null;
  asks: boolean; candidates: { n: number; name: string; address: string }[];
  /** Somebody of the school sent it, not approved here: their name, or '' where nobody can tell. */
  byHand?: string;
}

/** One line of the chronology: what happened, as a sentence, who and when. */
export interface HistoryEntry { n: number; at: number; by: string; byName: string; type: ConcernEvent['data']['type']; sentence: string; words: Words; removed: boolean }

export interface ExhibitEntry { n: number; mail: string; name: string; media: string; bytes: number; sha256: string; inline: boolean }

/** `typed` is what the proposer filled in, so that a letter sent back is put right and not written again. */
export interface LetterEntry {
  n: number; kind: string; status: string; to: string; address: string; subject: string; text: string; goesAt: number | null; seal: string; typed: Words;
}

export interface ConcernPage { view: ConcernView; mail: MailEntry[]; history: HistoryEntry[]; exhibits: ExhibitEntry[]; letters: LetterEntry[] }

/** The one way in for Teams and for the HTTP API: authorised by `mayKnow` inside, never by what a card or a page carries. */
export interface Door {
  /** The person with the roles the groups give now (at most five minutes old), or null for somebody who is not of the school. */
  personOf(oid: string): Promise<Person | null>;
  people(): Promise<SchoolPerson[]>;
  nameOf(oid: string): string;
  /** Null when there is no such concern or this person may not know of it: the two look the same. */
  view(person: Person, ref: string): Promise<ConcernView | null>;
  page(person: Person, ref: string): Promise<ConcernPage | null>;
  press(person: Person, press: Press): Promise<PressAnswer>;
  /** What may be the same incident, and earlier concerns that may be about the same adult or household. Null like `view`. */
  related(person: Person, ref: string): Promise<Related | null>;
  register(person: Person, query: RegisterQuery): Promise<{ rows: RegisterRow[]; total: number }>;
  /** Raises a concern from a mail that was set aside or needs a look. */
  makeConcern(person: Person, identity: string, nonce: string): Promise<{ ref: string | null; sentence: string }>;
  /** Bytes of the original mail (`exhibit` null) or of an exhibit; the opening is recorded before the bytes are given. */
  original(person: Person, ref: string, what: { mail: string; exhibit: number | null }): Promise<{ bytes: Uint8Array; media: string; name: string } | null>;
  letterPdf(person: Person, ref: string, letter: number): Promise<Uint8Array | null>;
  /** Mails in and their outcomes by day, over mails this person may know of. */
  mailCheck(person: Person): Promise<{ day: string; received: number; byOutcome: Record<string, number>; difference: number; sentByHand: number }[]>;
}
