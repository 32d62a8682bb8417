import * as z from 'zod/mini';
import { letterProblems, seenKinds, type Concern } from '../../src/concern/rules/concern.ts';
import type { Related } from '../../src/incidents/rules/related.ts';
import { personVerbs } from '../../src/concern/rules/transitions.ts';
import { clauseIds, outcomes, priorities, requestKinds, responseIds, roles, routes } from '../../src/concern/rules/words-of-the-school.ts';

// A strict content policy forbids making code from text, which zod otherwise tries once.
z.config({ jitless: true });

const count = z.number();
const words = z.record(z.string(), z.string());
const proposable = z.enum([...responseIds, 'closing-note', 'acknowledgement']);

const audience = z.object({
  kind: z.enum(['ordinary', 'safeguarding', 'staff', 'conflict']), roles: z.array(z.enum(roles)), not: z.array(z.string()), also: z.array(z.string()),
});

const proposal = z.object({
  n: count, response: proposable, by: z.string(), at: count, approver: z.nullable(z.enum(roles)),
  status: z.enum(['waiting', 'sent-back', 'replaced', 'withdrawn', 'approved', 'done']), letter: z.nullable(count), decidedBy: z.nullable(z.string()),
});

const letter = z.object({
  n: count, proposal: count, seal: z.string(), day: z.string(),
  status: z.enum(['proposed', 'approved', 'stopped', 'leaving', 'drafted', 'sent', 'unknown', 'void']),
  goesAt: z.nullable(count), hastened: z.optional(z.boolean()), sentAt: z.optional(count), approvedBy: z.nullable(z.string()), draft: z.nullable(z.string()), problem: z.nullable(z.enum(letterProblems)),
});

/** The compiler holds this to the record itself. */
const concern: z.ZodMiniType<Concern> = z.object({
  ref: z.string(), status: z.enum(['none', 'new', 'open', 'closed']), raisedAt: count, raisedBy: z.nullable(z.string()), route: z.enum(routes),
  priority: z.enum(priorities), clauses: z.array(z.enum(clauseIds)), lead: z.nullable(z.string()), audience,
  people: z.record(z.string(), z.object({ kind: z.enum(['reporter', 'forwarder', 'subject', 'recipient']), oid: z.nullable(z.string()) })),
  mail: z.nullable(z.string()), mails: count, unnamed: z.array(z.string()), unverified: z.boolean(), sentByHand: count, sameIncident: z.array(z.string()), otherIncident: z.array(z.string()), files: z.array(z.string()),
  danger: z.nullable(z.object({ since: count, priority: z.enum(['P0', 'P1']), step: count, toldAt: z.nullable(count), nobodyOnDuty: z.boolean(), takenBy: z.nullable(z.string()), takenAt: z.nullable(count) })),
  request: z.nullable(z.object({ kind: z.enum(requestKinds), since: count })), exhibits: count, notes: count, toCome: z.nullable(z.object({ mail: z.string(), next: count, of: count })),
  proposals: z.array(proposal), proposalCount: count, letters: z.array(letter), letterCount: count, outcome: z.nullable(z.enum(outcomes)),
  closedAt: z.nullable(count), shown: count, news: z.record(z.enum(seenKinds), count),
});

const person = z.object({ oid: z.string(), roles: z.array(z.enum(roles)) });

export const problem = z.object({ sentence: z.string() });

export const me = z.object({
  oid: z.string(), name: z.string(), roles: z.array(z.enum(roles)), titles: words, school: z.string(), mode: z.enum(['watch', 'live', 'paused']),
});
export type Me = z.infer<typeof me>;

const row = z.object({
  key: z.string(), kind: z.enum(['concern', 'mail']), status: z.enum(['new', 'open', 'closed', 'set-aside', 'needs-a-look']), route: z.enum(routes),
  priority: z.enum(priorities), at: count, outcome: z.nullable(z.enum(outcomes)), nextAt: z.nullable(count), words,
  alert: z.optional(z.object({ priority: z.enum(['P0', 'P1']), since: count, nobodyOnDuty: z.boolean() })),
});
export type Row = z.infer<typeof row>;
export const register = z.object({ rows: z.array(row), total: count });
export type Register = z.infer<typeof register>;

const mailDay = z.object({ day: z.string(), received: count, byOutcome: z.record(z.string(), count), difference: count, sentByHand: count });
export type MailDay = z.infer<typeof mailDay>;
export const mailCheck = z.object({ days: z.array(mailDay) });

const button = z.object({ verb: z.enum(personVerbs), label: z.string(), thing: z.enum(['concern', 'proposal', 'letter']), n: z.nullable(count) });

const mail = z.object({
  identity: z.string(), from: z.nullable(z.string()), subject: z.string(), text: z.string(), at: count, byHand: z.optional(z.string()), sender: z.nullable(z.string()), how: z.nullable(z.string()),
  language: z.nullable(z.string()), cannotRead: z.nullable(z.string()), asks: z.boolean(), candidates: z.array(z.object({ n: count, name: z.string(), address: z.string() })),
});
const entry = z.object({ n: count, at: count, byName: z.string(), type: z.string(), sentence: z.string(), words, removed: z.boolean() });
const exhibit = z.object({ n: count, mail: z.string(), name: z.string(), media: z.string(), bytes: count });
const letterEntry = z.object({
  n: count, kind: z.string(), status: z.string(), to: z.string(), address: z.string(), subject: z.string(), text: z.string(), goesAt: z.nullable(count), seal: z.string(), typed: words,
});

export type Mail = z.infer<typeof mail>;
export type Entry = z.infer<typeof entry>;
export type Exhibit = z.infer<typeof exhibit>;
export type LetterEntry = z.infer<typeof letterEntry>;

export const page = z.object({
  view: z.object({ concern, version: count, words, person, now: count, titles: words, ring: z.array(z.object({ who: z.string(), number: z.string() })), requestDue: z.nullable(z.string()), thanks: z.object({ subject: z.string(), text: z.string() }) }),
  mail: z.array(mail), history: z.array(entry), exhibits: z.array(exhibit), letters: z.array(letterEntry),
  buttons: z.array(button), seesReporter: z.boolean(), names: words,
});
export type Page = z.infer<typeof page>;

export const pressed = z.object({
  answer: z.object({ outcome: z.enum(['done', 'already', 'refused', 'look-first']), sentence: z.nullable(z.string()), news: z.array(z.enum(seenKinds)) }),
  page: z.nullable(page),
});
export type Pressed = z.infer<typeof pressed>;

const other = z.object({
  ref: z.string(), at: count, subject: z.string(), status: z.enum(['new', 'open', 'closed']), route: z.enum(routes), priority: z.enum(priorities), outcome: z.nullable(z.enum(outcomes)),
});
/** The compiler holds this to the rules. */
export const related: z.ZodMiniType<Related> = z.object({
  same: z.array(z.extend(other, { lead: z.nullable(z.string()) })), maybeSame: z.array(z.extend(other, { reasons: z.array(z.string()) })),
  earlier: z.array(z.extend(other, { kind: z.enum(['adult', 'household']), reason: z.string() })),
});

export const made = z.object({ ref: z.nullable(z.string()), sentence: z.string() });
export type Made = z.infer<typeof made>;
