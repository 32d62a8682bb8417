import type { Audience, ConcernPerson, LetterProblem } from './concern.ts';
import type { ClauseId, Outcome, Priority, Proposable, RequestKind, Role, Route, SenderVerdict } from './words-of-the-school.ts';

/**
 * What has happened to a concern. A body holds no personal content: people are p1, p2 …, staff who acted are Entra
 * object ids. Names and free text are the event's words, one removable item beside it. Bodies are read for ever: a changed
 * shape gets the next number (`letter-approved/2`) and a row in `upcast`.
 */
export type EventData =
  | { type: 'concern-raised'; mail: string | null; route: Route; priority: Priority; clauses: ClauseId[]; audience: Audience;
      people: Record<string, ConcernPerson>; toCome: { mail: string; next: number; of: number } | null; sender: SenderVerdict; request: RequestKind | null; requestSince?: number }
  | { type: 'mail-joined'; mail: string; people: Record<string, ConcernPerson>; toCome: { mail: string; next: number; of: number } | null;
      audience: Audience; priority: Priority; sender: SenderVerdict; request: RequestKind | null; requestSince?: number }
  | { type: 'danger-told'; step: number; nobodyOnDuty: boolean }
  | { type: 'danger-taken' }
  | { type: 'attachment-never-came'; mail: string }
  | { type: 'author-said'; mail: string; people: Record<string, ConcernPerson> }
  | { type: 'sent-by-hand-found'; mail: string; sentBy: string | null; sentAt: number }
  | { type: 'same-incident-said'; other: string }
  | { type: 'same-incident-unsaid'; other: string }
  | { type: 'exhibit-added'; exhibit: number; mail: string; sha256: string; bytes: number; media: string; inline: boolean }
  | { type: 'exhibits-continued'; toCome: { mail: string; next: number; of: number } | null }
  | { type: 'first-look-taken'; route: Route; priority: Priority; clauses: ClauseId[]; lead: string; audience: Audience }
  | { type: 'note-added' }
  | { type: 'audience-widened'; oid: string | null; role: Role | null }
  | { type: 'response-proposed'; proposal: number; response: Proposable; approver: Role | null;
      letter: LetterMade | null; recipient: ConcernPerson | null }
  | { type: 'letter-remade'; proposal: number; letter: LetterMade }
  | { type: 'proposal-sent-back'; proposal: number }
  | { type: 'proposal-withdrawn'; proposal: number }
  | { type: 'response-approved'; proposal: number }
  | { type: 'letter-approved'; proposal: number; letter: number; seal: string; goesAt: number }
  | { type: 'letter-stopped'; letter: number }
  | { type: 'letter-hastened'; letter: number; goesAt: number }
  | { type: 'letter-leaving'; letter: number; seal: string }
  | { type: 'letter-held-back'; letter: number; problem: LetterProblem }
  | { type: 'letter-drafted'; letter: number; draft: string }
  | { type: 'letter-sent'; letter: number; draft: string }
  | { type: 'response-carried-out'; proposal: number }
  | { type: 'concern-closed'; outcome: Outcome }
  | { type: 'original-opened'; mail: string; exhibit: number | null }
  | { type: 'items-removed'; items: number[]; reason: 'disposal' | 'hand-over' | 'correction' };

/** A letter as it was rendered and sealed: its files are blobs under the concern's reference. The thank-you is words alone and has none. */
export interface LetterMade { letter: number; seal: string; day: string; pdf: string | null; word: string | null; manifest: string }

export type EventType = EventData['type'];

/** One event as the log holds it. `n` is the concern's version after it; `at` in milliseconds; `by` an oid or `service`. */
export interface ConcernEvent {
  n: number;
  at: number;
  by: string;
  /** Id of the command that brought it about. */
  command: string;
  data: EventData;
}

/**
 * Words of an event, by flat key: `p1.name`, `p1.address`, `subject`, `summary`, `quote.IA1`, `name` (of a file), `note`,
 * `reason`, `language`, `candidate.1.name`, `candidate.1.address`, `letter.to`, `letter.address`, `letter.subject`, `letter.text`, `letter.fields` (JSON, to make it again).
 */
export type Words = Record<string, string>;
