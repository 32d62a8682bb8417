import { z } from 'zod';
import { Conflict, Fault, type DraftOrder, type Mailbox } from '../../ports.ts';
import { unlessRefused } from '../faults.ts';
import { findByMark, getDraft, markProperty } from './find-draft.ts';
import { isGone, type SendIn } from './mail-calls.ts';
import type { MailFolders } from './mail-folders.ts';
import { query, segment } from '../graph/odata.ts';
import { parsed } from '../graph/pages.ts';

const created = z.object({ id: z.string() });
const state = z.object({ isDraft: z.boolean() });

/** Graph takes four million bytes in one request, and base64 makes three bytes four. */
const mostBytes = 2_900_000;

/** Letters: a draft that can be found again by its mark, sent by its id, and looked up. */
export function drafts(sendIn: SendIn, folders: MailFolders): Pick<Mailbox, 'createDraft' | 'findByMark' | 'get' | 'send' | 'deleteDraft'> {
  return {
    createDraft: (mailbox, order) => createDraft(sendIn, mailbox, order),
    findByMark: (mailbox, mark) => findByMark(sendIn, folders, mailbox, mark),
    get: (mailbox, id) => getDraft(sendIn, folders, mailbox, id),
    send: async (mailbox, id) => {
      await sendIn(mailbox)({ doing: 'send a letter', right: 'mail', method: 'POST', path: `/users/${segment(mailbox)}/messages/${segment(id)}/send` });
    },
    deleteDraft: (mailbox, id) => deleteDraft(sendIn, mailbox, id),
  };
}

/** One request, attachments inside: there is never a draft with half of them. */
async function createDraft(sendIn: SendIn, mailbox: string, order: DraftOrder): Promise<string> {
  const bytes = order.attachments.reduce((sum, one) => sum + one.bytes.length, 0);
  if (bytes > mostBytes) throw new Fault('The files of this letter are larger than 2.9 MB together, which is more than a letter may carry. Make them smaller and propose it again.', 'never');
  const doing = 'make the draft of a letter';
  const answer = await sendIn(mailbox)({ doing, right: 'mail', method: 'POST', path: `/users/${segment(mailbox)}/messages`, json: buildMessage(order) });
  return parsed(created, answer.json(), doing).id;
}

function buildMessage(order: DraftOrder): object {
  return {
    subject: order.subject,
    body: { contentType: 'text', content: order.text },
    from: { emailAddress: { address: order.from } },
    replyTo: [{ emailAddress: { address: order.replyTo } }],
    toRecipients: [{ emailAddress: { name: order.to.name, address: order.to.address } }],
    // Our own mail is known by it when it comes back to school@; the value is an id, no name.
    internetMessageHeaders: [{ name: 'x-concern-desk', value: order.mark }],
    singleValueExtendedProperties: [{ id: markProperty, value: order.mark }],
    attachments: order.attachments.map((one) => ({
      '@odata.type': '#microsoft.graph.fileAttachment', name: one.name, contentType: one.media, contentBytes: Buffer.from(one.bytes).toString('base64'),
    })),
  };
}

/** A letter that has left stays in Sent Items, whatever was asked. */
async function deleteDraft(sendIn: SendIn, mailbox: string, id: string): Promise<void> {
  const doing = 'take back the draft of a letter';
  const path = `/users/${segment(mailbox)}/messages/${segment(id)}`;
  const found = await unlessRefused(sendIn(mailbox)({ doing, right: 'mail', method: 'GET', path: `${path}${query({ $select: 'isDraft' })}` }), isGone);
  if (found === null) return;
  if (!parsed(state, found.json(), doing).isDraft) throw new Conflict('This letter has left already, so its draft can no longer be taken back.');
  await unlessRefused(sendIn(mailbox)({ doing, right: 'mail', method: 'DELETE', path }), isGone);
}
