import type { ParsedMail } from './mail.ts';

const reference = /(?<![A-Z0-9])([A-Z]{2,6})-(\d{2})-(\d{4,5})(?!\d|-\d)/gi;

/**
 * The reference of ours that a mail answers: in the ids it replies to, else in its subject, else in its text (own words first).
 * Two different references in one place say nothing, so null.
 */
export function findReference(mail: Pick<ParsedMail, 'inReplyTo' | 'references' | 'subject' | 'text'>, schoolCode: string | null): string | null {
  const places = [mail.inReplyTo ?? '', mail.references.join(' '), mail.subject, mail.text.slice(0, 200_000)];
  for (const place of places) {
    const found = new Set([...place.matchAll(reference)].filter((each) => isOurs(each[1] ?? '', schoolCode)).map((each) => each[0].toUpperCase()));
    if (found.size === 1) return [...found][0] ?? null;
    if (found.size > 1) return null;
  }
  return null;
}

/** Other people's numbers that look the same, for when the school's own letters are not known. */
const othersNumbers = ['INV', 'PO', 'ORD', 'ORDER', 'REF', 'TKT', 'CASE', 'CN', 'SO', 'QU', 'ISO', 'COVID', 'FOI', 'SAR', 'INC', 'REQ', 'JOB', 'AC', 'TEL'];

function isOurs(code: string, schoolCode: string | null): boolean {
  if (schoolCode === null) return !othersNumbers.includes(code.toUpperCase());
  return code.toUpperCase() === schoolCode.toUpperCase();
}
