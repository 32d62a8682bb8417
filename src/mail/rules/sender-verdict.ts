import type { SenderVerdict } from '../../concern/rules/words-of-the-school.ts';
import type { ParsedMail } from './mail.ts';

/**
 * Was the sender verified? Read from the topmost `Authentication-Results` only: those below it were written before the mail reached
 * the tenant, and anybody can write them. Microsoft's composite verdict stands above DMARC. Whatever it says only ever lowers: a
 * forged pass wins nothing.
 */
export function senderVerdict(mail: Pick<ParsedMail, 'headers'>): SenderVerdict {
  const value = mail.headers.find((header) => header.name === 'authentication-results')?.value.toLowerCase() ?? '';
  const dmarc = /\bdmarc=(\w+)/.exec(value)?.[1];
  if (/\bcompauth=fail\b/.test(value) || /\bdmarc=fail\b[^;]*\baction=(?:quarantine|reject|oreject)\b/.test(value)) return 'fail';
  if (dmarc === 'fail' || dmarc === 'permerror') return 'doubtful';
  if (/\bspf=fail\b/.test(value) && !/\bdkim=pass\b/.test(value)) return 'doubtful';
  return dmarc === 'pass' || dmarc === 'bestguesspass' ? 'pass' : 'none';
}

/** A mail whose sender is in doubt adds nothing to a concern by itself: a person looks first. */
export function isUnverified(mail: Pick<ParsedMail, 'headers'>): boolean {
  return ['doubtful', 'fail'].includes(senderVerdict(mail));
}
