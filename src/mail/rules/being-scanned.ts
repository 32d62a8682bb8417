import type { MailExhibit, ParsedMail } from './mail.ts';

/** What Safe Attachments puts in an attachment's place while it is scanned ("Dynamic Delivery"); older tenants say ATP. */
const placeholderName = /^(?:atp|safe attachments?)[ _]scan[ _]in[ _]progress\b/i;
/** In the raw mail the placeholder can bear the attachment's own name: then its few hundred bytes tell. */
const placeholderText = /(?:safe attachments?|\batp\b)[^.]{0,80}\bscan\b[^.]{0,40}\bprogress|being scanned by (?:microsoft|safe attachments|atp)/i;
const longestPlaceholder = 20_000;

export function isBeingScanned(exhibit: Pick<MailExhibit, 'name' | 'bytes'>): boolean {
  if (placeholderName.test(exhibit.name)) return true;
  return exhibit.bytes.length <= longestPlaceholder && placeholderText.test(new TextDecoder('latin1').decode(exhibit.bytes));
}

/** As it is shown to people: what stands here is not the attachment yet. */
export function exhibitName(exhibit: Pick<MailExhibit, 'name' | 'bytes'>): string {
  return isBeingScanned(exhibit) ? `${beingScanned}: ${exhibit.name}` : exhibit.name;
}

export const beingScanned = 'Being scanned';

/** A placeholder can be a mail in the mail; nobody wrote it. */
export function withoutPlaceholderMails<Mail extends Pick<ParsedMail, 'exhibits' | 'nested'>>(mail: Mail): Mail {
  const nested = mail.nested.filter(({ exhibit }) => !isBeingScanned(mail.exhibits[exhibit] ?? { name: '', bytes: new Uint8Array() }));
  return nested.length === mail.nested.length ? mail : { ...mail, nested };
}
