import type { ClauseId, Priority, Role, Route } from '../../concern/rules/words-of-the-school.ts';
import type { MailPerson } from './mail.ts';

export type Automated = 'auto-reply' | 'bounce' | 'bulk' | 'calendar';

/** A clause of the policy that the words seem to touch, with the exact words. A suggestion; a person decides. */
export interface ClauseFound { id: ClauseId; quote: string }

/** Somebody of the school whom the mail may be about. Whoever is listed is told nothing of it. */
export interface AboutPerson {
  oid: string;
  /** `named`: said of this person in so many words. `maybe`: in doubt, so the narrower path. */
  certainty: 'named' | 'maybe';
  quote: string;
  roles: readonly Role[];
}

/** A member of the school as Entra knows them. */
export interface StaffEntry {
  oid: string;
  displayName: string;
  jobTitle: string;
  mail: string;
  roles: readonly Role[];
}

/** What reading needs to know of the school. All of it may be empty: then the mail's own addresses are asked. */
export interface ReadingContext {
  /** Mail domains of the staff, lower case. */
  staffDomains: readonly string[];
  staff: readonly StaffEntry[];
  /** The letters in front of a reference (`GRV`), or null for any. */
  schoolCode: string | null;
}

export interface Understanding {
  /** Who wrote the words; null when in doubt, never a guess. */
  author: MailPerson | null;
  /** Who sent them on, when somebody else did. */
  forwarder: MailPerson | null;
  /** 0 to 1, how sure the author is. */
  confidence: number;
  route: Route;
  priority: Priority;
  clauses: ClauseFound[];
  automated: Automated | null;
  /** A reference of ours found in it (`GRV-26-0042`), or null. */
  replyTo: string | null;
  /** What the author wrote, without earlier mails. */
  text: string;
  /** What the forwarder put above it, or ''. */
  comment: string;
  folded: number;
  about: AboutPerson[];
  /** Staff who are talked about as those hurt by it (called names in a group…). They may know; they should not decide. */
  targets: AboutPerson[];
  /** Why it was routed so, in a sentence for the card. */
  reason: string;
}
