import { z } from 'zod';
import { parseCardAction, type CardAction } from '../cards/card-press.ts';

/** Who is on the other side, as the signed activity says: never a name, never what a card carries. */
export interface Sender { oid: string; tenantId: string; userId: string; conversationId: string; personal: boolean }

/** How to write to a chat again. `oid` says whose it is: the person's own, or for a group chat, which is nobody's, the id of the conversation. */
export interface ChatReference { oid: string; kind: 'personal' | 'group'; conversationId: string; serviceUrl: string; botId: string; tenantId: string; userId: string }

/** What came from Teams, parsed once. */
export type TeamsActivity =
  | { kind: 'message'; sender: Sender; text: string }
  /** From a client that knows no Action.Execute: the press comes as a message with a value. */
  | { kind: 'submit'; sender: Sender; action: CardAction | null }
  | { kind: 'card-action'; sender: Sender; action: CardAction | null }
  | { kind: 'installed'; chat: ChatReference; first: boolean }
  /** Taken out of somebody's Teams, or out of a group chat; `oid` as in the reference. */
  | { kind: 'removed'; oid: string; tenantId: string }
  | { kind: 'unsupported'; invoke: boolean };

const account = z.object({ id: z.string(), aadObjectId: z.string().optional() });

const shape = z.object({
  type: z.string(), name: z.string().nullish(), text: z.string().nullish(), value: z.unknown().optional(), action: z.string().nullish(), serviceUrl: z.string(),
  from: account.nullish(), recipient: account.nullish(), membersAdded: z.array(account).nullish(), membersRemoved: z.array(account).nullish(),
  conversation: z.object({ id: z.string(), tenantId: z.string().nullish(), conversationType: z.string().nullish() }),
  channelData: z.object({ tenant: z.object({ id: z.string() }).nullish() }).nullish(),
});
type Shape = z.infer<typeof shape>;

const invokeValue = z.object({ action: z.object({ verb: z.string().nullish(), data: z.unknown().optional() }) });

export function parseActivity(activity: unknown): TeamsActivity {
  const parsed = shape.safeParse(activity);
  if (!parsed.success) return { kind: 'unsupported', invoke: isInvoke(activity) };
  const sender = senderOf(parsed.data);
  return sender === null ? { kind: 'unsupported', invoke: parsed.data.type === 'invoke' } : kindOf(parsed.data, sender);
}

function kindOf(sent: Shape, sender: Sender): TeamsActivity {
  switch (sent.type) {
    case 'message': return isEmpty(sent.text) && sent.value !== undefined && sent.value !== null
      ? { kind: 'submit', sender, action: parseCardAction(null, sent.value) } : { kind: 'message', sender, text: plain(sent.text ?? '') };
    case 'invoke': return sent.name === 'adaptiveCard/action' ? { kind: 'card-action', sender, action: actionOf(sent.value) } : { kind: 'unsupported', invoke: true };
    case 'installationUpdate': return installation(sent, sender);
    case 'conversationUpdate': return membership(sent, sender);
    default: return { kind: 'unsupported', invoke: false };
  }
}

/** Null without an Entra id or a tenant, or where the activity names two tenants. */
function senderOf(sent: Shape): Sender | null {
  const tenants = [sent.conversation.tenantId, sent.channelData?.tenant?.id].filter((each) => typeof each === 'string');
  const [tenantId] = tenants;
  if (tenantId === undefined || tenants.some((each) => each !== tenantId)) return null;
  if (sent.from?.aadObjectId === undefined || sent.from.aadObjectId === '') return null;
  return { oid: sent.from.aadObjectId, tenantId, userId: sent.from.id, conversationId: sent.conversation.id, personal: sent.conversation.conversationType === 'personal' };
}

function installation(sent: Shape, sender: Sender): TeamsActivity {
  const chat = chatOf(sent, sender);
  if (chat === null) return { kind: 'unsupported', invoke: false };
  if (sent.action?.startsWith('remove') === true) return { kind: 'removed', oid: chat.oid, tenantId: chat.tenantId };
  return { kind: 'installed', chat, first: sent.action === 'add' };
}

/** The bot itself came or went; who else does is nothing to us. */
function membership(sent: Shape, sender: Sender): TeamsActivity {
  const chat = chatOf(sent, sender);
  const names = (accounts: Shape['membersAdded']): boolean => accounts?.some((each) => each.id === sent.recipient?.id) === true;
  if (chat !== null && names(sent.membersRemoved)) return { kind: 'removed', oid: chat.oid, tenantId: chat.tenantId };
  return chat !== null && names(sent.membersAdded) ? { kind: 'installed', chat, first: false } : { kind: 'unsupported', invoke: false };
}

/** Every activity of a chat says how to write there; the latest counts. */
export function chatReference(activity: unknown): ChatReference | null {
  const parsed = shape.safeParse(activity);
  const sender = parsed.success ? senderOf(parsed.data) : null;
  return parsed.success && sender !== null ? chatOf(parsed.data, sender) : null;
}

/** Null for a channel: there everybody of a team would read. */
function chatOf(sent: Shape, sender: Sender): ChatReference | null {
  const at = { conversationId: sent.conversation.id, serviceUrl: sent.serviceUrl, botId: sent.recipient?.id ?? '', tenantId: sender.tenantId };
  if (sender.personal) return { oid: sender.oid, kind: 'personal', ...at, userId: sender.userId };
  return sent.conversation.conversationType === 'groupChat' ? { oid: sent.conversation.id, kind: 'group', ...at, userId: '' } : null;
}

function actionOf(value: unknown): CardAction | null {
  const parsed = invokeValue.safeParse(value);
  return parsed.success ? parseCardAction(parsed.data.action.verb ?? null, parsed.data.action.data ?? {}) : null;
}

function isInvoke(activity: unknown): boolean {
  return typeof activity === 'object' && activity !== null && 'type' in activity && activity.type === 'invoke';
}

function isEmpty(text: string | null | undefined): boolean {
  return text === undefined || text === null || text.trim() === '';
}

/** Without the mention of the bot and without the HTML that Teams may put around what was typed. */
function plain(text: string): string {
  return text.replace(/<at>.*?<\/at>/gis, ' ').replace(/<[^>]+>/g, ' ').replace(/&nbsp;/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 1_000);
}
