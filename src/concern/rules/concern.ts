import type { ClauseId, Outcome, Priority, Proposable, RequestKind, Role, Route } from './words-of-the-school.ts';

/** Who may know of a concern. Decided before anything is posted, filed, counted or indexed; read only by `mayKnow`. */
export interface Audience {
  /** `ordinary` conduct alone has a list row, a folder and a Planner task; the others live in the tab. */
  kind: 'ordinary' | 'safeguarding' | 'staff' | 'conflict';
  /** Roles that may know, first to be told first. */
  roles: Role[];
  /** People (oid) who may never know, whatever role they hold: the mail may be about them. */
  not: string[];
  /** People (oid) whom a person let in. */
  also: string[];
  /** Those of `not` whom it is only perhaps about: a person may let them in. */
  perhaps?: string[];
  /** Offices of those whom it is perhaps about: nothing waits for them, and no later mail brings them in. */
  without?: Role[];
  /** Offices whose holders are hurt by it: they may know, and approve nothing of it (COI1). */
  stepBack?: Role[];
}

/** People of a concern are p1, p2 … here; their names lie in removable items. */
export interface ConcernPerson { kind: 'reporter' | 'forwarder' | 'subject' | 'recipient'; oid: string | null }

export interface Proposal {
  n: number;
  response: Proposable;
  by: string;
  at: number;
  /** Who is asked to approve; chosen when it was proposed, never a role that the proposer holds. Null: decided by the lead alone. */
  approver: Role | null;
  status: 'waiting' | 'sent-back' | 'replaced' | 'withdrawn' | 'approved' | 'done';
  /** Number of the letter that belongs to it, when the response produces one. */
  letter: number | null;
  decidedBy: string | null;
}

export interface Letter {
  n: number;
  proposal: number;
  /** SHA-256 of the manifest (from, to, subject, text, attachments): what is approved. */
  seal: string;
  /** Day printed on it, `2026-11-30` in Europe/London: the day it leaves. */
  day: string;
  status: 'proposed' | 'approved' | 'stopped' | 'leaving' | 'drafted' | 'sent' | 'unknown' | 'void';
  /** When an approved letter goes, in milliseconds; null while nobody has approved it. */
  goesAt: number | null;
  /** Somebody said that it cannot wait for its hour: it goes at once, also when it first has to be made again and approved anew. */
  hastened?: boolean | undefined;
  /** When it was known to have gone; left out until then, and of letters that went before this was kept. */
  sentAt?: number | undefined;
  approvedBy: string | null;
  /** Immutable id of the draft in the sending mailbox. */
  draft: string | null;
  /** Why it did not leave, as a code that `describeEvent` turns into a sentence. */
  problem: LetterProblem | null;
}

export const letterProblems = ['stopped', 'approver-left-office', 'draft-touched', 'recipient-conflict', 'outcome-unknown', 'day-passed'] as const;
export type LetterProblem = (typeof letterProblems)[number];

/** What a person must have seen before some presses count (design: checked against the thing, not the version). */
export const seenKinds = ['new-evidence', 'new-hold', 'other-proposal', 'sent-by-hand'] as const;
export type SeenKind = (typeof seenKinds)[number];

/**
 * Danger now or today that words in a mail spoke of. An alert counts only when a person has said "I have this". `step` is how far the
 * telling has gone: -1 nobody yet, 0 safeguarding lead and head, 1 the next deputy, 2 all leaders and the office; `toldAt` is when it went
 * that far.
 */
export interface Danger {
  since: number; priority: 'P0' | 'P1'; step: number; toldAt: number | null; nobodyOnDuty: boolean; takenBy: string | null; takenAt: number | null;
}

/** The folded state of one concern: no personal content, under 32,000 characters as JSON however long the log. */
export interface Concern {
  ref: string;
  status: 'none' | 'new' | 'open' | 'closed';
  raisedAt: number;
  /** oid of the person who made it a concern, or null when the mail itself raised it. */
  raisedBy: string | null;
  route: Route;
  priority: Priority;
  clauses: ClauseId[];
  lead: string | null;
  audience: Audience;
  people: Record<string, ConcernPerson>;
  /** Identity of the first mail, and how many have joined in all. */
  mail: string | null;
  mails: number;
  /** Mails (identities) of which nobody can tell who wrote them: a person is asked. */
  unnamed: string[];
  /** Any mail of it came from a sender who could not be verified. */
  unverified: boolean;
  danger: Danger | null;
  /** A request for information that was found in it, and the moment its clock runs from. */
  request: { kind: RequestKind; since: number } | null;
  /** Mails about it that people sent from school@ by hand. */
  sentByHand: number;
  /** References that a person said are about the same incident. */
  sameIncident: string[];
  /** References that a person said are about another incident, so that nobody is asked again. */
  otherIncident: string[];
  /** The first sixteen characters of the SHA-256 of each attached file, by which the same picture sent by two people is known. */
  files: string[];
  exhibits: number;
  notes: number;
  /** Attachments of a mail that did not fit in its first commit (40 events each): the next index and how many there are. */
  toCome: { mail: string; next: number; of: number } | null;
  /** The newest twenty; `proposalCount` and `letterCount` count all. */
  proposals: Proposal[];
  proposalCount: number;
  letters: Letter[];
  letterCount: number;
  outcome: Outcome | null;
  closedAt: number | null;
  /** Version at which something that people see last changed; views are brought up to this. */
  shown: number;
  /** Version at which each kind of news last came in. */
  news: Record<SeenKind, number>;
}

/** People that the state keeps; of a matter in which more wrote, the first. */
export const keptPeople = 40;

export function blankConcern(ref: string): Concern {
  return {
    ref, status: 'none', raisedAt: 0, raisedBy: null, route: 'unsure', priority: 'P2', clauses: [], lead: null,
    audience: { kind: 'conflict', roles: [], not: [], also: [] },
    people: {}, mail: null, mails: 0, unnamed: [], unverified: false, danger: null, request: null, sentByHand: 0, sameIncident: [], otherIncident: [], files: [], exhibits: 0, notes: 0, toCome: null,
    proposals: [], proposalCount: 0, letters: [], letterCount: 0, outcome: null, closedAt: null,
    shown: 0, news: { 'new-evidence': 0, 'new-hold': 0, 'other-proposal': 0, 'sent-by-hand': 0 },
  };
}

export function proposalOf(concern: Concern, n: number): Proposal | null {
  return concern.proposals.find((each) => each.n === n) ?? null;
}

export function letterOf(concern: Concern, n: number): Letter | null {
  return concern.letters.find((each) => each.n === n) ?? null;
}

/** The proposal that waits for the head, if one does. At most one at a time: a new one replaces it. */
export function waitingProposal(concern: Concern): Proposal | null {
  return concern.proposals.find((each) => each.status === 'waiting') ?? null;
}

/** A letter that somebody approved and that has not gone yet. The thank-you says nothing of the matter, so nothing waits for it. */
export function letterOnItsWay(concern: Concern): Letter | null {
  return concern.letters.find((each) => ['approved', 'leaving', 'drafted'].includes(each.status) && !isThanks(concern, each)) ?? null;
}

export function isThanks(concern: Concern, letter: Letter): boolean {
  return proposalOf(concern, letter.proposal)?.response === 'acknowledgement';
}

/** Of these the recipient is the person who told us, whom few may know. */
export function goesToReporter({ response }: Pick<Proposal, 'response'>): boolean {
  return response === 'closing-note' || response === 'acknowledgement';
}

/** The thank-you that was sent or is on its way; null when nobody has sent one. */
export function thanksOf(concern: Concern): Proposal | null {
  return concern.proposals.find((each) => each.response === 'acknowledgement' && ['approved', 'done'].includes(each.status)) ?? null;
}
