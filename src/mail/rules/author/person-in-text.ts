import type { MailPerson } from '../mail.ts';

const address = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+\.[^\s<>()[\]"',;:]+/g;

/**
 * A person as mail programs print one: `Name <a@b>`, `Name [mailto:a@b]`, `a@b`, `Name`. Null when two different
 * addresses stand there ("x on behalf of y"): either could be meant. Of "Amara Nwosu via Year 3 <list@…>" the address is the list's.
 */
export function personInText(text: string): MailPerson | null {
  const line = text.slice(0, 500).replace(/mailto:/gi, '').replace(/[\u200b\u200e\u200f]/g, '').trim();
  const emails = [...new Set((line.match(address) ?? []).map((each) => each.toLowerCase().replace(/[.>]+$/, '')))];
  if (emails.length > 1) return null;
  const name = nameIn(line);
  const throughList = /^'?(.+?)'? via \S/i.exec(name)?.[1];
  if (throughList !== undefined) return { name: throughList, email: null };
  const email = emails[0] ?? null;
  return name === '' && email === null ? null : { name, email };
}

function nameIn(line: string): string {
  const before = line.split(/[<[(]|[^\s<>()[\]"',;:]+@/, 1)[0] ?? '';
  const name = before.replace(/["*]/g, '').replace(/^'|'$/g, '').replace(/\s+/g, ' ').trim().replace(/[,;]$/, '');
  return turned(name).slice(0, 120);
}

/** "Nwosu, Amara", as directories print names. */
function turned(name: string): string {
  const parts = name.split(/\s*,\s*/);
  const [last, first] = parts;
  return parts.length === 2 && first !== undefined && last !== undefined && /^(?:(?:dr|mr|mrs|ms|miss|prof|rev)\.? )?[\p{L}'\u2019 -]+$/iu.test(first) ? `${first} ${last}` : name;
}

const noName = /\b(?:anonymous|unknown|withheld|removed|redacted|name|parents?|mums?|dads?|carer|somebody|someone|undisclosed|sender|class|year|group)\b/i;

/** Without an address a name must be one: "parent", "[removed]" and a phone's "Mum" could be anybody. */
export function isFullName(name: string): boolean {
  if (noName.test(name)) return false;
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  return /^\p{Lo}/u.test(name) || words.filter((word) => !/^\p{Ll}/u.test(word)).length >= 2;
}
