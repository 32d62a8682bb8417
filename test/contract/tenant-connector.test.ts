import { CardFactory, MessageFactory, TeamsInfo, TurnContext, type Activity, type ConversationReference, type InvokeResponse } from 'botbuilder';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { storedActivities } from '../tenant/connector/activity.ts';
import { activitiesOf, blockFor, chatsOf, installFor, installInGroupChat, pressCard, refreshCard, sendMessage, teamsIdOf, uninstallFor, viewCard } from '../tenant/connector/teams.ts';
import { appId, people, tenantId } from '../tenant/seed/people.ts';
import type { RunningTenant } from '../tenant/server.ts';
import { startLocalBot, type LocalBot } from './local-bot.ts';
import { startRecordedTenant } from './local-graph.ts';

let local: RunningTenant;
let bot: LocalBot;
const oidOf = (title: string): string => people.find((person) => person.jobTitle === title)?.oid ?? '';
const head = oidOf('Head teacher');
const deputy = oidOf('Deputy head');

beforeAll(async () => { local = await startRecordedTenant(); bot = await startLocalBot(local); });
afterAll(async () => { await bot.stop(); await local.stop(); });
beforeEach(async () => {
  bot.onInvoke = () => Promise.resolve({ status: 200 });
  await installFor(local.tenant, head);
  bot.heard.length = 0;
});

const card = (text: string, userIds?: string[]): Record<string, unknown> => ({
  type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }],
  ...(userIds === undefined ? {} : { refresh: { action: { type: 'Action.Execute', verb: 'refresh', data: { ref: 'GRV-26-0001' } }, userIds } }),
});
const shows = (text: string): unknown => expect.objectContaining({ body: [{ type: 'TextBlock', text }] });
const cardReply = (value: object): InvokeResponse => ({ status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value } });

/** The bot writes to a person whom it knows by object id only, as it does when a concern is raised. */
async function post(oid: string, activity: Partial<Activity>): Promise<{ reference: Partial<ConversationReference>; activityId: string }> {
  let posted: { reference: Partial<ConversationReference>; activityId: string } | undefined;
  const parameters = { isGroup: false, tenantId, bot: { id: `28:${appId}`, name: 'Concern Desk' }, members: [{ id: oid, name: '' }], channelData: { tenant: { id: tenantId } } };
  await bot.adapter.createConversationAsync(appId, 'msteams', `${local.origin}/connector/`, 'https://api.botframework.com', parameters, async (context) => {
    const sent = await context.sendActivity(activity);
    posted = { reference: TurnContext.getConversationReference(context.activity), activityId: sent?.id ?? '' };
  });
  if (posted === undefined) throw new Error('nothing was posted');
  return posted;
}

const postCard = (oid: string, content: object): ReturnType<typeof post> => post(oid, MessageFactory.attachment(CardFactory.adaptiveCard(content), undefined, 'A concern'));
const later = (reference: Partial<ConversationReference>, deed: (context: TurnContext) => Promise<unknown>): Promise<void> => bot.adapter.continueConversationAsync(appId, reference, async (context) => { await deed(context); });
const cardsOf = (conversationId: string) => activitiesOf(local.tenant, conversationId).filter((one) => one.card !== null);

async function refused(call: Promise<unknown>): Promise<{ statusCode: number; code: string }> {
  try { await call; } catch (error) { const { statusCode, code } = error as { statusCode: number; code: string }; return { statusCode, code }; }
  throw new Error('The call was not refused.');
}

describe('installing', () => {
  test('tells the bot twice, signed so that botbuilder takes it', async () => {
    expect(await installFor(local.tenant, deputy)).toBe(true);
    expect(bot.heard.map((activity) => activity.type)).toEqual(['installationUpdate', 'conversationUpdate']);
    expect(bot.heard[0]).toMatchObject({ action: 'add', from: { aadObjectId: deputy, id: teamsIdOf(local.tenant, deputy) }, conversation: { conversationType: 'personal', tenantId } });
    expect(bot.heard[1]?.membersAdded).toMatchObject([{ id: `28:${appId}` }]);
  });

  test('whoever has not installed or has blocked the app is not reached', async () => {
    expect(await refused(post(oidOf('Teacher'), { type: 'message', text: 'hello' }))).toEqual({ statusCode: 403, code: 'BotNotInConversationRoster' });
    const { reference } = await post(head, { type: 'message', text: 'hello' });
    blockFor(local.tenant, head, true);
    expect(await refused(later(reference, (context) => context.sendActivity('again')))).toEqual({ statusCode: 403, code: 'ConversationBlockedByUser' });
    blockFor(local.tenant, head, false);
    await uninstallFor(local.tenant, head);
    expect(await refused(later(reference, (context) => context.sendActivity('again')))).toMatchObject({ statusCode: 403 });
  });

  test('an id of another bot can\'t be decrypted', async () => {
    expect(await refused(post('29:1AnotherBotsIdForSomebody', { type: 'message', text: 'x' }))).toEqual({ statusCode: 400, code: 'BadArgument' });
  });
});

describe('a conversation', () => {
  test('a person writes, the bot answers in the same chat', async () => {
    const answered: Promise<void>[] = [];
    await sendMessage(local.tenant, head, 'what is waiting?');
    const [asked] = bot.heard;
    expect(asked).toMatchObject({ type: 'message', text: 'what is waiting?', from: { aadObjectId: head } });
    answered.push(later(TurnContext.getConversationReference(asked ?? {}), (context) => context.sendActivity('Nothing is waiting.')));
    await Promise.all(answered);
    const texts = activitiesOf(local.tenant, asked?.conversation.id ?? '').map((one) => one.text);
    expect(texts.slice(-2)).toEqual(['what is waiting?', 'Nothing is waiting.']);
  });

  test('opening it again gives the same id, by object id and by Teams id', async () => {
    const first = await post(head, { type: 'message', text: 'one' });
    const second = await post(teamsIdOf(local.tenant, head), { type: 'message', text: 'two' });
    expect(second.reference.conversation?.id).toBe(first.reference.conversation?.id);
  });

  test('its roster names the person', async () => {
    const { reference } = await post(head, { type: 'message', text: 'x' });
    await later(reference, async (context) => {
      expect(await TeamsInfo.getMember(context, teamsIdOf(local.tenant, head))).toMatchObject({ aadObjectId: head, email: 'helen.whitlock@grove.example' });
      expect((await TeamsInfo.getPagedMembers(context)).members).toHaveLength(1);
    });
  });

  test('a group chat that a person adds the bot to has everybody in its roster', async () => {
    const id = await installInGroupChat(local.tenant, 'Leaders', [head, deputy]);
    await sendMessage(local.tenant, deputy, 'morning', id);
    const said = bot.heard.at(-1);
    expect(said).toMatchObject({ text: '<at>Concern Desk</at> morning', conversation: { id, conversationType: 'groupChat', isGroup: true } });
    await later(TurnContext.getConversationReference(said ?? {}), async (context) => { expect((await TeamsInfo.getPagedMembers(context)).members).toHaveLength(2); });
    expect(chatsOf(local.tenant, deputy).map((chat) => chat.name)).toContain('Leaders');
  });
});

describe('a card', () => {
  test('is posted, updated in place and deleted, and what it was before is kept', async () => {
    const { reference, activityId } = await postCard(head, card('New'));
    await later(reference, (context) => context.updateActivity({ ...MessageFactory.attachment(CardFactory.adaptiveCard(card('In hand'))), id: activityId }));
    const chat = reference.conversation?.id ?? '';
    expect(cardsOf(chat).find((one) => one.id === activityId)).toMatchObject({ edited: true, card: shows('In hand') });
    await later(reference, (context) => context.deleteActivity(activityId));
    expect(await refused(later(reference, (context) => context.updateActivity({ type: 'message', id: activityId, text: 'x' })))).toEqual({ statusCode: 404, code: 'ActivityNotFoundInConversation' });
    const kept = storedActivities(local.tenant, chat).find((one) => one.id === activityId);
    expect(kept).toMatchObject({ deleted: true, history: [{ message: { attachments: [{ content: shows('New') }] } }] });
  });

  test('too large a card is refused with 413', async () => {
    expect(await refused(postCard(head, card('x'.repeat(60_000))))).toEqual({ statusCode: 413, code: 'MessageSizeTooBig' });
  });

  test('with text beside it becomes two messages, and the id that comes back is not the card\'s', async () => {
    const { reference, activityId } = await post(head, { ...MessageFactory.attachment(CardFactory.adaptiveCard(card('beside'))), text: 'Look:' });
    const [text, beside] = activitiesOf(local.tenant, reference.conversation?.id ?? '').slice(-2);
    expect(text).toMatchObject({ id: activityId, text: 'Look:', card: null });
    expect(beside).toMatchObject({ text: '', card: shows('beside') });
  });
});

describe('a press', () => {
  test('reaches the bot with inputs merged, and the card that comes back is seen by the presser alone', async () => {
    const { reference, activityId } = await postCard(head, card('Base'));
    bot.onInvoke = () => Promise.resolve(cardReply(card('Approved')));
    const outcome = await pressCard(local.tenant, { oid: head, activityId, action: { verb: 'approve', data: { ref: 'GRV-26-0001' } }, inputs: { reason: 'agreed' } });
    expect(bot.heard.at(-1)).toMatchObject({
      type: 'invoke', name: 'adaptiveCard/action', replyToId: activityId, from: { aadObjectId: head },
      value: { trigger: 'manual', action: { type: 'Action.Execute', verb: 'approve', data: { ref: 'GRV-26-0001', reason: 'agreed' } } },
    });
    expect(outcome).toEqual({ kind: 'card', card: shows('Approved') });
    expect(await viewCard(local.tenant, { oid: head, activityId })).toEqual(shows('Approved'));
    expect(cardsOf(reference.conversation?.id ?? '').at(-1)?.card).toEqual(shows('Base'));
  });

  test('the card that comes back is seen also when the bot has edited the message meanwhile', async () => {
    const { reference, activityId } = await postCard(head, card('Base'));
    bot.onInvoke = async () => {
      await later(reference, (context) => context.updateActivity({ ...MessageFactory.attachment(CardFactory.adaptiveCard(card('Base 2'))), id: activityId }));
      return cardReply(card('Approved'));
    };
    await pressCard(local.tenant, { oid: head, activityId, action: { verb: 'approve' } });
    expect(await viewCard(local.tenant, { oid: head, activityId })).toEqual(shows('Approved'));
  });

  test('a sentence, an error and a broken answer are shown for what they are', async () => {
    const { activityId } = await postCard(head, card('Base'));
    const press = (): ReturnType<typeof pressCard> => pressCard(local.tenant, { oid: head, activityId, action: { verb: 'approve' } });
    bot.onInvoke = () => Promise.resolve({ status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'This has moved on.' } });
    expect(await press()).toEqual({ kind: 'message', text: 'This has moved on.' });
    bot.onInvoke = () => Promise.resolve({ status: 200, body: { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'BadRequest', message: 'no' } } });
    expect(await press()).toMatchObject({ kind: 'error', text: 'Something went wrong. Please try again.' });
    bot.onInvoke = () => Promise.resolve(null);
    expect(await press()).toMatchObject({ kind: 'error', text: 'Unable to reach app. Please try again.' });
    expect(await viewCard(local.tenant, { oid: head, activityId })).toEqual(shows('Base'));
  });

  test('a bot that is slow is given up, and the press comes again under a new id where Teams retries', async () => {
    const { activityId } = await postCard(head, card('Base'));
    local.tenant.store.collection<number>('settings').put('invokeLimitMs', 500);
    let release: (() => void) | undefined;
    const held = new Promise<void>((done) => { release = done; });
    const ids: (string | undefined)[] = [];
    bot.onInvoke = async (activity) => { ids.push(activity.id); if (ids.length < 3) await held; return cardReply(card('Late')); };
    const press = { oid: head, activityId, action: { verb: 'approve', data: { nonce: 'n1' } } };
    expect(await pressCard(local.tenant, press)).toMatchObject({ kind: 'error', text: 'Unable to reach app. Please try again.' });
    expect(await pressCard(local.tenant, { ...press, retry: true })).toMatchObject({ kind: 'card', card: shows('Late') });
    expect(new Set(ids).size).toBe(3);
    release?.();
    local.tenant.store.collection<number>('settings').delete('invokeLimitMs');
  });
});

describe('refresh', () => {
  const automatic = (): number => bot.heard.filter((activity) => (activity.value as { trigger?: string } | undefined)?.trigger === 'automatic').length;

  test('is asked for those named only, once a minute, and again after an edit', async () => {
    const mine = teamsIdOf(local.tenant, head);
    const { reference, activityId } = await postCard(head, card('Base', [mine]));
    bot.onInvoke = () => Promise.resolve(cardReply(card('For the head', [mine])));
    const view = { oid: head, activityId };
    expect(await viewCard(local.tenant, view)).toEqual(shows('For the head'));
    await viewCard(local.tenant, view);
    expect(automatic()).toBe(1);
    local.clock.advance(61_000);
    await viewCard(local.tenant, view);
    expect(automatic()).toBe(2);
    await later(reference, (context) => context.updateActivity({ ...MessageFactory.attachment(CardFactory.adaptiveCard(card('Base 2', [mine]))), id: activityId }));
    bot.onInvoke = () => Promise.resolve(null);
    expect(await viewCard(local.tenant, view)).toEqual(shows('Base 2'));
    expect(automatic()).toBe(3);
  });

  test('nobody named: never by itself, only from the menu', async () => {
    const { activityId } = await postCard(head, card('Base', []));
    bot.onInvoke = () => Promise.resolve(cardReply(card('Fresh', [])));
    expect(await viewCard(local.tenant, { oid: head, activityId })).toEqual(shows('Base'));
    expect(await refreshCard(local.tenant, { oid: head, activityId })).toMatchObject({ kind: 'card' });
    expect(bot.heard.at(-1)?.value).toMatchObject({ trigger: 'manual', action: { verb: 'refresh' } });
  });

  test('more than sixty people named: none is refreshed', async () => {
    const many = [teamsIdOf(local.tenant, head), ...Array.from({ length: 60 }, (_, n) => `29:1other${String(n)}`)];
    const { activityId } = await postCard(head, card('Base', many));
    await viewCard(local.tenant, { oid: head, activityId });
    expect(automatic()).toBe(0);
  });
});

test('an activity signed for another app, or with another serviceUrl, is not taken by the bot', async () => {
  const send = async (claims: Record<string, unknown>): Promise<number> => {
    const token = await local.tenant.sign({ iss: 'https://api.botframework.com', aud: appId, serviceurl: `${local.origin}/connector/`, ...claims });
    const activity = { type: 'message', id: '1', channelId: 'msteams', serviceUrl: `${local.origin}/connector/`, from: { id: '29:x' }, recipient: { id: `28:${appId}` }, conversation: { id: 'a:x' }, text: 'x' };
    const answer = await fetch(`${local.tenant.botUrl}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify(activity) });
    return answer.status;
  };
  // The adapter prints what it refuses by itself.
  const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await send({})).toBe(200);
  expect(await send({ aud: 'another-app' })).toBe(401);
  expect(await send({ serviceurl: 'https://elsewhere.example/' })).toBe(401);
  expect(await send({ iss: 'https://elsewhere.example' })).toBe(401);
  expect(printed).toHaveBeenCalledTimes(3);
  printed.mockRestore();
});
