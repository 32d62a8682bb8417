import { createHash, randomUUID } from 'node:crypto';
import { TenantFault } from '../route.ts';
import type { Tenant } from '../tenant.ts';

export interface Conversation { id: string; kind: 'personal' | 'groupChat'; name: string; members: string[] }
/** Per person: has the app, and lets it write. */
export interface Installation { installed: boolean; blocked: boolean }

export const conversations = (tenant: Tenant) => tenant.store.collection<Conversation>('teams-conversations');
const installations = (tenant: Tenant) => tenant.store.collection<Installation>('teams-installations');

export function installationOf(tenant: Tenant, oid: string): Installation {
  return installations(tenant).get(oid) ?? { installed: false, blocked: false };
}

export function setInstallation(tenant: Tenant, oid: string, change: Partial<Installation>): void {
  installations(tenant).put(oid, { ...installationOf(tenant, oid), ...change });
}

/** A person blocks the bot in Teams, or lets it write again. */
export function blockFor(tenant: Tenant, oid: string, blocked: boolean): void {
  setInstallation(tenant, oid, { blocked });
}

/** The chat of one person with the bot: the same id each time. */
export function personalChat(tenant: Tenant, oid: string): Conversation {
  const id = `a:1${createHash('sha256').update(`${tenant.appId}~${tenant.tenantId}~${oid}`).digest('base64url')}`;
  const there = conversations(tenant).get(id);
  if (there !== undefined) return there;
  const made: Conversation = { id, kind: 'personal', name: '', members: [oid] };
  conversations(tenant).put(id, made);
  return made;
}

export function groupChat(tenant: Tenant, name: string, oids: string[]): Conversation {
  const made: Conversation = { id: `19:${randomUUID().replaceAll('-', '')}@thread.v2`, kind: 'groupChat', name, members: [...oids] };
  conversations(tenant).put(made.id, made);
  return made;
}

export function requireConversation(tenant: Tenant, id: string): Conversation {
  const found = conversations(tenant).get(id);
  if (found !== undefined) return found;
  if (id.startsWith('a:')) throw new TenantFault(400, 'BadArgument', 'Failed to decrypt conversation id');
  throw new TenantFault(404, 'ConversationNotFound', 'Conversation not found.');
}

/** Refuses to write where the app is not installed or a person has blocked it. */
export function refuseUnreachable(tenant: Tenant, conversation: Conversation): void {
  if (conversation.kind === 'groupChat') return;
  for (const oid of conversation.members) {
    const { installed, blocked } = installationOf(tenant, oid);
    if (!installed) throw new TenantFault(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
    if (blocked) throw new TenantFault(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.');
  }
}
