import { createTransport } from 'nodemailer';
import { newMessage } from '../mail/deliver.ts';
import { addMessage } from '../mail/messages.ts';
import { parseMime } from '../mail/mime/parse-mime.ts';
import type { Mailbox } from '../mail/model.ts';
import { TenantFault } from '../route.ts';
import type { Tenant } from '../tenant.ts';
import { composeMail, type Answered } from './compose-mail.ts';
import { nameForAddress } from './people.ts';
import type { NamedAddress, NewMail, SentMail } from './shapes.ts';

/** Sends by SMTP, as any mail from the world comes, and keeps the same bytes in Sent Items. */
export async function sendMail(tenant: Tenant, smtpPort: number, from: Mailbox, mail: NewMail, answered: Answered | null): Promise<SentMail> {
  const to = parseAddresses(mail.to);
  const cc = parseAddresses(mail.cc);
  if (to.length + cc.length === 0) throw new TenantFault(400, 'NoRecipients', 'Say who the mail goes to.');
  const raw = await composeMail(tenant, from, mail, { to, cc }, answered);
  const refused = await overSmtp(smtpPort, from.address, [...to, ...cc].map((one) => one.address), raw);
  const kept = newMessage(tenant, from.address, 'sentitems', tenant.store.putBytes(raw), await parseMime(tenant, raw));
  addMessage(tenant, { ...kept, isRead: true });
  return { refused };
}

/** `a@b.example; "C, D" <c@d.example>` as people type it, with the names we know put in. */
export function parseAddresses(text: string): NamedAddress[] {
  return text.split(/[;,\n](?=(?:[^"]*"[^"]*")*[^"]*$)/).map((one) => one.trim()).filter((one) => one !== '').map((one) => {
    const [, name = '', address = one] = /^"?([^"<]*?)"?\s*<([^<>]+)>$/.exec(one) ?? [];
    if (!/^[^\s@<>]+@[^\s@<>]+$/.test(address)) throw new TenantFault(400, 'InvalidRecipients', `"${one}" is not an email address.`);
    return { name: name.trim() === '' ? nameForAddress(address) : name.trim(), address };
  });
}

async function overSmtp(port: number, from: string, to: string[], raw: Buffer): Promise<string[]> {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
  try {
    const sent = await transport.sendMail({ envelope: { from, to }, raw });
    return sent.rejected;
  } catch (error) {
    throw new TenantFault(400, 'NotDelivered', `The mail was not taken: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    transport.close();
  }
}
