import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type Mail from 'nodemailer/lib/mailer/index.js';
import type { Tenant } from '../../tenant.ts';
import type { Address, Message } from '../model.ts';

/** The bytes of a draft as Exchange would write them when it leaves. Blind copies are not named in them. */
export function buildMime(tenant: Tenant, draft: Message): Promise<Buffer> {
  return new Promise((done, refuse) => {
    new MailComposer(optionsOf(tenant, draft)).compile().build((error, bytes) => { if (error === null) done(bytes); else refuse(error); });
  });
}

function optionsOf(tenant: Tenant, draft: Message): Mail.Options {
  const text = draft.body.contentType === 'html' ? { html: draft.body.content } : { text: draft.body.content };
  return {
    ...text, subject: draft.subject, date: new Date(tenant.now()),
    ...(draft.from === null ? {} : { from: mailAddress(draft.from) }),
    ...(draft.sender !== null && draft.sender.address !== draft.from?.address ? { sender: mailAddress(draft.sender) } : {}),
    to: draft.to.map(mailAddress), cc: draft.cc.map(mailAddress), replyTo: draft.replyTo.map(mailAddress),
    ...(draft.internetMessageId === null ? {} : { messageId: draft.internetMessageId }),
    ...(draft.references.length === 0 ? {} : { references: draft.references, inReplyTo: draft.references.at(-1) ?? '' }),
    headers: draft.headers.map(({ name, value }) => ({ key: name, value })),
    attachments: draft.attachments.map((one) => attachmentOf(tenant, one)),
    ...(draft.importance === 'high' || draft.importance === 'low' ? { priority: draft.importance } : {}),
  };
}

function attachmentOf(tenant: Tenant, one: Message['attachments'][number]): Mail.Attachment {
  return {
    filename: one.name, contentType: one.contentType, content: tenant.store.bytes(one.sha), contentDisposition: one.isInline ? 'inline' : 'attachment',
    ...(one.contentId === null ? {} : { cid: one.contentId }),
  };
}

function mailAddress(one: Address): Mail.Address {
  return { name: one.name, address: one.address };
}
