import { setTimeout as wait } from 'node:timers/promises';
import { CardFactory, type Activity, type CloudAdapter, type ConversationReference, type TurnContext } from 'botbuilder';
import { Fault, type AdaptiveCard } from '../../src/ports.ts';
import { isServiceUrl, type BotSettings } from './adapter.ts';
import { connectorFault, isStaleReference, toFault } from './connector-faults.ts';
import type { Conversations, KnownChat } from './conversations.ts';

export interface ChatDeps { adapter: CloudAdapter; settings: BotSettings; conversations: Conversations }
export interface Posted { conversation: string; activity: string }

const tries = 3;

/** One turn of the bot's own in a chat that it knows. */
export async function inChat<T>(deps: ChatDeps, chat: KnownChat, work: (context: TurnContext) => Promise<T>): Promise<T> {
  if (!isServiceUrl(deps.settings, chat.serviceUrl)) throw new Fault('A stored conversation names an address that is not on the list of Teams services. Check serviceUrls.', 'never');
  const isGroup = chat.kind === 'group';
  const reference: Partial<ConversationReference> = {
    channelId: 'msteams', serviceUrl: chat.serviceUrl, bot: { id: chat.botId, name: 'Concern Desk' }, user: { id: chat.userId, name: '' },
    conversation: { id: chat.conversationId, isGroup, conversationType: isGroup ? 'groupChat' : 'personal', tenantId: chat.tenantId, name: '' },
  };
  const results: { value: T }[] = [];
  await repeating(() => deps.adapter.continueConversationAsync(deps.settings.appId, reference, async (context) => { results.push({ value: await work(context) }); }));
  const [result] = results;
  if (result === undefined) throw new Fault('The bot had no turn in which to post.', 'look-first');
  return result.value;
}

export async function postInto(deps: ChatDeps, chat: KnownChat, card: AdaptiveCard, summary: string): Promise<Posted> {
  const id = await inChat(deps, chat, async (context) => (await context.sendActivity(messageOf(chat, card, summary)))?.id ?? '');
  if (id === '') throw new Fault('Teams took a card and gave no id for it.', 'look-first');
  return { conversation: chat.conversationId, activity: id };
}

/** False when that card, or the chat, is not there any more. */
export async function updateIn(deps: ChatDeps, chat: KnownChat, activity: string, card: AdaptiveCard, summary: string): Promise<boolean> {
  try {
    await inChat(deps, chat, (context) => context.updateActivity({ ...messageOf(chat, card, summary), id: activity }));
    return true;
  } catch (error) {
    const fault = connectorFault(error);
    if (fault?.status === 403) await deps.conversations.markUnreachable(chat.oid);
    if (fault !== null && (fault.status === 403 || isStaleReference(fault))) return false;
    throw toFault(error);
  }
}

/** 412 means that Teams was busy with the same conversation and did nothing; the SDK does not repeat it by itself. */
export async function repeating(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try { await work(); return; } catch (error) {
      if (connectorFault(error)?.status !== 412 || attempt >= tries) throw error;
      await wait(100 * attempt);
    }
  }
}

/** The card alone: text beside it would become a second message. In a person's own chat it is refreshed for that person. */
function messageOf(chat: KnownChat, card: AdaptiveCard, summary: string): Partial<Activity> {
  const refresh = card['refresh'];
  const own = typeof refresh === 'object' && refresh !== null && chat.userId !== '' ? { refresh: { ...refresh, userIds: [chat.userId] } } : {};
  return { type: 'message', attachments: [CardFactory.adaptiveCard({ ...card, ...own })], summary };
}
