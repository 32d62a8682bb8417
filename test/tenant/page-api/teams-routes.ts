import { z } from 'zod';
import { conversations, installationOf, requireConversation } from '../connector/conversation.ts';
import { envelopeOf, sendToBot } from '../connector/send-to-bot.ts';
import { activitiesOf, chatsOf, installFor, pressCard, sendMessage, viewCard, type Chat } from '../connector/teams.ts';
import { personWith } from '../directory/membership.ts';
import { TenantFault, type Route, type TenantRequest } from '../route.ts';
import type { Tenant } from '../tenant.ts';
import { act, bodyOf, read } from './ask.ts';
import type { ActivityView, CardPress, ChatView, PagePerson, PressResult, TeamsView } from './shapes.ts';

const words = z.object({ text: z.string().trim().min(1) });
const shown = z.object({ activity: z.string() });
const press = z.object({ activity: z.string(), action: z.enum(['execute', 'submit']), verb: z.string(), id: z.string(), data: z.record(z.string(), z.unknown()) });
/** Teams' own words under a message or a card that did not arrive. */
const unreachable = 'Unable to reach app. Please try again.';

/** Teams' part of the page: the chats with the app, what is written in them, and the buttons of cards. */
export function teamsPageRoutes(tenant: Tenant): Route[] {
  const inTeams = (answer: (person: PagePerson, request: TenantRequest) => unknown) => (person: PagePerson, request: TenantRequest): unknown => {
    if (person.outside) throw new TenantFault(403, 'Forbidden', 'Only people of the school have Teams.');
    return answer(person, request);
  };
  return [
    read('teams', inTeams((person) => teamsView(tenant, person))),
    read('teams/:chat', inTeams((person, request) => activityViews(tenant, person, requireChat(tenant, person, request)))),
    act('teams/install', inTeams(async (person) => ({ reached: await installFor(tenant, person.oid) }))),
    act('teams/:chat/say', inTeams(async (person, request) => ({ reached: await sendMessage(tenant, person.oid, bodyOf(request, words).text, requireChat(tenant, person, request)) }))),
    act('teams/:chat/view', inTeams(async (person, request) => ({ card: await viewCard(tenant, { oid: person.oid, activityId: bodyOf(request, shown).activity }) }))),
    act('teams/:chat/press', inTeams((person, request) => pressed(tenant, person, requireChat(tenant, person, request), bodyOf(request, press)))),
  ];
}

function teamsView(tenant: Tenant, person: PagePerson): TeamsView {
  return { installed: installationOf(tenant, person.oid).installed, chats: chatsOf(tenant, person.oid).map(chatView) };
}

function chatView({ conversationId, kind, name, lastAt, preview }: Chat): ChatView {
  return { id: conversationId, name, kind, last: lastAt === null ? null : { text: preview, at: lastAt } };
}

function activityViews(tenant: Tenant, person: PagePerson, conversationId: string): ActivityView[] {
  return activitiesOf(tenant, conversationId).map(({ by, ...rest }) => ({ ...rest, by: { kind: by.kind, name: by.name, mine: by.oid === person.oid } }));
}

/** The chat of the address, where this person is in it. */
function requireChat(tenant: Tenant, person: PagePerson, request: TenantRequest): string {
  const id = request.params['chat'] ?? '';
  if (conversations(tenant).get(id)?.members.includes(person.oid) !== true) throw new TenantFault(404, 'NotFound', 'You are not in that chat.');
  return id;
}

async function pressed(tenant: Tenant, person: PagePerson, conversationId: string, pressed: CardPress): Promise<PressResult> {
  if (pressed.action === 'submit') return submitted(tenant, person, conversationId, pressed);
  return pressCard(tenant, { oid: person.oid, activityId: pressed.activity, action: { verb: pressed.verb, id: pressed.id, data: pressed.data } });
}

/** `Action.Submit` reaches a bot as a message without text, its data as `value`. */
async function submitted(tenant: Tenant, person: PagePerson, conversationId: string, pressed: CardPress): Promise<PressResult> {
  const sender = personWith(person.oid);
  if (sender === undefined) throw new TenantFault(404, 'NotFound', 'You are not in that chat.');
  const activity = { ...envelopeOf(tenant, requireConversation(tenant, conversationId), sender), type: 'message', replyToId: pressed.activity, value: pressed.data };
  const answer = await sendToBot(tenant, activity);
  return answer.reached && answer.status < 300 ? { kind: 'message', text: '' } : { kind: 'error', text: unreachable };
}
