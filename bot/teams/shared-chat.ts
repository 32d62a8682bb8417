import { TeamsInfo, type TeamsChannelAccount } from 'botbuilder';
import type { SharedChat } from '../../src/ports.ts';
import { connectorFault, isStaleReference, toFault } from './connector-faults.ts';
import type { KnownChat } from './conversations.ts';
import { inChat, postInto, type ChatDeps } from './in-chat.ts';

/** Teams' largest page of members. */
const pageSize = 500;

/** The one group chat in which ordinary conduct is shown. A bot can't open a group chat: it is known once somebody has added the app there. */
export function openSharedChat(deps: ChatDeps, conversation: string): SharedChat {
  const there = async <T>(work: (chat: KnownChat) => Promise<T>): Promise<T | null> => {
    const chat = await deps.conversations.of(conversation);
    return chat === null || !deps.conversations.worthTrying(chat) ? null : unlessTakenOut(deps, chat, () => work(chat));
  };
  return {
    conversation,
    members: () => there(async (chat) => (await membersOf(deps, chat)).flatMap((member) => readerOf(chat, member))),
    post: (card, summary) => there((chat) => postInto(deps, chat, card, summary)),
  };
}

/** Null when Teams says that the app is no longer in the chat, or that there is no such chat. */
async function unlessTakenOut<T>(deps: ChatDeps, chat: KnownChat, work: () => Promise<T>): Promise<T | null> {
  try {
    const done = await work();
    if (chat.refusedAt !== null) await deps.conversations.keep(chat);
    return done;
  } catch (error) {
    const fault = connectorFault(error);
    if (fault === null || !(fault.status === 403 || isStaleReference(fault))) throw toFault(error);
    await deps.conversations.markUnreachable(chat.oid);
    return null;
  }
}

function membersOf(deps: ChatDeps, chat: KnownChat): Promise<TeamsChannelAccount[]> {
  return inChat(deps, chat, async (context) => {
    const all: TeamsChannelAccount[] = [];
    for (let token: string | undefined, last = false; !last; last = !token) {
      const page = await TeamsInfo.getPagedMembers(context, pageSize, token);
      all.push(...page.members);
      token = page.continuationToken;
    }
    return all;
  });
}

/** Guests of other tenants may sit in a chat; they are nobody here. */
function readerOf(chat: KnownChat, { id, aadObjectId, tenantId }: TeamsChannelAccount): { oid: string; userId: string }[] {
  return aadObjectId === undefined || (tenantId !== undefined && tenantId !== chat.tenantId) ? [] : [{ oid: aadObjectId, userId: id }];
}
