import { z } from 'zod';
import type { Person, Tenant } from '../tenant.ts';
import { cardShape, findActivity, type Card, type StoredActivity } from './activity.ts';
import { markInvoked, showTo } from './card-view.ts';
import type { Conversation } from './conversation.ts';
import { envelopeOf, sendToBot, type BotAnswer } from './send-to-bot.ts';

export interface Action { verb?: string | undefined; id?: string | undefined; data?: Record<string, unknown> | undefined }
/** What the person sees after a press: a new card, a line under the card, or Teams' own words that it did not work. */
export type Outcome = { kind: 'card'; card: Card } | { kind: 'message'; text: string } | { kind: 'error'; text: string; detail: string };
export interface Press { stored: StoredActivity; conversation: Conversation; person: Person; action: Action; trigger: 'manual' | 'automatic'; retry: boolean }

const replyShape = z.object({ statusCode: z.number(), type: z.string(), value: z.unknown() });

/**
 * An `adaptiveCard/action` invoke and what Teams does with the answer. Teams waits 15 s (setting `invokeLimitMs`); what it
 * sends again, where it does, comes under a new id and is otherwise the same.
 */
export async function invokeCard(tenant: Tenant, press: Press): Promise<Outcome> {
  markInvoked(tenant, press.stored, press.person.oid);
  const limit = limitOf(tenant);
  let answer = await sendToBot(tenant, activityOf(tenant, press), limit);
  if (!answer.reached && press.retry) answer = await sendToBot(tenant, activityOf(tenant, press), limit);
  const outcome = outcomeOf(answer);
  // The bot may have edited the card meanwhile; what comes last is seen.
  const now = findActivity(tenant, press.stored.conversationId, press.stored.id);
  if (outcome.kind === 'card' && now !== null) showTo(tenant, now, press.person.oid, outcome.card);
  return outcome;
}

function activityOf(tenant: Tenant, { stored, conversation, person, action, trigger }: Press): object {
  return {
    ...envelopeOf(tenant, conversation, person), type: 'invoke', name: 'adaptiveCard/action', replyToId: stored.id,
    value: { action: { type: 'Action.Execute', id: action.id ?? '', verb: action.verb ?? '', data: action.data ?? {} }, trigger },
  };
}

function outcomeOf(answer: BotAnswer): Outcome {
  if (!answer.reached) return { kind: 'error', text: 'Unable to reach app. Please try again.', detail: 'no answer in time' };
  if (answer.status !== 200) return { kind: 'error', text: 'Unable to reach app. Please try again.', detail: `HTTP ${String(answer.status)}` };
  const reply = replyShape.safeParse(jsonOrNull(answer.body));
  if (!reply.success) return wrong('the answer is not an invoke response');
  const { type, value } = reply.data;
  if (type === 'application/vnd.microsoft.activity.message' && typeof value === 'string') return { kind: 'message', text: value };
  if (type === 'application/vnd.microsoft.card.adaptive') {
    const card = cardShape.safeParse(value);
    return card.success ? { kind: 'card', card: card.data } : wrong('the answer holds no Adaptive Card');
  }
  return wrong(`${type} ${JSON.stringify(value)}`);
}

function wrong(detail: string): Outcome {
  return { kind: 'error', text: 'Something went wrong. Please try again.', detail };
}

function jsonOrNull(text: string): unknown {
  try { return JSON.parse(text) as unknown; } catch { return null; }
}

function limitOf(tenant: Tenant): number {
  const set = tenant.store.collection<unknown>('settings').get('invokeLimitMs');
  return typeof set === 'number' ? set : 15_000;
}
