import { setTimeout as wait } from 'node:timers/promises';
import { CardFactory, type Activity, type CloudAdapter, type ConversationParameters, type ConversationReference, type TurnContext } from 'botbuilder';
import { Fault, type AdaptiveCard, type CardPoster } from '../../src/ports.ts';
import { isServiceUrl, type BotSettings } from './adapter.ts';
import { connectorFault, isStaleReference, toFault } from './connector-faults.ts';
import type { Conversations, KnownChat } from './conversations.ts';

export interface PosterDeps { adapter: CloudAdapter; settings: BotSettings; conversations: Conversations }

/** Where Teams takes the first word to somebody when nobody has written to the bot yet (Microsoft's global address). */
const globalServiceUrl = 'https://smba.trafficmanager.net/teams/';
const tries = 3;

/** Cards in people's own chats. Posting is not idempotent (the connector's SDK itself repeats a POST): whoever calls keeps the id and prefers `update`. */
export function openCardPoster(deps: PosterDeps): CardPoster {
  return {
    post: async (oid, card, summary) => {
      const known = await deps.conversations.of(oid);
      if (known !== null && !deps.conversations.worthTrying(known)) return null;
      return known === null ? postFirst(deps, oid, card, summary) : postAgain(deps, known, card, summary);
    },
    update: async (at, card, summary) => {
      const chat = await deps.conversations.withId(at.conversation);
      return chat !== null && deps.conversations.worthTrying(chat) && update(deps, chat, at.activity, card, summary);
    },
  };
}

type Posted = Awaited<ReturnType<CardPoster['post']>>;

async function postAgain(deps: PosterDeps, known: KnownChat, card: AdaptiveCard, summary: string): Promise<Posted> {
  try {
    const posted = await postInto(deps, known, card, summary);
    if (known.refusedAt !== null) await deps.conversations.keep(known);
    return posted;
  } catch (error) {
    const fault = connectorFault(error);
    if (fault?.status === 403) { await deps.conversations.markUnreachable(known.oid); return null; }
    if (fault === null || !isStaleReference(fault)) throw toFault(error);
    await deps.conversations.forget(known.oid);
    return postFirst(deps, known.oid, card, summary);
  }
}

/** Opens the person's own chat by their Entra id; Teams gives the same one each time. Null where the app is not installed for them. */
async function postFirst(deps: PosterDeps, oid: string, card: AdaptiveCard, summary: string): Promise<Posted> {
  try {
    const chat = await openChat(deps, oid);
    await deps.conversations.keep(chat);
    return await postInto(deps, chat, card, summary);
  } catch (error) {
    if (connectorFault(error)?.status !== 403) throw toFault(error);
    await deps.conversations.markUnreachable(oid);
    return null;
  }
}

async function openChat(deps: PosterDeps, oid: string): Promise<KnownChat> {
  const { appId, tenantId, endpoints } = deps.settings;
  const serviceUrl = await deps.conversations.anyServiceUrl() ?? firstServiceUrl(deps.settings);
  const botId = `28:${appId}`;
  // The SDK's type wants names and a first activity, which Teams does not ask for.
  const parameters = { isGroup: false, bot: { id: botId }, members: [{ id: oid }], tenantId, channelData: { tenant: { id: tenantId } } } as unknown as ConversationParameters;
  let conversationId = '';
  await repeating(() => deps.adapter.createConversationAsync(appId, 'msteams', serviceUrl, endpoints.botScope, parameters, (context) => {
    conversationId = context.activity.conversation.id;
    return Promise.resolve();
  }));
  return { oid, conversationId, serviceUrl, botId, tenantId, userId: '', refusedAt: null };
}

function firstServiceUrl(settings: BotSettings): string {
  const [first] = settings.endpoints.serviceUrls;
  return isServiceUrl(settings, globalServiceUrl) ? globalServiceUrl : first ?? globalServiceUrl;
}

async function postInto(deps: PosterDeps, chat: KnownChat, card: AdaptiveCard, summary: string): Promise<Posted> {
  const id = await inChat(deps, chat, async (context) => (await context.sendActivity(messageOf(chat, card, summary)))?.id ?? '');
  if (id === '') throw new Fault('Teams took a card and gave no id for it.', 'look-first');
  return { conversation: chat.conversationId, activity: id };
}

async function update(deps: PosterDeps, chat: KnownChat, activity: string, card: AdaptiveCard, summary: string): Promise<boolean> {
  try {
    await inChat(deps, chat, async (context) => {
      await context.updateActivity({ ...messageOf(chat, card, summary), id: activity });
      return true;
    });
    return true;
  } catch (error) {
    const fault = connectorFault(error);
    if (fault?.status === 403) await deps.conversations.markUnreachable(chat.oid);
    if (fault !== null && (fault.status === 403 || isStaleReference(fault))) return false;
    throw toFault(error);
  }
}

/** The card alone: text beside it would become a second message. Refreshed for the person whose chat it is. */
function messageOf(chat: KnownChat, card: AdaptiveCard, summary: string): Partial<Activity> {
  const refresh = card['refresh'];
  const own = typeof refresh === 'object' && refresh !== null && chat.userId !== '' ? { refresh: { ...refresh, userIds: [chat.userId] } } : {};
  return { type: 'message', attachments: [CardFactory.adaptiveCard({ ...card, ...own })], summary };
}

async function inChat<T extends string | true>(deps: PosterDeps, chat: KnownChat, work: (context: TurnContext) => Promise<T>): Promise<T> {
  if (!isServiceUrl(deps.settings, chat.serviceUrl)) throw new Fault('A stored conversation names an address that is not on the list of Teams services. Check serviceUrls.', 'never');
  const reference: Partial<ConversationReference> = {
    channelId: 'msteams', serviceUrl: chat.serviceUrl, bot: { id: chat.botId, name: 'Concern Desk' }, user: { id: chat.userId, name: '' },
    conversation: { id: chat.conversationId, isGroup: false, conversationType: 'personal', tenantId: chat.tenantId, name: '' },
  };
  const results: T[] = [];
  await repeating(() => deps.adapter.continueConversationAsync(deps.settings.appId, reference, async (context) => { results.push(await work(context)); }));
  const [result] = results;
  if (result === undefined) throw new Fault('The bot had no turn in which to post.', 'look-first');
  return result;
}

/** 412 means that Teams was busy with the same conversation and did nothing; the SDK does not repeat it by itself. */
async function repeating(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try { await work(); return; } catch (error) {
      if (connectorFault(error)?.status !== 412 || attempt >= tries) throw error;
      await wait(100 * attempt);
    }
  }
}
