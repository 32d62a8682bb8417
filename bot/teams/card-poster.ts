import type { ConversationParameters } from 'botbuilder';
import type { AdaptiveCard, CardPoster } from '../../src/ports.ts';
import { isServiceUrl, type BotSettings } from './adapter.ts';
import { connectorFault, isStaleReference, toFault } from './connector-faults.ts';
import type { KnownChat } from './conversations.ts';
import { postInto, repeating, updateIn, type ChatDeps, type Posted } from './in-chat.ts';
import { openSharedChat } from './shared-chat.ts';

export interface PosterDeps extends ChatDeps {
  /** Id of the group chat that carries ordinary conduct, where the school named one. */
  sharedChat?: string | null;
}

/** Where Teams takes the first word to somebody when nobody has written to the bot yet (Microsoft's global address). */
const globalServiceUrl = 'https://smba.trafficmanager.net/teams/';

/** Cards in people's own chats, and in the shared one. Posting is not idempotent (the connector's SDK itself repeats a POST): whoever calls keeps the id and prefers `update`. */
export function openCardPoster(deps: PosterDeps): CardPoster {
  return {
    post: async (oid, card, summary) => {
      const known = await deps.conversations.of(oid);
      if (known !== null && !deps.conversations.worthTrying(known)) return null;
      return known === null ? postFirst(deps, oid, card, summary) : postAgain(deps, known, card, summary);
    },
    update: async (at, card, summary) => {
      const chat = await deps.conversations.withId(at.conversation);
      return chat !== null && deps.conversations.worthTrying(chat) && updateIn(deps, chat, at.activity, card, summary);
    },
    ...(deps.sharedChat === undefined || deps.sharedChat === null ? {} : { shared: openSharedChat(deps, deps.sharedChat) }),
  };
}

async function postAgain(deps: PosterDeps, known: KnownChat, card: AdaptiveCard, summary: string): Promise<Posted | null> {
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
async function postFirst(deps: PosterDeps, oid: string, card: AdaptiveCard, summary: string): Promise<Posted | null> {
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
  return { oid, kind: 'personal', conversationId, serviceUrl, botId, tenantId, userId: '', refusedAt: null };
}

function firstServiceUrl(settings: BotSettings): string {
  const [first] = settings.endpoints.serviceUrls;
  return isServiceUrl(settings, globalServiceUrl) ? globalServiceUrl : first ?? globalServiceUrl;
}
