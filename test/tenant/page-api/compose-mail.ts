import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type Mail from 'nodemailer/lib/mailer/index.js';
import { bytesOf } from '../mail/mime/bytes-of.ts';
import type { Mailbox, Message } from '../mail/model.ts';
import type { Tenant } from '../tenant.ts';
import { attachedName, htmlBelow, htmlOfText, textBelow } from './answer-mail.ts';
import type { NamedAddress, NewMail } from './shapes.ts';

export interface Answered { message: Message; how: NonNullable<NewMail['answering']>['how'] }

/** The bytes of a mail as Outlook would send it: text and HTML, the answered mail below or attached. */
export async function composeMail(tenant: Tenant, from: Mailbox, mail: NewMail, to: { to: NamedAddress[]; cc: NamedAddress[] }, answered: Answered | null): Promise<Buffer> {
  const below = answered === null || answered.how === 'forward-as-attachment' ? null : answered.message;
  const text = mail.text.replaceAll('\r\n', '\n');
  return build({
    from: { name: from.displayName, address: from.address }, to: to.to, cc: to.cc, subject: mail.subject, date: new Date(tenant.now()),
    text: below === null ? text : `${text}\n\n${textBelow(below)}`,
    html: `<html><head><meta charset="utf-8"></head><body dir="ltr">\n${htmlOfText(text)}${below === null ? '' : `\n${htmlBelow(below)}`}\n</body></html>`,
    ...threadOf(answered), attachments: [...mail.attachments.map(fileOf), ...await attachmentsOf(tenant, answered)],
  });
}

function fileOf(one: NewMail['attachments'][number]): Mail.Attachment {
  return { filename: one.name, contentType: one.contentType, content: Buffer.from(one.base64, 'base64') };
}

/** A forward as attachment begins a conversation of its own, as in Outlook. */
function threadOf(answered: Answered | null): Pick<Mail.Options, 'references' | 'inReplyTo'> {
  const id = answered?.message.internetMessageId ?? null;
  if (answered === null || id === null || answered.how === 'forward-as-attachment') return {};
  return { inReplyTo: id, references: [...answered.message.references, id] };
}

async function attachmentsOf(tenant: Tenant, answered: Answered | null): Promise<Mail.Attachment[]> {
  if (answered === null) return [];
  const { message, how } = answered;
  if (how === 'forward-as-attachment') {
    return [{ filename: attachedName(message), contentType: 'message/rfc822', contentDisposition: 'attachment', content: await bytesOf(tenant, message) }];
  }
  return message.attachments.filter((one) => how === 'forward' || one.isInline).map((one) => ({
    filename: one.name, contentType: one.contentType, content: tenant.store.bytes(one.sha), contentDisposition: one.isInline ? 'inline' : 'attachment',
    ...(one.contentId === null ? {} : { cid: one.contentId }),
  }));
}

function build(options: Mail.Options): Promise<Buffer> {
  return new Promise((done, refuse) => {
    new MailComposer(options).compile().build((error, bytes) => { if (error === null) done(bytes); else refuse(error); });
  });
}
