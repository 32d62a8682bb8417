import { z } from 'zod';
import { loadFolder } from '../mail/folders.ts';
import { changeMessage, deleteMessage, loadMessage, messagesIn, moveMessage } from '../mail/messages.ts';
import { bytesOf } from '../mail/mime/bytes-of.ts';
import type { Mailbox, Message } from '../mail/model.ts';
import { TenantFault, type Route, type TenantRequest } from '../route.ts';
import type { Tenant } from '../tenant.ts';
import { answerDraft, attachedName } from './answer-mail.ts';
import { act, bodyOf, Download, read } from './ask.ts';
import { mailRow, mailView } from './mail-view.ts';
import { folderViews, mailboxViews, requireMailbox } from './open-mailbox.ts';
import { sendMail } from './send-mail.ts';
import type { PagePerson } from './shapes.ts';

const how = z.enum(['reply', 'forward', 'forward-as-attachment']);
const newMail = z.object({
  to: z.string(), cc: z.string(), subject: z.string(), text: z.string(),
  attachments: z.array(z.object({ name: z.string(), contentType: z.string(), base64: z.base64() })),
  answering: z.object({ key: z.string(), how }).nullable(),
});
const readMark = z.object({ isRead: z.boolean() });
const destination = z.object({ folder: z.string() });
const here = 'mail/:mailbox';

type OfMailbox = (mailbox: Mailbox, request: TenantRequest) => unknown;
type OfMessage = (message: Message, mailbox: Mailbox, request: TenantRequest) => unknown;

/** Outlook's part of the page: the mailboxes a person may open, what lies in them, and what is done with it. */
export function mailPageRoutes(tenant: Tenant, smtpPort: number): Route[] {
  const inMailbox = (answer: OfMailbox) => (person: PagePerson, request: TenantRequest): unknown => answer(requireMailbox(tenant, person, request.params['mailbox'] ?? ''), request);
  const ofMessage = (answer: OfMessage) => inMailbox((mailbox, request) => answer(loadMessage(tenant, mailbox.address, request.params['message'] ?? ''), mailbox, request));
  return [
    read('mail', (person) => mailboxViews(tenant, person)),
    read(`${here}/folders`, inMailbox((mailbox) => folderViews(tenant, mailbox))),
    read(`${here}/folders/:folder`, inMailbox((mailbox, request) => messagesIn(tenant, mailbox.address, loadFolder(tenant, mailbox.address, request.params['folder'] ?? '').id).map(mailRow))),
    read(`${here}/messages/:message`, ofMessage((message) => mailView(tenant, message))),
    read(`${here}/messages/:message/source`, ofMessage(async (message) => new Download(await bytesOf(tenant, message), attachedName(message), 'message/rfc822'))),
    read(`${here}/messages/:message/attachments/:attachment`, ofMessage((message, _mailbox, request) => attachment(tenant, message, request.params['attachment'] ?? ''))),
    read(`${here}/messages/:message/answer/:how`, ofMessage((message, _mailbox, request) => answerDraft(message, how.parse(request.params['how'])))),
    act(`${here}/messages/:message/read`, ofMessage((message, _mailbox, request) => { markRead(tenant, message, bodyOf(request, readMark).isRead); })),
    act(`${here}/messages/:message/move`, ofMessage((message, mailbox, request) => { moveMessage(tenant, message, loadFolder(tenant, mailbox.address, bodyOf(request, destination).folder).id); })),
    act(`${here}/messages/:message/delete`, ofMessage((message) => { deleteMessage(tenant, message); })),
    act(`${here}/send`, inMailbox((mailbox, request) => {
      const mail = bodyOf(request, newMail);
      const answered = mail.answering === null ? null : { message: loadMessage(tenant, mailbox.address, mail.answering.key), how: mail.answering.how };
      return sendMail(tenant, smtpPort, mailbox, mail, answered);
    })),
  ];
}

function markRead(tenant: Tenant, message: Message, isRead: boolean): void {
  if (message.isRead !== isRead) changeMessage(tenant, message, { isRead });
}

function attachment(tenant: Tenant, message: Message, id: string): Download {
  const found = message.attachments.find((one) => one.id === id);
  if (found === undefined) throw new TenantFault(404, 'ErrorItemNotFound', 'The attachment is not there any more.');
  return new Download(tenant.store.bytes(found.sha), found.kind === 'item' && !/\.eml$/i.test(found.name) ? `${found.name}.eml` : found.name, found.contentType);
}
