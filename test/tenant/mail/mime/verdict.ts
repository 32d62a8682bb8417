import type { Collection } from '../../store.ts';
import type { Tenant } from '../../tenant.ts';

/** What Exchange is to find out about a sender: the text after the authserv-id, e.g. `spf=fail …; dkim=none; dmarc=fail`. */
interface Verdict { results: string }

export const verdictsOf = (tenant: Tenant): Collection<Verdict> => tenant.store.collection<Verdict>('sender-verdicts');
const AUTHSERV_ID = 'mx.grove.example';

/** Puts the tenant's own `Authentication-Results` in front when control has set a verdict for this sender, and only then. */
export function withVerdict(tenant: Tenant, sender: string, mime: Buffer): Buffer {
  const verdict = verdictsOf(tenant).get(sender.toLowerCase());
  if (verdict === undefined) return mime;
  return Buffer.concat([Buffer.from(`Authentication-Results: ${AUTHSERV_ID};\r\n ${verdict.results}\r\n`), mime]);
}
