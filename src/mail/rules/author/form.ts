import type { MailPerson, ParsedMail } from '../mail.ts';
import { isStaff, type Knowledge } from './authorship.ts';
import { isDevice } from './device.ts';
import { personInText } from './person-in-text.ts';

const namesOf = { whole: labelled('name'), last: labelled('(?:last|family|second)[\\s-]*name|surname'), email: labelled('e-?mail(?:[\\s-]+address)?') };

/**
 * Who filled in a form that a machine sent: the one address typed as theirs, which the form often sets in Reply-To too. Anybody can type any
 * name, so the evidence says so; two addresses that differ are nobody's.
 */
export function whoFilledIn(mail: ParsedMail, context: Knowledge): MailPerson | null {
  const typed = personInText(valueOf(mail.text, namesOf.email));
  const answer = mail.replyTo.length === 1 ? (mail.replyTo[0] ?? null) : null;
  const outside = [typed, answer].filter((person): person is MailPerson => person?.email != null && !isDevice(person) && !isStaff(person, context));
  const [email, ...others] = new Set(outside.map((person) => person.email));
  if (typed?.email == null || typed.email !== email || others.length > 0) return null;
  const name = nameTyped(mail.text) ?? answer?.name ?? '';
  return name === '' ? null : { name, email };
}

function nameTyped(text: string): string | null {
  const name = `${valueOf(text, namesOf.whole)} ${valueOf(text, namesOf.last)}`.trim();
  return /\p{L}{2}/u.test(name) && name.length <= 80 ? name : null;
}

/** "Name: …", "Your name …", "First name" with its answer on the same line or the next. */
function labelled(word: string): RegExp {
  return new RegExp(`^[\\s|*]*(?:(?:your|full|first|given|contact|sender(?:'s)?|visitor(?:'s)?|parent(?:'s|/carer)?)[\\s-]+)?(?:${word})[\\s*]*(?:\\(required\\))?[ \\t*|:]*(?:\\n[ \\t]*)?(?=\\S)([^\\n]+)$`, 'imu');
}

function valueOf(text: string, label: RegExp): string {
  return (label.exec(text.slice(0, 20_000))?.[1] ?? '').replace(/[|*]/g, ' ').replace(/\s+/g, ' ').trim();
}
