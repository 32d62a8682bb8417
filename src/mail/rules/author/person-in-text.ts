import type { MailPerson } from '../mail.ts';

const address = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+\.[^\s<>()[\]"',;:]+/g;

/**
 * A person as mail programs print one: `Name <a@b>`, `Name [mailto:a@b]`, `a@b`, `Name`. Null when two different
 * addresses stand there ("x on behalf of y"): either could be meant.
 */
export function personInText(text: string): MailPerson | null {
  const line = text.slice(0, 500).replace(/mailto:/gi, '').replace(/[\u200b\u200e\u200f]/g, '').trim();
  const emails = [...new Set((line.match(address) ?? []).map((each) => each.toLowerCase().replace(/[.>]+$/, '')))];
  if (emails.length > 1) return null;
  const email = emails[0] ?? null;
  const name = nameIn(line);
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
  return parts.length === 2 && first !== undefined && last !== undefined && /^[\p{L}' -]+$/u.test(first) ? `${first} ${last}` : name;
}
