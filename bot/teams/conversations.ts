import { z } from 'zod';
import { systemClock } from '../../src/clock.ts';
import type { LinkStore } from '../../src/ports.ts';
import type { ChatReference } from './parse-activity.ts';

/** Kind of the links that hold how to write to each chat; the key is the person's oid, or the id of the shared chat. */
export const conversationKind = 'conversation';

/** Teams does not say when a block ends or an admin lets the app in again, so it is tried again from time to time. */
const tryRefusedAgainAfter = 3_600_000;

export interface KnownChat extends ChatReference {
  /** When Teams last refused a post (machine time): the app was removed, blocked or switched off. Null while they can be reached. */
  refusedAt: number | null;
}

const knownShape = z.object({
  // Chats kept by an earlier release were all people's own.
  oid: z.string(), kind: z.enum(['personal', 'group']).default('personal'), conversationId: z.string(), serviceUrl: z.string(), botId: z.string(), tenantId: z.string(), userId: z.string(), refusedAt: z.number().nullable(),
});

/** Everybody's own chat with the bot, and the shared one. Kept in `links`; this process remembers what it has read. */
export interface Conversations {
  /** By the person's oid, or the id of the shared chat. */
  of(oid: string): Promise<KnownChat | null>;
  withId(conversationId: string): Promise<KnownChat | null>;
  /** The latest reference counts. Writing to us is proof that they can be reached. */
  keep(chat: ChatReference): Promise<void>;
  markUnreachable(oid: string): Promise<void>;
  /** False for an hour after a refusal. */
  worthTrying(chat: KnownChat): boolean;
  forget(oid: string): Promise<void>;
  /** Any address of Teams that has written to us, to open a first chat with somebody else. */
  anyServiceUrl(): Promise<string | null>;
}

/** `machine`: the machine's clock. */
export function openConversations(links: LinkStore, machine: () => number = () => systemClock.machine()): Conversations {
  const known = new Map<string, KnownChat>();
  const put = async (chat: KnownChat): Promise<void> => {
    await links.put(conversationKind, chat.oid, chat);
    known.set(chat.oid, chat);
  };
  const of = async (oid: string): Promise<KnownChat | null> => known.get(oid) ?? remembered(known, await links.get(conversationKind, oid));
  const all = async (): Promise<KnownChat[]> => (await links.all(conversationKind)).flatMap(({ value }) => remembered(known, value) ?? []);
  return {
    of,
    withId: async (id) => [...known.values()].find((each) => each.conversationId === id) ?? (await all()).find((each) => each.conversationId === id) ?? null,
    keep: async (chat) => {
      const before = await of(chat.oid);
      const now: KnownChat = { ...chat, refusedAt: null };
      if (before === null || !isSame(before, now)) await put(now);
    },
    markUnreachable: async (oid) => {
      const before = await of(oid);
      if (before !== null) await put({ ...before, refusedAt: machine() });
    },
    worthTrying: (chat) => chat.refusedAt === null || machine() - chat.refusedAt >= tryRefusedAgainAfter,
    forget: async (oid) => { await links.remove(conversationKind, oid); known.delete(oid); },
    anyServiceUrl: async () => ([...known.values()][0] ?? (await all())[0])?.serviceUrl ?? null,
  };
}

function remembered(known: Map<string, KnownChat>, value: unknown): KnownChat | null {
  const parsed = knownShape.safeParse(value);
  if (!parsed.success) return null;
  known.set(parsed.data.oid, parsed.data);
  return parsed.data;
}

function isSame(before: KnownChat, now: KnownChat): boolean {
  // Not JSON of the two: the order in which fields are written says nothing.
  return (Object.keys(now) as (keyof KnownChat)[]).every((key) => before[key] === now[key]);
}
