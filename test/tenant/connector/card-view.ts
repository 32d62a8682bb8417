import type { Tenant } from '../tenant.ts';
import { teamsIdOf } from './account.ts';
import { baseCard, type Card, type StoredActivity } from './activity.ts';
import type { Conversation } from './conversation.ts';

/** What one person sees of one card, for as long as their Teams is open: Teams stores no such view anywhere. */
interface View { edits: number; card: Card | null; lastInvoke: number | null }

const kept = new WeakMap<Tenant, Map<string, View>>();
const oneMinute = 60_000;
/** More people than this are never refreshed by Teams itself. */
const mostRefreshed = 60;

/** The card as this person sees it: their own view if there is one, otherwise what everybody in the chat can read. */
export function shownCard(tenant: Tenant, stored: StoredActivity, oid: string): Card | null {
  return viewOf(tenant, stored, oid).card ?? baseCard(stored.message);
}

/** A card that came back for this person replaces what they saw, for them alone. */
export function showTo(tenant: Tenant, stored: StoredActivity, oid: string, card: Card): void {
  put(tenant, stored, oid, { ...viewOf(tenant, stored, oid), card });
}

export function markInvoked(tenant: Tenant, stored: StoredActivity, oid: string): void {
  put(tenant, stored, oid, { ...viewOf(tenant, stored, oid), lastInvoke: tenant.now() });
}

/** Teams asks the bot by itself only for those named, and again only a minute after the last time or after an edit. */
export function refreshDue(tenant: Tenant, stored: StoredActivity, conversation: Conversation, oid: string): boolean {
  const refresh = shownCard(tenant, stored, oid)?.refresh;
  if (refresh === undefined || !named(tenant, refresh.userIds, conversation, oid)) return false;
  const { lastInvoke } = viewOf(tenant, stored, oid);
  return lastInvoke === null || tenant.now() - lastInvoke > oneMinute;
}

function named(tenant: Tenant, userIds: string[] | undefined, conversation: Conversation, oid: string): boolean {
  if (userIds === undefined) return conversation.members.length <= mostRefreshed;
  return userIds.length <= mostRefreshed && userIds.includes(teamsIdOf(tenant, oid));
}

/** An edit by the bot ends every view of the card, and the minute begins afresh. */
function viewOf(tenant: Tenant, stored: StoredActivity, oid: string): View {
  const view = kept.get(tenant)?.get(keyOf(stored, oid));
  return view?.edits === stored.history.length ? view : { edits: stored.history.length, card: null, lastInvoke: null };
}

function put(tenant: Tenant, stored: StoredActivity, oid: string, view: View): void {
  const views = kept.get(tenant) ?? new Map<string, View>();
  kept.set(tenant, views.set(keyOf(stored, oid), view));
}

function keyOf(stored: StoredActivity, oid: string): string {
  return `${stored.conversationId}~${stored.id}~${oid}`;
}
