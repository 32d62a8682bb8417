import { headerOf, type MailPerson, type ParsedMail } from '../mail.ts';
import { personInText } from './person-in-text.ts';

/** Is this where one posts to the list that the mail came through (RFC 2369, 2919)? Its name is often its address with dots. */
export function isListAddress(mail: ParsedMail, email: string | null): boolean {
  if (email === null) return false;
  const post = (headerOf(mail, 'list-post') ?? '').toLowerCase();
  const id = (headerOf(mail, 'list-id') ?? '').toLowerCase();
  return post.includes(`mailto:${email}`) || id.includes(`<${email.replace('@', '.')}>`);
}

/** Lists and groups that rewrite the sender ("Amara Nwosu via PTA") leave the true one in Reply-To, in a header of Google's, or only the name. */
export function behindList(mail: ParsedMail, from: MailPerson): MailPerson {
  const name = /^'?(.+?)'? via /i.exec(from.name)?.[1];
  if (name === undefined || headerOf(mail, 'list-id') === null) return from;
  const only = mail.replyTo.length === 1 ? (mail.replyTo[0] ?? null) : null;
  if (only?.email != null && !isListAddress(mail, only.email)) return { name, email: only.email };
  const original = personInText(headerOf(mail, 'x-original-from') ?? headerOf(mail, 'x-original-sender') ?? '');
  if (original?.email != null) return { name, email: original.email };
  return isListAddress(mail, from.email) ? { name, email: null } : from;
}

/** Sent by the list itself: a digest of several writers, or a list that hides who wrote. */
export function isFromListItself(mail: ParsedMail): boolean {
  const from = mail.from;
  return from !== null && isListAddress(mail, from.email) && !/ via /i.test(from.name);
}
