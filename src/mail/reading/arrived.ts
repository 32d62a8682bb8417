import { sha256 } from '../../concern/chain.ts';
import type { MailboxPerson } from '../../ports.ts';

/**
 * A mail as the mailbox lists it: immutable id, when it was received, whether it lay in Sent Items, what is left of it should it be gone;
 * and which try this is.
 */
export interface Arrived { mailbox: string; id: string; receivedAt: number; sent?: boolean; messageId?: string | null; from?: MailboxPerson | null; subject?: string; tries?: number }

/** A copy is known by the hash of its immutable id (which changes case by case, so the hash is of the exact text). */
export function copyHashOf({ mailbox, id }: Pick<Arrived, 'mailbox' | 'id'>): string {
  return sha256(`${mailbox}\n${id}`);
}
