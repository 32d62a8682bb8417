/** The few closed lists that every part of the product speaks in. Sources: the school's policy; `docs/words.md` for what people see. */

export const routes = ['conduct', 'safeguarding', 'complaint', 'data-request', 'staff-conduct', 'not-a-concern', 'unsure'] as const;
export type Route = (typeof routes)[number];

/** P0 danger now, P1 today, P2 this week, P3 low, PX not a concern. Words in a mail only ever raise it; lowering needs a person. */
export const priorities = ['P0', 'P1', 'P2', 'P3', 'PX'] as const;
export type Priority = (typeof priorities)[number];

/** Danger now, or for the same day: somebody is told at once. */
export function isUrgent(priority: Priority): priority is 'P0' | 'P1' {
  return priority === 'P0' || priority === 'P1';
}

export function isMoreUrgent(one: Priority, other: Priority): boolean {
  return priorities.indexOf(one) < priorities.indexOf(other);
}

/** Clauses of the policy: group rules, expectations, inappropriate online activity. */
export const clauseIds = [
  'GR1', 'GR2', 'GR3', 'GR4', 'EX1', 'EX2', 'EX3', 'EX4', 'EX5', 'EX6',
  'IA1', 'IA2', 'IA3', 'IA4', 'IA5', 'IA6a', 'IA6b', 'IA7', 'IA8', 'IA9',
] as const;
export type ClauseId = (typeof clauseIds)[number];

/** RS1 to RS5 are the policy's responses; RS0a and RS0b are school practice. Not a ladder: any number, combinable (policy PR4). */
export const responseIds = ['RS0a', 'RS0b', 'RS1', 'RS2', 'RS3', 'RS4', 'RS5'] as const;
export type ResponseId = (typeof responseIds)[number];

/**
 * What can be proposed: a response, the neutral note that tells the person who wrote to us that the matter is closed, or the school's agreed
 * "Thank you, we have it", which one press by a named person sends.
 */
export type Proposable = Choosable | 'acknowledgement';
/** Those that a leader chooses, with a guide and a form. */
export type Choosable = ResponseId | 'closing-note';

/** Was the sender verified? `fail`: the tenant holds the sender to be false. `doubtful`: checks failed, as also happens to honest forwarders. `none`: it said nothing. */
export const senderVerdicts = ['pass', 'doubtful', 'fail', 'none'] as const;
export type SenderVerdict = (typeof senderVerdicts)[number];

/** Which clock a request for information starts: a month for one's own data (UK GDPR art. 12(3)), twenty school days for freedom of information (FOIA s.10 and its school regulations). */
export const requestKinds = ['personal-data', 'freedom-of-information'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** Held through membership of the school's named Entra groups, and nothing else. */
export const roles = ['office', 'slt', 'head', 'executive-head', 'safeguarding-lead', 'chair', 'governor', 'staff'] as const;
export type Role = (typeof roles)[number];

/** A signed-in member of the school, as the groups last said. `oid` is the Entra object id. */
export interface Person { oid: string; roles: readonly Role[] }

/** What a concern came to. */
export const outcomes = ['resolved', 'no-further-action', 'passed-on', 'unfounded'] as const;
export type Outcome = (typeof outcomes)[number];
