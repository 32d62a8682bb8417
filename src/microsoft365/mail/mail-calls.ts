import { atMost } from '../graph/at-most.ts';
import type { Graph, GraphCall, Send } from '../client.ts';
import type { GraphRefusal } from '../faults.ts';

/** Graph as seen from one mailbox. */
export type SendIn = (mailbox: string) => Send;

export type MailCall = GraphCall & { right: 'mail' };

// Outlook serves an app four at once in one mailbox; a person's own work through Graph may take the fourth.
const atOnce = 3;

/**
 * Every mail call of the process goes through here: at most three at once in a mailbox, and immutable ids always asked for, since
 * one answer without them would give ids that die when somebody files the mail.
 */
export function mailCalls(graph: Graph): SendIn {
  const queue = atMost(atOnce);
  return (mailbox) => (call) => queue(mailbox.toLowerCase(), () => graph.send({ ...call, headers: withImmutableIds(call.headers ?? {}) }));
}

export function withImmutableIds(headers: Record<string, string>): Record<string, string> {
  const asked = headers['Prefer'];
  return { ...headers, Prefer: asked === undefined ? 'IdType="ImmutableId"' : `IdType="ImmutableId", ${asked}` };
}

/** The mail or folder is no longer there. A 404 with another code (no such mailbox, not licensed) is a fault of the set-up. */
export function isGone(refusal: GraphRefusal): boolean {
  return refusal.status === 404 && ['erroritemnotfound', 'itemnotfound', 'errorfoldernotfound'].includes(refusal.code.toLowerCase());
}
