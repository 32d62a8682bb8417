import type { ClauseId, Priority, Role, Route } from '../../../concern/rules/words-of-the-school.ts';

/** The words by which mail is judged, as they lie in `src/mail/words` and in a school's own folder. `compileWords` makes them quick to find. */
export interface WordsData {
  /** Phrases by the name of their list; `{staff}` in a phrase stands for any of the list `staff`. */
  lists: Readonly<Record<string, readonly string[]>>;
  cues: readonly CueWords[];
  signs: readonly SignWords[];
  requests: readonly SignWords[];
  topics: readonly TopicWords[];
  offices: readonly OfficeWords[];
}

/** What a cue or sign says of a mail in which it is found. */
export interface Cue {
  id: string;
  route: Route;
  priority: Priority;
  /** Clauses about groups and posts count only where a group or post is spoken of, when the route is the staff's conduct. */
  clauses: readonly ClauseId[];
  /** Lawful criticism uses such words too: alone they make no misconduct. */
  mild: boolean;
  /** Of danger: alarms by itself. Any other is a hint, which counts where the trained model comes near. */
  firm: boolean;
  /** May say P0 by itself. */
  atOnce: boolean;
  /** Of danger: not one of those that are mostly wrong and only add their weight to the model. */
  heeded: boolean;
  /** A cue of the school's own, which it stands for: it counts whatever the trained model says. */
  ofSchool: boolean;
}

/** What else must be there: `group` a chat, post or screenshot anywhere in the mail; `person` somebody in the same sentence; `either` one of them; `school` no group and no other parent, so that "she" and "you" mean the staff. */
export const needs = ['nothing', 'group', 'person', 'either', 'school'] as const;
export type Needs = (typeof needs)[number];

/** Noticed by one phrase. A phrase found only ever raises a mail; a false friend only takes back the phrase that it stands on. */
export interface CueWords extends Cue {
  needs: Needs;
  /** "No threats were made" takes it back. Not so for a child's words ("doesn't feel safe"). */
  negatable: boolean;
  phrases: readonly string[];
  falseFriends: readonly string[];
}

/** Noticed by several things that stand close together, since "knife" alone is a dinner and "bruise" alone a scooter. */
export interface SignWords extends Cue {
  phrases: readonly string[];
  /** Beside a phrase one of each list, none of them the same words. */
  all: readonly (readonly string[])[];
  /** How many characters all of them may span: about 60 for a clause, 160 for a sentence, 400 for a few. */
  span: number;
  /** Takes it back within the same distance. */
  unless: readonly string[];
  /** In other languages, which the trained model hardly reads. */
  abroad: boolean;
}

/** An everyday matter, and the sentence with which such a mail is set aside. */
export interface TopicWords { id: string; sentence: string; phrases: readonly string[] }

/** What people call the holders of an office when they do not use the name: by roles, or by a part of the job title. */
export interface OfficeWords { id: string; roles: readonly Role[]; job: string | null; phrases: readonly string[] }

/** The routes that a cue may name. A complaint, a request for data and an everyday matter have words of their own. */
export const cueRoutes = ['conduct', 'safeguarding', 'staff-conduct'] as const satisfies readonly Route[];
export const cuePriorities = ['P0', 'P1', 'P2', 'P3'] as const satisfies readonly Priority[];

/** Lists that the rules ask for by name, beside those that only phrases name. */
export const askedLists = [
  'group', 'person', 'other-parent', 'school', 'chat', 'complaint', 'worry', 'no-complaint', 'complaint-to-the-school', 'parents-act', 'data-request', 'no-data-request', 'school-life', 'unease', 'no-unease',
  'accusing', 'harming', 'harming-abroad', 'said-by-others', 'attacked-by', 'grave-rumour', 'praising', 'standing-up', 'hushed', 'staff-without-name',
] as const;
export type AskedList = (typeof askedLists)[number];
