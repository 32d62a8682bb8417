import { z } from 'zod';
import type { MailboxFolder } from '../../ports.ts';
import { unlessRefused } from '../faults.ts';
import { isGone, type SendIn } from './mail-calls.ts';
import { query, segment } from '../graph/odata.ts';
import { parsed, readPages } from '../graph/pages.ts';

const folder = z.object({ id: z.string(), displayName: z.string(), childFolderCount: z.number().nullish() });
type Folder = z.infer<typeof folder>;

/** Folders by what they are for, whatever language the mailbox speaks. */
export interface SpecialFolders { inbox: string | null; drafts: string | null; outbox: string | null; sent: string | null; deleted: string | null; recoverable: string | null }

export interface MailFolders {
  /**
   * Every folder in which mail may come to lie, with those inside it; not Drafts and Outbox. The Inbox comes first, by its well-known name,
   * whatever the mailbox calls it: that is where a parent's mail arrives. What was deleted twice comes after them
   * (no list of folders shows it), and Sent Items last: an answer is read after what it answers.
   */
  list(mailbox: string): Promise<MailboxFolder[]>;
  special(mailbox: string): Promise<SpecialFolders>;
  /** Drafts, Outbox and all inside them: what has not left yet. */
  unsentIds(mailbox: string): Promise<Set<string>>;
  /** Sent Items and all inside them, as they last were listed. */
  sentIds(mailbox: string): Promise<Set<string>>;
}

/** Folder ids stay the same for the life of a mailbox, so the special ones are asked for once. */
export function mailFolders(sendIn: SendIn): MailFolders {
  const known = new Map<string, SpecialFolders>();
  const sentOf = new Map<string, Set<string>>();
  const special = async (mailbox: string): Promise<SpecialFolders> => {
    const found = known.get(mailbox) ?? await readSpecial(sendIn, mailbox);
    known.set(mailbox, found);
    return found;
  };
  const top = (mailbox: string): Promise<Folder[]> => children(sendIn, mailbox, null);
  const below = async (mailbox: string, ids: readonly (string | null)[]): Promise<Folder[]> => withInside(sendIn, mailbox, (await top(mailbox)).filter((one) => ids.includes(one.id)));
  const noteSent = (mailbox: string, folders: readonly Folder[]): Set<string> => {
    const ids = new Set(folders.map((one) => one.id));
    sentOf.set(mailbox, ids);
    return ids;
  };
  return {
    special,
    list: async (mailbox) => {
      const { inbox, drafts, outbox, sent, recoverable } = await special(mailbox);
      const all = await top(mailbox);
      const others = all.filter((one) => ![drafts, outbox, sent].includes(one.id)).sort((a, b) => Number(b.id === inbox) - Number(a.id === inbox));
      const ofSent = await withInside(sendIn, mailbox, all.filter((one) => one.id === sent));
      noteSent(mailbox, ofSent);
      return [
        ...await withInside(sendIn, mailbox, others), ...(recoverable === null ? [] : [{ id: recoverable, displayName: 'Recoverable Items' }]), ...ofSent,
      ].map(({ id, displayName }) => ({ id: id === inbox ? 'inbox' : id, name: displayName }));
    },
    unsentIds: async (mailbox) => { const { drafts, outbox } = await special(mailbox); return new Set((await below(mailbox, [drafts, outbox])).map((one) => one.id)); },
    sentIds: async (mailbox) => sentOf.get(mailbox) ?? noteSent(mailbox, await below(mailbox, [(await special(mailbox)).sent])),
  };
}

async function readSpecial(sendIn: SendIn, mailbox: string): Promise<SpecialFolders> {
  const id = async (name: string): Promise<string | null> => {
    const doing = 'find a folder of the mailbox';
    const asked = sendIn(mailbox)({ doing, right: 'mail', method: 'GET', path: `/users/${segment(mailbox)}/mailFolders/${name}${query({ $select: 'id,displayName' })}` });
    const answer = await unlessRefused(asked, isGone);
    return answer === null ? null : parsed(folder, answer.json(), doing).id;
  };
  return {
    inbox: await id('inbox'), drafts: await id('drafts'), outbox: await id('outbox'), sent: await id('sentitems'), deleted: await id('deleteditems'),
    // Where Exchange keeps what was deleted from Deleted Items, or by a rule that deletes at once, until it is purged.
    recoverable: await id('recoverableitemsdeletions'),
  };
}

async function withInside(sendIn: SendIn, mailbox: string, folders: Folder[]): Promise<Folder[]> {
  const all: Folder[] = [];
  for (const one of folders) {
    all.push(one);
    if ((one.childFolderCount ?? 0) > 0) all.push(...await withInside(sendIn, mailbox, await children(sendIn, mailbox, one.id)));
  }
  return all;
}

/** A folder that somebody deletes meanwhile has nothing in it. */
async function children(sendIn: SendIn, mailbox: string, parent: string | null): Promise<Folder[]> {
  const below = parent === null ? '' : `/${segment(parent)}/childFolders`;
  const path = `/users/${segment(mailbox)}/mailFolders${below}${query({ $select: 'id,displayName,childFolderCount', $top: 100 })}`;
  const asked = readPages(sendIn(mailbox), { doing: 'list the folders of the mailbox', right: 'mail', method: 'GET', path }, folder);
  return (await unlessRefused(asked, (refusal) => parent !== null && isGone(refusal)))?.values ?? [];
}
