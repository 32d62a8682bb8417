import { randomUUID } from 'node:crypto';
import type { Person, Tenant } from '../tenant.ts';
import { botId, botName, senderBody } from './account.ts';
import type { Conversation } from './conversation.ts';

export type BotAnswer = { reached: true; status: number; body: string } | { reached: false };

/** The connector's address as activities carry it; the bot sends its answers there. */
export function serviceUrlOf(tenant: Tenant): string {
  return `${tenant.origin}/connector/`;
}

/** Sends an activity to the bot's endpoint, signed as the Bot Framework signs: its issuer, the app as audience, the serviceUrl as a claim. */
export async function sendToBot(tenant: Tenant, activity: object, limitMs = 15_000): Promise<BotAnswer> {
  const token = await tenant.sign({ iss: 'https://api.botframework.com', aud: tenant.appId, serviceurl: serviceUrlOf(tenant) });
  try {
    const reply = await fetch(endpointOf(tenant), {
      method: 'POST', headers: { 'Content-Type': 'application/json; charset=utf-8', Authorization: `Bearer ${token}` }, body: JSON.stringify(activity), signal: AbortSignal.timeout(limitMs),
    });
    return { reached: true, status: reply.status, body: await reply.text() };
  } catch {
    return { reached: false };
  }
}

/** What every activity from Teams says of where it comes from. */
export function envelopeOf(tenant: Tenant, conversation: Conversation, person: Person): Record<string, unknown> {
  const at = new Date(tenant.now()).toISOString();
  return {
    id: `f:${randomUUID()}`, timestamp: at, localTimestamp: at, localTimezone: 'Europe/London', channelId: 'msteams', serviceUrl: serviceUrlOf(tenant),
    from: senderBody(tenant, person), recipient: { id: botId(tenant), name: botName }, locale: 'en-GB',
    conversation: { ...(conversation.kind === 'groupChat' ? { isGroup: true } : {}), conversationType: conversation.kind, tenantId: tenant.tenantId, id: conversation.id },
    entities: [{ locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London', type: 'clientInfo' }], channelData: { tenant: { id: tenant.tenantId } },
  };
}

/** The setting `botEndpoint`, or the bot's address as the tenant was started with it. */
function endpointOf(tenant: Tenant): string {
  const set = tenant.store.collection<unknown>('settings').get('botEndpoint');
  return typeof set === 'string' ? set : `${tenant.botUrl}/api/messages`;
}
