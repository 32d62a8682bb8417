import type { ParsedMail } from './mail.ts';

/**
 * Was the sender verified? Read from the topmost `Authentication-Results` only: those below it were written before the mail reached
 * the tenant, and anybody can write them. `none` when the tenant said nothing.
 */
export function senderVerdict(mail: Pick<ParsedMail, 'headers'>): 'pass' | 'fail' | 'none' {
  const value = mail.headers.find((header) => header.name === 'authentication-results')?.value.toLowerCase() ?? '';
  const dmarc = /\bdmarc=(\w+)/.exec(value)?.[1];
  if (dmarc === 'pass' || dmarc === 'bestguesspass') return 'pass';
  if (dmarc === 'fail' || dmarc === 'permerror') return 'fail';
  if (/\bspf=fail\b/.test(value) && !/\bdkim=pass\b/.test(value)) return 'fail';
  return 'none';
}
