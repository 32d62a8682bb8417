import { personWith } from '../directory/membership.ts';
import { TenantFault } from '../route.ts';
import type { Person, Tenant } from '../tenant.ts';
import { botId, botName, senderBody } from './account.ts';
import { addMessage, baseCard, storedActivities, type Card, type StoredActivity } from './activity.ts';
import { refreshDue, shownCard } from './card-view.ts';
import { conversations, groupChat, installationOf, personalChat, setInstallation, type Conversation } from './conversation.ts';
import { invokeCard, type Action, type Outcome } from './invoke.ts';
import { envelopeOf, sendToBot } from './send-to-bot.ts';

export { teamsIdOf } from './account.ts';
export { blockFor } from './conversation.ts';
export type { Outcome } from './invoke.ts';

export interface Chat { conversationId: string; kind: 'personal' | 'groupChat'; name: string; lastAt: number | null; preview: string }
export interface ChatActivity {
  id: string; by: { kind: 'bot' | 'person'; oid: string | null; name: string };
  /** How often it was edited: an edit that changes no word still ends everybody's own view of a card. */
  at: number; edits: number; edited: boolean; deleted: boolean; text: string; summary: string;
  /** The card that everybody in the chat can read; what one person sees is `viewCard`. */
  card: Card | null;
}

/** Installs the app for a person: their chat with the bot opens and the bot is told twice, as Teams does. True when it took both. */
export async function installFor(tenant: Tenant, oid: string): Promise<boolean> {
  const person = requirePerson(oid);
  setInstallation(tenant, oid, { installed: true, blocked: false });
  return tellInstalled(tenant, personalChat(tenant, oid), person);
}

/** A person takes the app away again. The bot can't write to them from then on. */
export async function uninstallFor(tenant: Tenant, oid: string): Promise<boolean> {
  const person = requirePerson(oid);
  setInstallation(tenant, oid, { installed: false });
  const told = { ...envelopeOf(tenant, personalChat(tenant, oid), person), type: 'installationUpdate', action: 'remove' };
  return took(tenant, told);
}

/** A person starts a group chat and adds the bot to it. Answers the id of the conversation. */
export async function installInGroupChat(tenant: Tenant, name: string, oids: string[]): Promise<string> {
  const chat = groupChat(tenant, name, oids);
  await tellInstalled(tenant, chat, requirePerson(oids[0] ?? ''));
  return chat.id;
}

/** A person writes to the bot, in their own chat or in a group chat they are in. True when the bot took it. */
export async function sendMessage(tenant: Tenant, oid: string, text: string, conversationId?: string): Promise<boolean> {
  const person = requirePerson(oid);
  const chat = conversationId === undefined ? personalChat(tenant, oid) : requireChat(tenant, conversationId, oid);
  const { id } = addMessage(tenant, chat.id, oid, { type: 'message', text });
  const mention = { type: 'mention', text: `<at>${botName}</at>`, mentioned: { id: botId(tenant), name: botName } };
  const envelope = envelopeOf(tenant, chat, person);
  const said = chat.kind === 'personal' ? { text } : { text: `<at>${botName}</at> ${text}`, entities: [...(envelope['entities'] as object[]), mention] };
  return took(tenant, { ...envelope, ...said, id, type: 'message', textFormat: 'plain' });
}

/** A press on a card: `inputs` are merged into the action's data, as Teams does. `retry` (or setting `teamsRetries`) sends once more after the limit. */
export async function pressCard(tenant: Tenant, press: { oid: string; activityId: string; action: Action; inputs?: Record<string, unknown>; retry?: boolean }): Promise<Outcome> {
  const { stored, chat, person } = openCard(tenant, press.oid, press.activityId);
  const action = { ...press.action, data: { ...press.action.data, ...press.inputs } };
  const retry = press.retry ?? tenant.store.collection<unknown>('settings').get('teamsRetries') === true;
  return invokeCard(tenant, { stored, conversation: chat, person, action, trigger: 'manual', retry });
}

/** "Refresh card" in the menu of a card. */
export async function refreshCard(tenant: Tenant, asked: { oid: string; activityId: string }): Promise<Outcome> {
  const { stored, chat, person } = openCard(tenant, asked.oid, asked.activityId);
  const action = shownCard(tenant, stored, asked.oid)?.refresh?.action;
  if (action === undefined) return { kind: 'error', text: 'This card can\'t be refreshed.', detail: 'no refresh' };
  return invokeCard(tenant, { stored, conversation: chat, person, action, trigger: 'manual', retry: false });
}

/** A card comes into view: the bot is asked first where Teams would ask it. Null when the message holds no card. */
export async function viewCard(tenant: Tenant, asked: { oid: string; activityId: string }): Promise<Card | null> {
  const { stored, chat, person } = openCard(tenant, asked.oid, asked.activityId);
  const action = shownCard(tenant, stored, asked.oid)?.refresh?.action;
  if (action !== undefined && refreshDue(tenant, stored, chat, asked.oid)) {
    await invokeCard(tenant, { stored, conversation: chat, person, action, trigger: 'automatic', retry: false });
  }
  return shownCard(tenant, openCard(tenant, asked.oid, asked.activityId).stored, asked.oid);
}

/** The chats of a person with the bot in them, the latest first. */
export function chatsOf(tenant: Tenant, oid: string): Chat[] {
  const mine = conversations(tenant).values().filter((one) => one.members.includes(oid));
  const chats = mine.map((one): Chat => {
    const last = storedActivities(tenant, one.id).filter((activity) => !activity.deleted).at(-1);
    return { conversationId: one.id, kind: one.kind, name: one.kind === 'personal' ? botName : one.name, lastAt: last?.at ?? null, preview: previewOf(last) };
  });
  return chats.filter((chat) => chat.lastAt !== null || installationOf(tenant, oid).installed).sort((a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0));
}

/** Everything in a chat, oldest first. */
export function activitiesOf(tenant: Tenant, conversationId: string): ChatActivity[] {
  return storedActivities(tenant, conversationId).map((one) => ({
    id: one.id, at: one.at, edits: one.history.length, edited: one.history.length > 0, deleted: one.deleted,
    by: one.by === null ? { kind: 'bot', oid: null, name: botName } : { kind: 'person', oid: one.by, name: personWith(one.by)?.displayName ?? '' },
    ...(one.deleted ? { text: '', summary: '', card: null } : { text: one.message.text ?? '', summary: one.message.summary ?? '', card: baseCard(one.message) }),
  }));
}

async function tellInstalled(tenant: Tenant, chat: Conversation, person: Person): Promise<boolean> {
  const installed = await took(tenant, { ...envelopeOf(tenant, chat, person), type: 'installationUpdate', action: 'add' });
  const members = [{ id: botId(tenant), name: botName }, ...(chat.kind === 'personal' ? [] : [senderBody(tenant, person)])];
  const added = await took(tenant, { ...envelopeOf(tenant, chat, person), type: 'conversationUpdate', membersAdded: members });
  return installed && added;
}

async function took(tenant: Tenant, activity: object): Promise<boolean> {
  const answer = await sendToBot(tenant, activity);
  return answer.reached && answer.status < 300;
}

function openCard(tenant: Tenant, oid: string, activityId: string): { stored: StoredActivity; chat: Conversation; person: Person } {
  const person = requirePerson(oid);
  for (const chat of conversations(tenant).values().filter((one) => one.members.includes(oid))) {
    const stored = storedActivities(tenant, chat.id).find((one) => one.id === activityId && !one.deleted);
    if (stored !== undefined) return { stored, chat, person };
  }
  throw new TenantFault(404, 'ActivityNotFoundInConversation', `This person has no message ${activityId} in any chat.`);
}

function requireChat(tenant: Tenant, conversationId: string, oid: string): Conversation {
  const chat = conversations(tenant).get(conversationId);
  if (chat?.members.includes(oid) !== true) throw new TenantFault(404, 'ConversationNotFound', 'This person is not in that chat.');
  return chat;
}

function requirePerson(oid: string): Person {
  const person = personWith(oid);
  if (person === undefined || person.outside) throw new TenantFault(404, 'NotFound', 'Only people of the school have Teams here.');
  return person;
}

/** What a notification shows: the summary, or the first text. */
function previewOf(last: StoredActivity | undefined): string {
  return (last?.message.summary ?? last?.message.text ?? '').slice(0, 120);
}
