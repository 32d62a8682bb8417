import type { MailPerson } from '../mail.ts';
import { deviceSenders, gatewayDomains } from '../words/header-words.ts';

const gateway = new RegExp(`^(?:${gatewayDomains.join('|')})[.-]`);

/** A scanner, a form or a gateway sent it: somebody else wrote it, and a person must say who. */
export function isDevice(person: MailPerson | null): boolean {
  const [local = '', domain = ''] = person?.email?.split('@') ?? [];
  const name = local.replace(/\+.*$/, '');
  return gateway.test(domain) || deviceSenders.some((device) => name === device || new RegExp(`^${device}[\\W_\\d]`).test(name));
}
