import type { SenderVerdict } from '../../concern/rules/words-of-the-school.ts';
import type { ParsedMail } from './mail.ts';

/**
 * Whose word the school takes on a sender. Where a mail gateway stands in front of the tenant, every mail seems to come from the gateway, and
 * the tenant's own verdict fails for everybody: then the gateway's header counts. `server` picks one of several by the name at its start.
 */
export interface SenderTrust { header: string; server: string | null }

const tenantsOwn: SenderTrust = { header: 'authentication-results', server: null };

/**
 * Was the sender verified? Read from the topmost header that the school trusts: those below it were written before the mail reached
 * the tenant, and anybody can write them. Microsoft's composite verdict stands above DMARC. Whatever it says only ever lowers: a
 * forged pass wins nothing.
 */
export function senderVerdict(mail: Pick<ParsedMail, 'headers'>, trust: SenderTrust = tenantsOwn): SenderVerdict {
  // What did not come through the gateway came to the tenant directly, so that there the tenant's own word is right.
  const value = trusted(mail, trust) ?? trusted(mail, tenantsOwn) ?? '';
  const dmarc = /\bdmarc=(\w+)/.exec(value)?.[1];
  if (/\bcompauth=fail\b/.test(value) || /\bdmarc=fail\b[^;]*\baction=(?:quarantine|reject|oreject)\b/.test(value)) return 'fail';
  if (dmarc === 'fail' || dmarc === 'permerror') return 'doubtful';
  if (/\bspf=fail\b/.test(value) && !/\bdkim=pass\b/.test(value)) return 'doubtful';
  return dmarc === 'pass' || dmarc === 'bestguesspass' ? 'pass' : 'none';
}

/** A mail whose sender is in doubt adds nothing to a concern by itself: a person looks first. */
export function isUnverified(mail: Pick<ParsedMail, 'headers'>, trust: SenderTrust = tenantsOwn): boolean {
  return ['doubtful', 'fail'].includes(senderVerdict(mail, trust));
}

function trusted({ headers }: Pick<ParsedMail, 'headers'>, { header, server }: SenderTrust): string | null {
  const values = headers.filter(({ name }) => name === header).map(({ value }) => value.toLowerCase());
  return values.find((value) => server === null || serverOf(value) === server) ?? null;
}

/** RFC 8601: the server that speaks stands first, perhaps with a version: `mx.example 1; spf=pass …`. */
function serverOf(value: string): string {
  return /^\s*([^\s;=]+)(?:\s+\d+)?\s*;/.exec(value)?.[1] ?? '';
}
