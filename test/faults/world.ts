import { createHash, randomUUID } from 'node:crypto';
import { Conflict, Fault, type CardPoster, type ConcernList, type DraftFound, type DraftOrder, type EvidenceLibrary, type Groups, type Mailbox, type SchoolPerson, type TaskBoard } from '../../src/ports.ts';
import type { Injector } from './injector.ts';

export interface IncomingMail { id: string; receivedAt: number; raw: Uint8Array }
interface Draft { order: DraftOrder; sentAt: number | null }
interface Item { etag: string; fields: Record<string, string | number | null> }
interface Task { task: string; reference: string; title: string; percent: number }
interface Post { oid: string; activity: string; shows: unknown }

/** Microsoft 365 as far as the product asks it for anything. It outlives every process and counts what was done to it. */
export interface OutsideWorld {
  time: number;
  mails: IncomingMail[];
  drafts: Map<string, Draft>;
  /** Marks of the letters that left, one entry a sending. */
  sent: string[];
  list: Map<string, Item>;
  files: Map<string, string>;
  tasks: Task[];
  posts: Post[];
  /** How long Exchange takes to move a letter that was handed over: until then it still looks like a draft. */
  movesAfterMs: number;
  people: SchoolPerson[];
}

export function openWorld(time: number, people: SchoolPerson[], mails: IncomingMail[]): OutsideWorld {
  return { time, people, mails, drafts: new Map(), sent: [], list: new Map(), files: new Map(), tasks: [], posts: [], movesAfterMs: 0 };
}

export interface OutsidePorts { mailbox: Mailbox; list: ConcernList; library: EvidenceLibrary; board: TaskBoard; groups: Groups; poster: CardPoster }

/** The ports of one process onto that world; each call of theirs passes the injector. */
export function portsOnto(world: OutsideWorld, injector: Injector): OutsidePorts {
  return {
    mailbox: mailboxOnto(world, injector), list: listOnto(world, injector), library: libraryOnto(world, injector), board: boardOnto(world, injector),
    groups: { people: () => injector.step('groups read', 'reading', () => Promise.resolve(structuredClone(world.people))) },
    poster: posterOnto(world, injector),
  };
}

function mailboxOnto(world: OutsideWorld, { step }: Injector): Mailbox {
  const listed = ({ id, receivedAt }: IncomingMail): Awaited<ReturnType<Mailbox['listing']>>[number] => ({ id, receivedAt, removed: false, draft: false, sent: false, messageId: null, from: null, sender: null, subject: '' });
  const unused = (): never => { throw new Error('Not part of this path'); };
  return {
    folders: () => step('mailbox folders', 'reading', () => Promise.resolve([{ id: 'inbox', name: 'Inbox' }])),
    changes: (_, folder, cursor) => step('mailbox changes', 'reading', () => {
      const from = folder === 'inbox' ? Number(cursor ?? 0) : world.mails.length;
      return Promise.resolve({ mails: world.mails.slice(from).map(listed), cursor: String(world.mails.length), reset: false });
    }),
    listing: () => step('mailbox listing', 'reading', () => Promise.resolve(world.mails.map(listed))),
    raw: (_, id) => step('mailbox raw', 'reading', () => Promise.resolve(world.mails.find((mail) => mail.id === id)?.raw ?? null)),
    createDraft: (_, order) => step('draft create', 'writing', () => {
      const id = `draft-${randomUUID()}`;
      world.drafts.set(id, { order, sentAt: null });
      return Promise.resolve(id);
    }),
    findByMark: (_, mark) => step('draft find', 'reading', () => {
      const found = [...world.drafts].find(([, draft]) => draft.order.mark === mark);
      return Promise.resolve(found === undefined ? null : asFound(world, ...found));
    }),
    get: (_, id) => step('draft get', 'reading', () => {
      const draft = world.drafts.get(id);
      return Promise.resolve(draft === undefined ? null : asFound(world, id, draft));
    }),
    send: (_, id) => step('draft send', 'writing', async () => { await Promise.resolve(); send(world, id); }),
    deleteDraft: unused, subscribe: unused, renew: unused,
  };
}

/** Until Exchange has moved it, a second sending of the same draft would go out as well. */
function send(world: OutsideWorld, id: string): void {
  const draft = world.drafts.get(id);
  if (draft === undefined || hasMoved(world, draft)) throw new Fault('The specified object was not found in the store.', 'never');
  draft.sentAt ??= world.time;
  world.sent.push(draft.order.mark);
}

function hasMoved(world: OutsideWorld, { sentAt }: Draft): boolean {
  return sentAt !== null && world.time >= sentAt + world.movesAfterMs;
}

function asFound(world: OutsideWorld, id: string, draft: Draft): DraftFound {
  const { to, subject, text, attachments } = draft.order;
  return {
    id, sent: hasMoved(world, draft), to: [to.address], cc: [], subject, text,
    attachments: attachments.map((each) => ({ name: each.name, sha256: createHash('sha256').update(each.bytes).digest('hex') })),
  };
}

function listOnto(world: OutsideWorld, { step }: Injector): ConcernList {
  let version = 0;
  const keep = (fields: Item['fields']): Item => ({ etag: `"${randomUUID()},${String(version += 1)}"`, fields });
  const found = (reference: string): { item: string; etag: string } | null => {
    const item = world.list.get(reference);
    return item === undefined ? null : { item: reference, etag: item.etag };
  };
  return {
    find: (reference) => step('list find', 'reading', () => Promise.resolve(found(reference))),
    create: (fields) => step('list create', 'writing', () => {
      const reference = String(fields['Reference']);
      if (!world.list.has(reference)) world.list.set(reference, keep(fields));
      return Promise.resolve(found(reference) ?? { item: reference, etag: '' });
    }),
    update: (item, etag, fields) => step('list update', 'writing', async () => {
      await Promise.resolve();
      if (world.list.get(item)?.etag !== etag) throw new Conflict('Changed since.');
      world.list.set(item, keep(fields));
      return { etag: world.list.get(item)?.etag ?? '' };
    }),
    remove: (item) => step('list remove', 'writing', () => { world.list.delete(item); return Promise.resolve(); }),
  };
}

function libraryOnto(world: OutsideWorld, { step }: Injector): EvidenceLibrary {
  return {
    put: (reference, name, bytes) => step('library put', 'writing', () => {
      world.files.set(`${reference}/${name}`, createHash('sha256').update(bytes).digest('hex'));
      return Promise.resolve(`https://grove.example/${name}`);
    }),
    remove: (reference) => step('library remove', 'writing', () => {
      for (const name of world.files.keys()) if (name.startsWith(`${reference}/`)) world.files.delete(name);
      return Promise.resolve();
    }),
  };
}

function boardOnto(world: OutsideWorld, { step }: Injector): TaskBoard {
  return {
    find: (reference) => step('task find', 'reading', () => {
      const found = world.tasks.find((each) => each.reference === reference);
      return Promise.resolve(found === undefined ? null : { task: found.task });
    }),
    create: (reference, title) => step('task create', 'writing', () => {
      const task = `task-${String(world.tasks.length + 1)}`;
      world.tasks.push({ task, reference, title, percent: 0 });
      return Promise.resolve({ task });
    }),
    bring: (task, to) => step('task bring', 'writing', () => {
      Object.assign(world.tasks.find((each) => each.task === task) ?? {}, { title: to.title, percent: to.percent });
      return Promise.resolve();
    }),
    remove: (task) => step('task remove', 'writing', () => { world.tasks = world.tasks.filter((each) => each.task !== task); return Promise.resolve(); }),
  };
}

function posterOnto(world: OutsideWorld, { step }: Injector): CardPoster {
  return {
    post: (oid, card) => step('card post', 'writing', () => {
      const activity = `activity-${String(world.posts.length + 1)}`;
      world.posts.push({ oid, activity, shows: card['shows'] });
      return Promise.resolve({ conversation: `chat-${oid}`, activity });
    }),
    update: ({ activity }, card) => step('card update', 'writing', () => {
      const post = world.posts.find((each) => each.activity === activity);
      if (post !== undefined) post.shows = card['shows'];
      return Promise.resolve(post !== undefined);
    }),
  };
}
