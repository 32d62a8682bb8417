import type { ClauseId, Priority, Role, Route } from '../../concern/rules/words-of-the-school.ts';
import type { MailLanguage, MailPerson } from './mail.ts';
import type { SenderTrust } from './sender-verdict.ts';
import type { Model } from './model/heads.ts';
import type { MailWords } from './words/mail-words.ts';

export type Automated = 'auto-reply' | 'bounce' | 'bulk' | 'calendar';

/** A clause of the policy that the words seem to touch, with the exact words. A suggestion; a person decides. */
export interface ClauseFound { id: ClauseId; quote: string }

/** Somebody of the school whom the mail may be about. Whoever is listed is told nothing of it. */
export interface AboutPerson {
  oid: string;
  /** `named`: said of this person in so many words. `maybe`: in doubt, so the narrower path. `perhaps`: only this person is left out. */
  certainty: 'named' | 'maybe' | 'perhaps';
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
  /** Whose word on the sender counts; left out, the tenant's own. */
  trust?: SenderTrust;
  /** The words by which mail is judged: those that are shipped, with the school's own where it has some. */
  words: MailWords;
  /** The trained model that is asked beside the word lists; null when it is switched off, left out the one that is shipped. */
  model?: Model | null;
}

/** Words of the mail that weighed with the model, and where they stand in what was judged. */
export interface WeighedWords { quote: string; start: number }

export interface Understanding {
  /** Who wrote the words; null when in doubt, never a guess. */
  author: MailPerson | null;
  /** Who sent them on, when somebody else did. */
  forwarder: MailPerson | null;
  /** Who tells the school of it: the author, or somebody outside who sends on what another wrote and has a story of their own. */
  told: 'author' | 'forwarder';
  /** 0 to 1, how sure the author is. */
  confidence: number;
  /** How the author is known, in a few words. */
  authorEvidence: string;
  /** Where nobody can tell who wrote: who may have, the likeliest first. */
  candidates: MailPerson[];
  route: Route;
  priority: Priority;
  clauses: ClauseFound[];
  automated: Automated | null;
  /** A reference of ours found in it (`GRV-26-0042`), or null. */
  replyTo: string | null;
  /** What the author wrote, without earlier mails; below the forwarder's own words where the forwarder tells of it. */
  text: string;
  /** What the forwarder put above it, or ''. */
  comment: string;
  folded: number;
  about: AboutPerson[];
  /** Staff who are talked about as those hurt by it (called names in a group…). They may know; they should not decide. */
  targets: AboutPerson[];
  /** The model sees in it what parents do to each other or to staff: then a word of safeguarding beside it closes no doors. */
  alsoConduct: boolean;
  /** What is said of somebody at the school without a name, so that few should know; null where nothing is. */
  aboutUnnamed: string | null;
  /** Why it was routed so, in a sentence for the card. */
  reason: string;
  /** The language, where it is not English. */
  language: MailLanguage | null;
  /** The words that weighed most where the trained model raised it; empty where the word lists sufficed. */
  weighed: WeighedWords[];
  /** It asks for personal data, school records or their erasure, whatever its route: a clock may be running. */
  dataRequest: boolean;
  /** The words that ask for it, or ''. */
  dataWords: string;
}
