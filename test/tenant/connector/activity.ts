import { z } from 'zod';
import { TenantFault } from '../route.ts';
import type { Tenant } from '../tenant.ts';

/** An Adaptive Card; the stand-in reads only what decides when it is refreshed. */
export const cardShape = z.looseObject({
  type: z.literal('AdaptiveCard'),
  refresh: z.looseObject({ action: z.looseObject({ type: z.string(), verb: z.string().optional(), data: z.record(z.string(), z.unknown()).optional() }), userIds: z.array(z.string()).optional() }).optional(),
});
export type Card = z.infer<typeof cardShape>;

/** What the bot or a person wrote. */
export const messageShape = z.looseObject({
  type: z.string(), text: z.string().nullish(), summary: z.string().nullish(), replyToId: z.string().nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown() })).nullish(),
});
export type Message = z.infer<typeof messageShape>;

/** One message in a conversation with all it has been: `history` holds what an update replaced, oldest first. */
export interface StoredActivity {
  id: string; conversationId: string;
  /** Object id of the person who wrote it; null for the bot. */
  by: string | null;
  at: number; edited: number | null; deleted: boolean;
  message: Message; history: { at: number; message: Message }[];
}

const activities = (tenant: Tenant) => tenant.store.collection<StoredActivity>('teams-activities');
const cardType = 'application/vnd.microsoft.card.adaptive';
/** Teams' limit is on UTF-16. */
const largest = 100 * 1024;

export function parseMessage(body: unknown): Message {
  const parsed = messageShape.safeParse(body);
  if (!parsed.success) throw new TenantFault(400, 'BadSyntax', 'The activity is not well-formed.');
  if (JSON.stringify(body).length * 2 > largest) throw new TenantFault(413, 'MessageSizeTooBig', 'Message size too large.');
  return parsed.data;
}

/** Text and a card in one activity become two messages, as in Teams, and the id that comes back is the text's. */
export function addMessage(tenant: Tenant, conversationId: string, by: string | null, message: Message): StoredActivity {
  const { attachments, ...withoutCards } = message;
  if (by !== null || !message.text || !attachments?.length) return addOne(tenant, conversationId, by, message);
  const first = addOne(tenant, conversationId, by, withoutCards);
  addOne(tenant, conversationId, by, { ...message, text: '' });
  return first;
}

export function updateMessage(tenant: Tenant, conversationId: string, id: string, message: Message): StoredActivity {
  const stored = requireActivity(tenant, conversationId, id);
  if (stored.by !== null) throw new TenantFault(403, 'NotEnoughPermissions', 'The bot may change its own messages only.');
  const now = tenant.now();
  const updated: StoredActivity = { ...stored, message, edited: now, history: [...stored.history, { at: stored.edited ?? stored.at, message: stored.message }] };
  activities(tenant).put(keyOf(conversationId, id), updated);
  tenant.events.emit('activity-updated', { conversationId, activityId: id });
  return updated;
}

export function deleteMessage(tenant: Tenant, conversationId: string, id: string): void {
  const stored = requireActivity(tenant, conversationId, id);
  activities(tenant).put(keyOf(conversationId, id), { ...stored, deleted: true, edited: tenant.now() });
  tenant.events.emit('activity-updated', { conversationId, activityId: id });
}

export function findActivity(tenant: Tenant, conversationId: string, id: string): StoredActivity | null {
  const found = activities(tenant).get(keyOf(conversationId, id));
  return found === undefined || found.deleted ? null : found;
}

function requireActivity(tenant: Tenant, conversationId: string, id: string): StoredActivity {
  const found = findActivity(tenant, conversationId, id);
  if (found === null) throw new TenantFault(404, 'ActivityNotFoundInConversation', 'The activity was not found in the conversation.');
  return found;
}

/** Oldest first, deleted ones too (they say so). */
export function storedActivities(tenant: Tenant, conversationId: string): StoredActivity[] {
  return activities(tenant).values().filter((one) => one.conversationId === conversationId);
}

/** The card of a message as everybody in the chat can read it, or null. */
export function baseCard(message: Message): Card | null {
  const found = message.attachments?.find((one) => one.contentType === cardType);
  const parsed = cardShape.safeParse(found?.content);
  return parsed.success ? parsed.data : null;
}

function addOne(tenant: Tenant, conversationId: string, by: string | null, message: Message): StoredActivity {
  const stored: StoredActivity = { id: nextId(tenant), conversationId, by, at: tenant.now(), edited: null, deleted: false, message, history: [] };
  activities(tenant).put(keyOf(conversationId, stored.id), stored);
  tenant.events.emit('activity-posted', { conversationId, activityId: stored.id });
  return stored;
}

/** Thirteen digits that look like the moment and never come twice. */
function nextId(tenant: Tenant): string {
  const last = tenant.store.collection<number>('teams-counters');
  const id = Math.max(tenant.now(), (last.get('activity') ?? 0) + 1);
  last.put('activity', id);
  return String(id);
}

function keyOf(conversationId: string, id: string): string {
  return `${conversationId}~${id}`;
}
