import { CardFactory, type TurnContext } from 'botbuilder';
import { faultName, type Log } from '../../src/log.ts';
import type { AdaptiveCard } from '../../src/ports.ts';
import type { Person } from '../../src/concern/rules/words-of-the-school.ts';
import type { CardAction } from '../cards/card-press.ts';
import { buildHelpCard } from '../cards/help-card.ts';
import { answerCard, type AnswerDeps } from './answer-card.ts';
import { answerMessage } from './answer-message.ts';
import type { Conversations } from './conversations.ts';
import { chatReference, parseActivity, type Sender, type TeamsActivity } from './parse-activity.ts';

export interface BotDeps extends AnswerDeps {
  tenantId: string;
  conversations: Conversations;
  log: Log;
  /** Id of the group chat that carries ordinary conduct; every other group is told to write to the bot alone. */
  sharedChat?: string | null;
  /** Teams gives up after ten seconds or so: before that the person gets a sentence, and the press goes on. */
  answerWithinMs?: number;
}

const sentences = {
  stranger: 'You are not set up to use Concern Desk. Ask the school office to add you to the right group.',
  ownChat: 'I only answer in your own chat with me. Open Concern Desk in Teams and write to me there.',
  notUnderstood: 'This card is from another version. Write "what is waiting?" to get the latest.',
  wentWrong: 'Something went wrong on our side. Open the card again to see whether it counted, and then try once more.',
  slow: 'This takes longer than usual. It goes on; open the card again in a minute to see how it stands.',
};

/** One turn: whatever happens inside, a press is answered with HTTP 200 and a card or a sentence. */
export function buildConcernBot(deps: BotDeps): (context: TurnContext) => Promise<void> {
  return async (context) => {
    const activity = parseActivity(context.activity);
    try {
      await answer(deps, context, activity);
    } catch (error) {
      deps.log({ what: 'teams-turn-failed', verb: activity.kind, fault: faultName(error), level: 'attention' });
      await sayAsWell(deps, context, activity, sentences.wentWrong);
    }
  };
}

async function answer(deps: BotDeps, context: TurnContext, activity: TeamsActivity): Promise<void> {
  switch (activity.kind) {
    case 'card-action': await answerInvoke(context, await withinTime(deps, pressed(deps, context, activity))); return;
    case 'submit': {
      await keepChat(deps, context);
      const reply = await onSubmit(deps, activity.sender, activity.action);
      // The card with its names is never posted: such a client is sent to the tab.
      await context.sendActivity('card' in reply ? `${reply.sentence} Open the tab to see it: ${deps.deepLink(refOf(activity.action))}` : reply.sentence);
      return;
    }
    case 'message': await keepChat(deps, context); await onMessage(deps, context, activity); return;
    case 'installed':
      await keepChat(deps, context);
      // A group is not greeted: nothing is posted there but the card of a concern.
      if (activity.first && activity.chat.kind === 'personal' && activity.chat.tenantId === deps.tenantId) await post(context, buildHelpCard({ tabLink: deps.deepLink(null) }), 'What you can ask Concern Desk');
      return;
    case 'removed':
      if (activity.tenantId === deps.tenantId) await deps.conversations.markUnreachable(activity.oid);
      return;
    case 'unsupported': if (activity.invoke) await answerInvoke(context, { sentence: sentences.notUnderstood });
  }
}

/** The adapter answers Teams when the turn ends, so whatever the turn still does must be done in time as well. */
async function pressed(deps: BotDeps, context: TurnContext, { sender, action }: Extract<TeamsActivity, { kind: 'card-action' }>): Promise<Reply> {
  await keepChat(deps, context);
  const reply = await onPress(deps, sender, action);
  if ('also' in reply) await post(context, reply.also.card, reply.also.summary);
  return reply;
}

type Reply = Awaited<ReturnType<typeof answerCard>> | { sentence: string };

async function onPress(deps: BotDeps, sender: Sender, action: CardAction | null): Promise<Reply> {
  const person = await personOf(deps, sender);
  if (person === null) return { sentence: sentences.stranger };
  if (action === null) return { sentence: sentences.notUnderstood };
  return sender.personal || answersInGroup(deps, sender, action) ? answerCard(deps, person, sender.userId, action) : { sentence: sentences.ownChat };
}

/** What a press is answered with is shown to the presser alone; a list, and what is posted under it, would be for all. */
function answersInGroup({ sharedChat }: BotDeps, { conversationId }: Sender, { kind }: CardAction): boolean {
  return conversationId === sharedChat && kind !== 'waiting' && kind !== 'open';
}

/** Answered with a message, which in a group everybody reads: so there the press does not count. */
function onSubmit(deps: BotDeps, sender: Sender, action: CardAction | null): Promise<Reply> {
  return sender.personal ? onPress(deps, sender, action) : Promise.resolve({ sentence: sentences.ownChat });
}

async function onMessage(deps: BotDeps, context: TurnContext, { sender, text }: Extract<TeamsActivity, { kind: 'message' }>): Promise<void> {
  const person = await personOf(deps, sender);
  if (person === null) { await context.sendActivity(sentences.stranger); return; }
  // In a group even a count would tell the others something.
  if (!sender.personal) { await context.sendActivity(sentences.ownChat); return; }
  const reply = await answerMessage(deps, person, sender.userId, text);
  await ('card' in reply ? post(context, reply.card, reply.summary) : context.sendActivity(reply.sentence));
}

/** Guests and people of other tenants are nobody here, whatever id they carry. */
async function personOf(deps: BotDeps, sender: Sender): Promise<Person | null> {
  return sender.tenantId === deps.tenantId ? deps.door.personOf(sender.oid) : null;
}

async function keepChat(deps: BotDeps, context: TurnContext): Promise<void> {
  const chat = chatReference(context.activity);
  if (chat?.tenantId === deps.tenantId && (chat.kind === 'personal' || chat.conversationId === deps.sharedChat)) await deps.conversations.keep(chat);
}

async function post(context: TurnContext, card: AdaptiveCard, summary: string): Promise<void> {
  await context.sendActivity({ type: 'message', attachments: [CardFactory.adaptiveCard(card)], summary });
}

/** botbuilder turns a status other than 200 into the HTTP status, and Teams then shows nothing but an error: so it is always 200. */
async function answerInvoke(context: TurnContext, reply: { card: AdaptiveCard } | { sentence: string }): Promise<void> {
  const body = 'card' in reply
    ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: reply.card }
    : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: reply.sentence };
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
}

async function sayAsWell(deps: BotDeps, context: TurnContext, activity: TeamsActivity, sentence: string): Promise<void> {
  const isInvoke = activity.kind === 'card-action' || (activity.kind === 'unsupported' && activity.invoke);
  try {
    if (isInvoke) await answerInvoke(context, { sentence });
    else if (activity.kind === 'message' || activity.kind === 'submit') await context.sendActivity(sentence);
  } catch (error) {
    deps.log({ what: 'teams-reply-failed', verb: activity.kind, fault: faultName(error), level: 'attention' });
  }
}

/** A late failure is logged: nobody waits for it any more. */
async function withinTime(deps: BotDeps, work: Promise<Reply>): Promise<Reply> {
  let timer: NodeJS.Timeout | undefined;
  const slow = new Promise<Reply>((done) => { timer = setTimeout(() => { done({ sentence: sentences.slow }); }, deps.answerWithinMs ?? 8_000); });
  const logged = work.catch((error: unknown) => {
    deps.log({ what: 'teams-press-failed', fault: faultName(error), level: 'attention' });
    return { sentence: sentences.wentWrong };
  });
  try { return await Promise.race([logged, slow]); } finally { clearTimeout(timer); }
}

function refOf(action: CardAction | null): string | null {
  if (action === null || action.kind === 'waiting') return null;
  return action.kind === 'press' ? action.press.ref : action.ref;
}
