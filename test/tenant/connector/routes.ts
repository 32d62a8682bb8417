import { z } from 'zod';
import { TenantFault, type Caller, type Route, type TenantReply, type TenantRequest } from '../route.ts';
import type { Person, Tenant } from '../tenant.ts';
import { addMessage, deleteMessage, parseMessage, updateMessage } from './activity.ts';
import { memberBody, personBehind } from './account.ts';
import { installationOf, personalChat, refuseUnreachable, requireConversation, type Conversation } from './conversation.ts';
import { personWith } from '../directory/membership.ts';

const here = '/connector/v3/conversations';
const asked = z.looseObject({
  isGroup: z.boolean().optional(), tenantId: z.string().optional(), activity: z.unknown().optional(), members: z.array(z.looseObject({ id: z.string() })).optional(),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).optional(), channel: z.looseObject({ id: z.string() }).optional() }).optional(),
});

/** The Bot Framework's connector as Teams offers it; the serviceUrl is `${origin}/connector/`. */
export function connectorRoutes(tenant: Tenant): Route[] {
  const inside = (handle: (conversation: Conversation, request: TenantRequest) => TenantReply) => (request: TenantRequest): TenantReply => {
    refuseOtherBots(tenant, request.caller);
    return handle(requireConversation(tenant, request.params['conversation'] ?? ''), request);
  };
  const send = inside((conversation, request) => {
    refuseUnreachable(tenant, conversation);
    return post(tenant, conversation, request.json());
  });
  const activity = `${here}/:conversation/activities/:activity`;
  return [
    { method: 'POST', path: here, handle: (request) => { refuseOtherBots(tenant, request.caller); return open(tenant, request); } },
    { method: 'POST', path: `${here}/:conversation/activities`, handle: send },
    // botbuilder replies to an id of its own making when there is nothing to reply to; Teams takes any.
    { method: 'POST', path: activity, handle: send },
    { method: 'PUT', path: activity, handle: inside((conversation, request) => {
      refuseUnreachable(tenant, conversation);
      const { id } = updateMessage(tenant, conversation.id, request.params['activity'] ?? '', parseMessage(request.json()));
      return { status: 200, body: { id } };
    }) },
    { method: 'DELETE', path: activity, handle: inside((conversation, request) => {
      deleteMessage(tenant, conversation.id, request.params['activity'] ?? '');
      return { status: 200 };
    }) },
    { method: 'GET', path: `${here}/:conversation/members`, handle: inside((conversation) => ({ status: 200, body: roster(conversation).map((one) => memberBody(tenant, one)) })) },
    { method: 'GET', path: `${here}/:conversation/pagedmembers`, handle: inside((conversation, request) => paged(tenant, conversation, request)) },
    { method: 'GET', path: `${here}/:conversation/members/:member`, handle: inside((conversation, request) => ({ status: 200, body: memberBody(tenant, memberOf(tenant, conversation, request.params['member'] ?? '')) })) },
  ];
}

function refuseOtherBots(tenant: Tenant, caller: Caller | null): void {
  if (caller?.appId !== tenant.appId) throw new TenantFault(401, 'BotNotRegistered', 'No registered bot found with AppId.');
}

/** Opens a chat with one person. Group chats are not made by bots: a person adds the bot to one. */
function open(tenant: Tenant, request: TenantRequest): TenantReply {
  const parsed = asked.safeParse(request.json());
  if (!parsed.success) throw new TenantFault(400, 'BadSyntax', 'The conversation parameters are not well-formed.');
  const { isGroup, members, tenantId, channelData, activity } = parsed.data;
  if ((tenantId ?? channelData?.tenant?.id) !== tenant.tenantId) throw new TenantFault(400, 'BadArgument', 'The tenant of the conversation is missing or unknown.');
  if (isGroup === true) throw openedAsGroup(channelData?.channel?.id);
  if (members?.length !== 1) throw new TenantFault(400, 'BadArgument', 'A personal conversation has exactly one member.');
  const person = personBehind(tenant, members[0]?.id ?? '');
  if (!installationOf(tenant, person.oid).installed) throw new TenantFault(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
  const chat = personalChat(tenant, person.oid);
  if (activity === undefined || activity === null) return { status: 201, body: { id: chat.id } };
  refuseUnreachable(tenant, chat);
  const stored = addMessage(tenant, chat.id, null, parseMessage(activity));
  return { status: 201, body: { id: chat.id, activityId: stored.id } };
}

function openedAsGroup(channelId: string | undefined): TenantFault {
  if (channelId !== undefined) return new TenantFault(404, 'ConversationNotFound', 'The local Microsoft 365 has no channels.');
  return new TenantFault(400, 'BadSyntax', 'Bots cannot create group chats; a person adds the bot to one.');
}

/** Typing shows dots and leaves nothing behind. */
function post(tenant: Tenant, conversation: Conversation, body: unknown): TenantReply {
  const message = parseMessage(body);
  if (message.type === 'typing') return { status: 201, body: { id: String(tenant.now()) } };
  return { status: 201, body: { id: addMessage(tenant, conversation.id, null, message).id } };
}

function roster(conversation: Conversation): Person[] {
  return conversation.members.flatMap((oid) => personWith(oid) ?? []);
}

function paged(tenant: Tenant, conversation: Conversation, request: TenantRequest): TenantReply {
  const size = Math.min(Math.max(Number(request.query.get('pageSize') ?? 200) || 200, 1), 500);
  const start = Number(request.query.get('continuationToken') ?? 0) || 0;
  const all = roster(conversation);
  const more = start + size < all.length ? { continuationToken: String(start + size) } : {};
  return { status: 200, body: { members: all.slice(start, start + size).map((one) => memberBody(tenant, one)), ...more } };
}

function memberOf(tenant: Tenant, conversation: Conversation, id: string): Person {
  const person = personBehind(tenant, id);
  if (!conversation.members.includes(person.oid)) throw new TenantFault(404, 'MemberNotFoundInConversation', 'The member was not found in the conversation.');
  return person;
}
