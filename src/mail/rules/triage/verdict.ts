import type { Priority, Route } from '../../../concern/rules/words-of-the-school.ts';
import type { Automated, ClauseFound, WeighedWords } from '../understanding.ts';

export interface TriageInput {
  subject: string;
  /** What the author wrote, what forwarders added, and mails hung on it: everything a person would read first. */
  parts: readonly string[];
  automated: Automated | null;
  /** The mail offers to unsubscribe: a newsletter, not a form filled in by a parent. */
  isNewsletter: boolean;
  exhibits: readonly { name: string; type: string }[];
}

export interface Triage {
  route: Route;
  priority: Priority;
  clauses: ClauseFound[];
  reason: string;
}

/** What the word lists say, with what the model adds. */
export interface Judgement extends Triage {
  weighed: WeighedWords[];
  dataRequest: boolean;
  dataWords: string;
  /** The model sees in it what parents do to each other or to staff. */
  alsoConduct: boolean;
}
