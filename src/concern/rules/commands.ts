import type { Audience, ConcernPerson, LetterProblem } from './concern.ts';
import type { LetterMade, Words } from './events.ts';
import type { ClauseId, Outcome, Person, Priority, Proposable, RequestKind, Role, Route, SenderVerdict } from './words-of-the-school.ts';

/** An attachment, or an image inside the text, whose bytes are already sealed. `name` is personal and becomes a word. */
export interface SealedExhibit { mail: string; sha256: string; bytes: number; media: string; inline: boolean; name: string }

/** The mail that a concern is raised from or that joins one, as `mail/rules` understood it and `people/rules` narrowed it. */
export interface UnderstoodMail {
  mail: string;
  route: Route;
  priority: Priority;
  clauses: ClauseId[];
  audience: Audience;
  sender: SenderVerdict;
  /** A request for information found in it, whatever else it is. */
  request: RequestKind | null;
  /** When that request came in, where it was made a concern only later: its clock runs from then. */
  requestSince?: number;
  /** By part: `author`, `forwarder`; the concern numbers them p1, p2 … */
  people: Record<string, ConcernPerson>;
  /** `author.name`, `author.address`, `subject`, `summary`, `text`, `quote.IA1` … */
  words: Words;
  exhibits: SealedExhibit[];
  /** How many exhibits the mail has in all; those past the first ones are added by `add-exhibits`. */
  exhibitsInAll: number;
}

/** Letter parts that only the proposer can know; sealed with the letter. */
export interface LetterOrder { made: LetterMade; words: Words }

export type PersonCommand =
  | { verb: 'take-first-look'; route: Route; priority: Priority; clauses: ClauseId[] }
  | { verb: 'add-note'; note: string }
  | { verb: 'let-know'; oid: string | null; role: Role | null; reason: string }
  | { verb: 'propose'; response: Proposable; reason: string; letter: LetterOrder | null }
  | { verb: 'approve'; proposal: number; seal: string | null; goesAt: number }
  | { verb: 'send-back'; proposal: number; reason: string }
  | { verb: 'withdraw'; proposal: number }
  | { verb: 'stop-letter'; letter: number }
  | { verb: 'send-now'; letter: number; reason: string }
  | { verb: 'say-it-went'; letter: number }
  | { verb: 'say-it-did-not-go'; letter: number }
  | { verb: 'carry-out'; proposal: number }
  | { verb: 'close'; outcome: Outcome; reason: string }
  | { verb: 'open-original'; mail: string; exhibit: number | null }
  | { verb: 'take-danger' }
  | { verb: 'say-who-wrote'; mail: string; name: string; address: string }
  | { verb: 'thank'; letter: LetterOrder; goesAt: number }
  | { verb: 'say-same-incident'; other: string; reason: string }
  | { verb: 'unsay-same-incident'; other: string; reason: string };

export type ServiceCommand =
  | { verb: 'raise'; understood: UnderstoodMail }
  | { verb: 'join-mail'; understood: UnderstoodMail }
  | { verb: 'add-exhibits'; mail: string; from: number; exhibits: SealedExhibit[]; of: number }
  | { verb: 'tell-danger'; since: number; step: number; nobodyOnDuty: boolean }
  | { verb: 'record-sent-by-hand'; mail: string; sentBy: string | null; sentAt: number; audience: Audience; words: Words; exhibits: SealedExhibit[] }
  | { verb: 'say-attachment-missing'; mail: string }
  | { verb: 'remake-letter'; letter: number; order: LetterOrder }
  | { verb: 'let-leave'; letter: number; seal: string }
  | { verb: 'hold-back-letter'; letter: number; problem: LetterProblem }
  | { verb: 'keep-draft'; letter: number; draft: string }
  | { verb: 'confirm-sent'; letter: number; draft: string }
  | { verb: 'remove-items'; items: number[]; reason: 'disposal' | 'hand-over' | 'correction' };

/**
 * What goes in by the one door, `handleCommand`. `id` tells a repeat: a press sent twice is one. `seen` is the version that the
 * person's card or page showed. A mail made a concern by hand is `raise` with a person as `by`.
 */
export interface Command {
  id: string;
  by: Person | 'service';
  seen: number | null;
  ask: PersonCommand | ServiceCommand;
}
