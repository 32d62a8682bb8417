import type { MailPerson } from './mail.ts';
import type { Understanding } from './understanding.ts';

/** A parent who sends on what another parent wrote told us; the other did not, and must never be thanked or written to as if. */
export function whoToldUs(understood: Pick<Understanding, 'author' | 'forwarder' | 'told'> | null): { reporter: MailPerson | null; forwarder: MailPerson | null } {
  if (understood === null) return { reporter: null, forwarder: null };
  return understood.told === 'forwarder' ? { reporter: understood.forwarder, forwarder: null } : { reporter: understood.author, forwarder: understood.forwarder };
}
