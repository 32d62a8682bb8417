import type { RequestKind } from '../../concern/rules/words-of-the-school.ts';
import type { Understanding } from './understanding.ts';

const foi = /\bfreedom of information\b|\bfoia?\b|\benvironmental information regulations?\b/i;
const aboutPeople = /\bsubject access\b|\bsars?\b|\b(?:personal|my|his|her|our|their) (?:data|information|file|records?)\b|\b(?:about|on|concerning) (?:me|us|him|her|my \w+|our \w+)\b|\bgdpr\b/i;

/**
 * Which clock a mail starts that asks for what the school holds, whatever else it is; null where it asks for nothing. Said in so many words
 * it is freedom of information; asked about a person it is theirs to have in a month (UK GDPR art. 12(3)), and so it is in doubt.
 */
export function requestKindOf(read: Pick<Understanding, 'route' | 'dataRequest' | 'dataWords' | 'text'>, subject: string): RequestKind | null {
  if (!read.dataRequest && read.route !== 'data-request') return null;
  const words = `${subject}\n${read.text.slice(0, 100_000)}`;
  return foi.test(words) && !aboutPeople.test(words) ? 'freedom-of-information' : 'personal-data';
}
