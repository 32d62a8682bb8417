import { z } from 'zod';
import type { MailboxFolder } from '../../ports.ts';
import { unlessRefused } from '../faults.ts';
import { isGone, type SendIn } from './mail-calls.ts';
import { query, segment } from '../graph/odata.ts';
import { parsed, readPages } from '../graph/pages.ts';

const folder = z.object({ id: z.string(), displayName: z.string(), childFolderCount: z.number().nullish() });
type Folder = z.infer<typeof folder>;

/** Folders by what they are for, whatever language the mailbox speaks. */
export interface SpecialFolders { drafts: string | null; outbox: string | null; sent: string | null; deleted: string | null }

export interface MailFolders {
  /** Every folder in which mail may come to lie, with those inside it; not Drafts, Outbox and Sent Items. */
  list(mailbox: string): Promise<MailboxFolder[]>;
  special(mailbox: string): Promise<SpecialFolders>;
  /** Drafts, Outbox, Sent Items and all inside them. */
  ownIds(mailbox: string): Promise<Set<string>>;
}

/** Folder ids stay the same for the life of a mailbox, so the special ones are asked for once. */
export function mailFolders(sendIn: SendIn): MailFolders {
  const known = new Map<string, SpecialFolders>();
  const special = async (mailbox: string): Promise<SpecialFolders> => {
    const found = known.get(mailbox) ?? await readSpecial(sendIn, mailbox);
    known.set(mailbox, found);
    return found;
  };
  const own = async (mailbox: string): Promise<string[]> => {
    const { drafts, outbox, sent } = await special(mailbox);
    return [drafts, outbox, sent].filter((id) => id !== null);
  };
  return {
    special,
    list: async (mailbox) => {
      const skip = new Set(await own(mailbox));
      const top = (await children(sendIn, mailbox, null)).filter((one) => !skip.has(one.id));
      return (await withInside(sendIn, mailbox, top)).map(({ id, displayName }) => ({ id, name: displayName }));
    },
    ownIds: async (mailbox) => {
      const ids = new Set(await own(mailbox));
      const top = (await children(sendIn, mailbox, null)).filter((one) => ids.has(one.id));
      return new Set([...ids, ...(await withInside(sendIn, mailbox, top)).map((one) => one.id)]);
    },
  };
}

async function readSpecial(sendIn: SendIn, mailbox: string): Promise<SpecialFolders> {
  const id = async (name: string): Promise<string | null> => {
    const doing = 'find a folder of the mailbox';
    const asked = sendIn(mailbox)({ doing, right: 'mail', method: 'GET', path: `/users/${segment(mailbox)}/mailFolders/${name}${query({ $select: 'id,displayName' })}` });
    const answer = await unlessRefused(asked, isGone);
    return answer === null ? null : parsed(folder, answer.json(), doing).id;
  };
  return { drafts: await id('drafts'), outbox: await id('outbox'), sent: await id('sentitems'), deleted: await id('deleteditems') };
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
