import { z } from 'zod';
import { Fault, type Mailbox, type MailboxPerson, type MailListed } from '../../ports.ts';
import { GraphRefusal, unlessRefused } from '../faults.ts';
import { isGone, type SendIn } from './mail-calls.ts';
import type { MailFolders } from './mail-folders.ts';
import { moment, query, segment } from '../graph/odata.ts';
import { readPages } from '../graph/pages.ts';

const person = z.object({ emailAddress: z.object({ name: z.string().nullish(), address: z.string().nullish() }) });
const listed = z.object({
  id: z.string(), receivedDateTime: z.string().nullish(), isDraft: z.boolean().nullish(), internetMessageId: z.string().nullish(),
  parentFolderId: z.string().nullish(), from: person.nullish(), sender: person.nullish(), subject: z.string().nullish(), '@removed': z.unknown().optional(),
});
type Listed = z.infer<typeof listed>;

const select = 'receivedDateTime,isDraft,internetMessageId,parentFolderId,from,sender,subject';

/** Reading only: nothing here can mark, move or change a mail. */
export function readMail(sendIn: SendIn, folders: MailFolders): Pick<Mailbox, 'folders' | 'changes' | 'listing' | 'raw'> {
  return {
    folders: (mailbox) => folders.list(mailbox),
    changes: (mailbox, folder, cursor, since) => changes(sendIn, folders, mailbox, folder, cursor, since),
    listing: (mailbox, from, to) => listing(sendIn, folders, mailbox, from, to),
    raw: async (mailbox, id) => {
      const path = `/users/${segment(mailbox)}/messages/${segment(id)}/$value`;
      const answer = await unlessRefused(sendIn(mailbox)({ doing: 'read a mail', right: 'mail', method: 'GET', path }), isGone);
      return answer?.bytes ?? null;
    },
  };
}

/**
 * One round of delta. A cursor that no longer holds is answered with a whole new round from `since` on and `reset`: the reader knows
 * each mail that it has seen, so a replay does no harm. A changed mail is listed again, as is one that was moved here.
 */
async function changes(sendIn: SendIn, folders: MailFolders, mailbox: string, folder: string, cursor: string | null, since: number): ReturnType<Mailbox['changes']> {
  const fresh = `/users/${segment(mailbox)}/mailFolders/${segment(folder)}/messages/delta${query({ $select: select, $filter: `receivedDateTime ge ${moment(since)}` })}`;
  const sent = await folders.sentIds(mailbox);
  if (cursor === null) return { ...await round(sendIn, mailbox, fresh, sent), reset: false };
  const continued = await unlessRefused(round(sendIn, mailbox, cursor, sent), cursorIsLost);
  return continued === null ? { ...await round(sendIn, mailbox, fresh, sent), reset: true } : { ...continued, reset: false };
}

/** 410, or a 40x with a code that has been seen in more than one case. */
function cursorIsLost(refusal: GraphRefusal): boolean {
  return refusal.status === 410 || ['syncstatenotfound', 'resyncrequired', 'errorinvalidsyncstatedata', 'syncstateinvalid'].includes(refusal.code.toLowerCase());
}

async function round(sendIn: SendIn, mailbox: string, path: string, sent: ReadonlySet<string>): Promise<{ mails: MailListed[]; cursor: string }> {
  const doing = 'read what changed in a folder of the mailbox';
  const { values, deltaLink } = await readPages(sendIn(mailbox), { doing, right: 'mail', method: 'GET', path, headers: { Prefer: 'odata.maxpagesize=200' } }, listed);
  if (deltaLink === null) throw new Fault(`Microsoft 365 gave no place to go on from when asked to ${doing}.`, 'later');
  return { mails: values.map((one) => mailOf(one, sent)), cursor: deltaLink };
}

/** The list of all mail leaves Recoverable Items out, so that folder is asked for by itself. */
async function listing(sendIn: SendIn, folders: MailFolders, mailbox: string, from: number, to: number): Promise<MailListed[]> {
  const [{ recoverable }, unsent, sent] = [await folders.special(mailbox), await folders.unsentIds(mailbox), await folders.sentIds(mailbox)];
  const filter = `receivedDateTime ge ${moment(from)} and receivedDateTime lt ${moment(to)}`;
  const lists = ['', ...(recoverable === null ? [] : [`/mailFolders/${segment(recoverable)}`])];
  const found = await Promise.all(lists.map(async (list) => {
    const path = `/users/${segment(mailbox)}${list}/messages${query({ $select: select, $filter: filter, $top: 500 })}`;
    return (await readPages(sendIn(mailbox), { doing: 'list the mail of the mailbox', right: 'mail', method: 'GET', path }, listed)).values;
  }));
  const byId = new Map(found.flat().filter((one) => !unsent.has(one.parentFolderId ?? '')).map((one) => [one.id, one]));
  return [...byId.values()].map((one) => mailOf(one, sent));
}

function mailOf(one: Listed, sent: ReadonlySet<string>): MailListed {
  return {
    id: one.id, receivedAt: Date.parse(one.receivedDateTime ?? '') || 0, removed: one['@removed'] !== undefined,
    draft: one.isDraft ?? false, sent: sent.has(one.parentFolderId ?? ''), messageId: one.internetMessageId ?? null,
    from: personOf(one.from), sender: personOf(one.sender), subject: one.subject ?? '',
  };
}

function personOf(one: Listed['from']): MailboxPerson | null {
  const { name, address } = one?.emailAddress ?? {};
  return one === null || one === undefined ? null : { name: name ?? '', address: (address ?? '').toLowerCase() };
}
