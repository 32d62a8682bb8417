import type { MailExhibit, NestedMail, ParsedMail } from '../rules/mail.ts';
import { mailOfMapi } from './mail-of-mapi.ts';
import { openOutlookMessage } from './outlook-message.ts';
import { encryptedMail } from './sealed-mail.ts';
import { openCms } from './signed-content.ts';
import { openTnef } from './tnef.ts';

/** What was found inside what hangs on a mail. */
export interface Opened {
  /** All that hangs on it, then all that hangs on what hangs on it, so that no picture hides in a forwarded mail. */
  exhibits: MailExhibit[];
  nested: NestedMail[];
  /** Words that the mail itself wraps in something (winmail.dat, a signed container), or ''. */
  wrappedText: string;
  cannotRead: string | null;
  notes: string[];
}

/** Reads the bytes of an inner mail; null where it is none, or enough were read already. */
export type ReadInner = (bytes: Uint8Array) => Promise<ParsedMail | null>;

/** Opens every mail and every wrapper among the exhibits. Their own bytes stay exhibits too. */
export async function openExhibits(exhibits: readonly MailExhibit[], readInner: ReadInner): Promise<Opened> {
  const opened: Opened = { exhibits: [...exhibits], nested: [], wrappedText: '', cannotRead: null, notes: [] };
  for (const [index, exhibit] of exhibits.entries()) {
    if (isMail(exhibit)) takeMail(opened, index, await readInner(exhibit.bytes));
    else if (isOutlookMail(exhibit)) takeMail(opened, index, await readMapi(openOutlookMessage(exhibit.bytes), readInner));
    else if (isTnef(exhibit)) takeWrapped(opened, await readMapi(openTnef(exhibit.bytes), readInner));
    else if (isCms(exhibit)) await takeCms(opened, exhibit, readInner);
  }
  return opened;
}

function isMail({ type, name }: MailExhibit): boolean {
  return type === 'message/rfc822' || type === 'message/global' || name.toLowerCase().endsWith('.eml');
}

function isOutlookMail({ type, name, bytes }: MailExhibit): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && (type === 'application/vnd.ms-outlook' || name.toLowerCase().endsWith('.msg') || type === 'application/octet-stream');
}

function isTnef({ type, name, bytes }: MailExhibit): boolean {
  return /^application\/(?:vnd\.)?ms-tnef$/.test(type) || /^win(?:mail)?\.dat$/i.test(name) || (bytes[0] === 0x78 && bytes[1] === 0x9f && bytes[2] === 0x3e && bytes[3] === 0x22);
}

function isCms({ type, name }: MailExhibit): boolean {
  return /^application\/(?:x-)?pkcs7-mime$/.test(type) || name.toLowerCase().endsWith('.p7m');
}

async function readMapi(message: Parameters<typeof mailOfMapi>[0] | null, readInner: ReadInner): Promise<ParsedMail | null> {
  return message === null ? null : readInner(mailOfMapi(message));
}

function takeMail(opened: Opened, exhibit: number, mail: ParsedMail | null): void {
  if (mail === null) return;
  opened.nested.push({ exhibit, mail });
  opened.exhibits.push(...mail.exhibits);
  if (mail.cannotRead !== null) opened.cannotRead ??= `An email that hangs on it cannot be read here: ${mail.cannotRead}`;
}

/** What is wrapped is this mail itself, not another: its words, what hangs on it, and the mails within. */
function takeWrapped(opened: Opened, mail: ParsedMail | null): void {
  if (mail === null) return;
  const before = opened.exhibits.length;
  opened.exhibits.push(...mail.exhibits);
  opened.nested.push(...mail.nested.map((each) => ({ ...each, exhibit: each.exhibit + before })));
  opened.wrappedText = [opened.wrappedText, mail.text].filter((text) => text !== '').join('\n\n');
  opened.cannotRead ??= mail.cannotRead;
  opened.notes.push(...mail.notes);
}

async function takeCms(opened: Opened, exhibit: MailExhibit, readInner: ReadInner): Promise<void> {
  if (/^(?:content-type|mime-version):/i.test(Buffer.from(exhibit.bytes.subarray(0, 20)).toString('latin1'))) {
    takeWrapped(opened, await readInner(exhibit.bytes));
    return;
  }
  const cms = openCms(exhibit.bytes);
  if (cms?.kind === 'signed') {
    opened.notes.push('It is signed (S/MIME). The signature was not checked; Outlook does that.');
    if (cms.content !== null) takeWrapped(opened, await readInner(cms.content));
  } else {
    opened.cannotRead ??= cms?.kind === 'encrypted' ? encryptedMail : 'This email is in a form of S/MIME that is not read here. Open it in Outlook.';
  }
}
