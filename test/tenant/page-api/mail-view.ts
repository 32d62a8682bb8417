import { convert } from 'html-to-text';
import type { Attachment, Message } from '../mail/model.ts';
import type { Tenant } from '../tenant.ts';
import type { AttachmentView, MailRow, MailView } from './shapes.ts';

/** A line of the message list. */
export function mailRow(message: Message): MailRow {
  const { key, subject, from, to, isRead, isDraft } = message;
  return {
    key, subject, from, to, isRead, isDraft, at: message.receivedAt, preview: plainText(message.body).replace(/\s+/g, ' ').trim().slice(0, 140),
    hasAttachments: message.attachments.some((one) => !one.isInline),
  };
}

/** A mail as the reading pane shows it. */
export function mailView(tenant: Tenant, message: Message): MailView {
  const { contentType, content } = message.body;
  return {
    ...mailRow(message), cc: message.cc,
    body: { kind: contentType, content: contentType === 'html' ? withOwnPictures(tenant, content, message.attachments) : content },
    attachments: message.attachments.filter((one) => !shownInText(one, content)).map(attachmentView),
  };
}

const texts = new WeakMap<Message['body'], string>();

/** The body as text; remembered, since a list asks for it again and again. */
export function plainText(body: Message['body']): string {
  const known = texts.get(body);
  if (known !== undefined) return known;
  const text = body.contentType === 'text' ? body.content : convert(body.content, { wordwrap: false, limits: { maxInputLength: 2_000_000 }, selectors: [{ selector: 'img', format: 'skip' }, { selector: 'a', options: { hideLinkHrefIfSameAsText: true } }] });
  texts.set(body, text);
  return text;
}

/** A sentence under a picture in the text and again under Attachments would be two pictures: only the rest is listed. */
function shownInText(one: Attachment, content: string): boolean {
  return one.isInline && one.contentId !== null && content.includes(`cid:${one.contentId}`);
}

function attachmentView(one: Attachment): AttachmentView {
  return { id: one.id, name: one.name, contentType: one.contentType, size: one.size, isMail: one.kind === 'item' };
}

/** `cid:` pictures as data, so that the frame needs nothing from anywhere. */
function withOwnPictures(tenant: Tenant, html: string, attachments: Attachment[]): string {
  return attachments.filter((one) => one.contentType.startsWith('image/') && shownInText(one, html))
    .reduce((text, one) => text.replaceAll(`cid:${one.contentId ?? ''}`, `data:${one.contentType};base64,${tenant.store.bytes(one.sha).toString('base64')}`), html);
}
