import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import express from 'express';
import { buildBaseCard } from '../../bot/cards/base-card.ts';
import type { Door } from '../../bot/door.ts';
import { openAdapter, type BotSettings } from '../../bot/teams/adapter.ts';
import { openCardPoster } from '../../bot/teams/card-poster.ts';
import { toFault } from '../../bot/teams/connector-faults.ts';
import { openConversations, type Conversations } from '../../bot/teams/conversations.ts';
import { mountTeams } from '../../bot/teams/mount-teams.ts';
import type { Press, PressAnswer } from '../../src/concern/rules/press.ts';
import type { Person } from '../../src/concern/rules/words-of-the-school.ts';
import type { LogLine } from '../../src/log.ts';
import { openSignIn } from '../../src/microsoft365/graph/sign-in.ts';
import { Fault, type CardPoster, type LinkStore, type RegisterRow } from '../../src/ports.ts';
import * as teams from '../tenant/connector/teams.ts';
import { appId, appSecret, people as seeded, tenantId } from '../tenant/seed/people.ts';
import type { RunningTenant } from '../tenant/server.ts';
import { until } from '../journeys/words/until.ts';
import { startTenantForTests } from '../tenant/start-for-tests.ts';
import { press as pressOn, pressablesOf, readCard } from '../unit/cards-reading.ts';
import { concernIn, people, ref, viewOf } from '../unit/cards-scenes.ts';

const oidOf = (name: string): string => seeded.find((each) => each.displayName === name)?.oid ?? '';
const deputy = oidOf('Daniel Okafor');
const head = oidOf('Helen Whitlock');
const teacher = oidOf('Tom Ashby');

let local: RunningTenant;
let settings: BotSettings;
let server: Server;
let poster: CardPoster;
let conversations: Conversations;
let machine = 0;
const logged: LogLine[] = [];
const pressed: { person: Person; press: Press }[] = [];
/** What the school behind the door is in: a test sets it, a press may move it. */
let state = 'new';
let onPress: (press: Press) => Promise<PressAnswer> = () => Promise.resolve({ outcome: 'done', sentence: null, news: [] });
const rolesOf: Record<string, Person> = { [deputy]: people.deputy, [head]: people.head };

const row: RegisterRow = {
  key: ref, kind: 'concern', version: 1, audience: concernIn('new').concern.audience, status: 'new', route: 'conduct', priority: 'P1', at: 0, outcome: null, nextAt: null,
  waitsFor: { roles: ['slt'], oids: [] }, words: { subject: 'Messages in the Year 4 group' }, reporterWords: {},
};

const door: Door = {
  personOf: (oid) => Promise.resolve(rolesOf[oid] ?? null),
  people: () => Promise.resolve([]),
  nameOf: () => 'somebody who has left',
  view: (person, wanted) => Promise.resolve(wanted === ref ? viewOf(state, person) : null),
  page: () => Promise.resolve(null),
  related: () => Promise.resolve(null),
  press: (person, press) => { pressed.push({ person, press }); return onPress(press); },
  register: () => Promise.resolve({ rows: [row], total: 1 }),
  makeConcern: () => Promise.resolve({ ref: null, sentence: '' }),
  original: () => Promise.resolve(null),
  letterPdf: () => Promise.resolve(null),
  mailCheck: () => Promise.resolve([]),
};

function linksInMemory(): LinkStore {
  const all = new Map<string, unknown>();
  return {
    get: (kind, key) => Promise.resolve(all.get(`${kind} ${key}`) ?? null), put: (kind, key, value) => { all.set(`${kind} ${key}`, JSON.parse(JSON.stringify(value))); return Promise.resolve(); },
    remove: (kind, key) => { all.delete(`${kind} ${key}`); return Promise.resolve(); },
    all: (kind) => Promise.resolve([...all].flatMap(([key, value]) => (key.startsWith(`${kind} `) ? [{ key: key.slice(kind.length + 1), value }] : []))),
  };
}

beforeAll(async () => {
  local = await startTenantForTests();
  const endpoints = {
    login: local.origin, graph: local.origin, botOpenId: `${local.origin}/botframework/v1/.well-known/openidconfiguration`, botTokenIssuer: 'https://api.botframework.com',
    botScope: 'https://api.botframework.com', serviceUrls: [`${local.origin}/connector/`], tabFrameAncestors: [], tabOrigins: [],
  };
  settings = { appId, tenantId, endpoints };
  const adapter = openAdapter(settings, openSignIn(endpoints, { tenantId, clientId: appId, secret: appSecret }));
  conversations = openConversations(linksInMemory(), () => machine);
  poster = openCardPoster({ adapter, settings, conversations });
  const app = express();
  mountTeams(app, { adapter, settings, door, conversations, log: (line) => { logged.push(line); }, deepLink: (wanted) => `https://teams.microsoft.com/l/entity/${wanted ?? ''}`, answerWithinMs: 300 });
  server = app.listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  local.tenant.botUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(async () => {
  await new Promise<void>((done) => { server.close(() => { done(); }); server.closeAllConnections(); });
  await local.stop();
});
beforeEach(() => {
  state = 'new';
  onPress = () => Promise.resolve({ outcome: 'done', sentence: null, news: [] });
  pressed.length = 0;
  logged.length = 0;
});

function chat(oid: string): teams.ChatActivity[] {
  const [own] = teams.chatsOf(local.tenant, oid);
  return own === undefined ? [] : teams.activitiesOf(local.tenant, own.conversationId).filter((each) => each.by.kind === 'bot');
}

function last(oid: string): teams.ChatActivity {
  const found = chat(oid).at(-1);
  if (found === undefined) throw new Error('The bot has written nothing.');
  return found;
}

/** Posts the concern's card and has the person open it, as Teams does when it scrolls into view. */
async function opened(oid: string): Promise<{ activityId: string; card: unknown }> {
  const posted = await poster.post(oid, buildBaseCard(ref, { deepLink: 'https://teams.microsoft.com/l/entity/x' }), 'A concern needs a first look: GRV-26-0042');
  const activityId = posted?.activity ?? '';
  return { activityId, card: await teams.viewCard(local.tenant, { oid, activityId }) };
}

async function pressTitle(oid: string, on: { activityId: string; card: unknown }, title: string, inputs: Record<string, unknown> = {}): Promise<teams.Outcome> {
  const { verb, data } = pressOn(on.card, title);
  return teams.pressCard(local.tenant, { oid, activityId: on.activityId, action: { verb: verb ?? '', data }, inputs });
}

function cardOf(outcome: teams.Outcome): unknown {
  if (outcome.kind !== 'card') throw new Error(`Not a card: ${JSON.stringify(outcome)}`);
  return outcome.card;
}

describe('who may speak to the bot', () => {
  const activity = (more: object = {}): object => ({
    type: 'message', id: 'a', text: 'help', channelId: 'msteams', serviceUrl: `${local.origin}/connector/`, from: { id: teams.teamsIdOf(local.tenant, deputy), aadObjectId: deputy },
    recipient: { id: `28:${appId}` }, conversation: { id: 'a:1', conversationType: 'personal', tenantId }, channelData: { tenant: { id: tenantId } }, ...more,
  });
  const send = async (claims: Record<string, unknown> | null, body: unknown): Promise<number> => {
    const token = claims === null ? null : await local.tenant.sign({ iss: 'https://api.botframework.com', aud: appId, serviceurl: `${local.origin}/connector/`, ...claims });
    const reply = await fetch(`${local.tenant.botUrl}/api/messages`, {
      method: 'POST', headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) }, body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return reply.status;
  };

  test.each<[string, Record<string, unknown> | null, number]>([
    ['the Bot Framework, signed', {}, 200],
    ['another app\'s token', { aud: '00000000-0000-4000-8000-000000000000' }, 401],
    ['another issuer', { iss: 'https://sts.example' }, 401],
    ['another serviceUrl in the token', { serviceurl: 'https://elsewhere.example/' }, 401],
    ['no token', null, 401],
  ])('%s', async (_who, claims, status) => { expect(await send(claims, activity({ type: 'typing' }))).toBe(status); });

  test('an address that is not Teams\' gets no answer and no token of ours', async () => {
    expect(await send({ serviceurl: 'https://evil.example/' }, activity({ serviceUrl: 'https://evil.example/' }))).toBe(403);
    expect(await send({ serviceurl: `${local.origin}.evil.example/` }, activity({ serviceUrl: `${local.origin}.evil.example/` }))).toBe(403);
  });

  test('what is no activity, or no JSON, is refused without a stack', async () => {
    expect(await send({}, '{')).toBe(400);
    expect(await send({}, { serviceUrl: `${local.origin}/connector/`, type: 7 })).toBe(400);
    expect(await send({}, JSON.stringify({ text: 'x'.repeat(1_100_000) }))).toBe(413);
  });

  test('a person of another tenant, and one who is in no group, are nobody', async () => {
    const invoke = { type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb: 'refresh', data: { ref } } } };
    const foreign = { conversation: { id: 'a:1', conversationType: 'personal', tenantId: 'other' }, channelData: { tenant: { id: 'other' } } };
    expect(await send({}, activity({ ...invoke, ...foreign }))).toBe(200);
    expect(await send({}, activity({ ...invoke, conversation: { id: 'a:1', conversationType: 'personal', tenantId: 'other' } }))).toBe(200);
    await teams.installFor(local.tenant, teacher);
    const posted = await poster.post(teacher, buildBaseCard(ref, { deepLink: 'https://teams.microsoft.com/' }), 'A concern');
    const outcome = await teams.pressCard(local.tenant, { oid: teacher, activityId: posted?.activity ?? '', action: { verb: 'refresh', data: { ref } } });
    expect(outcome).toEqual({ kind: 'message', text: expect.stringContaining('You are not set up') });
    expect(pressed).toEqual([]);
  });
});

describe('writing to the bot', () => {
  beforeAll(async () => { await teams.installFor(local.tenant, deputy); });

  test('installing keeps the way to the person, and says once what this is', () => {
    expect(readCard(chat(deputy)[0]?.card)).toContain('what is waiting?');
    expect(chat(deputy).filter((each) => readCard(each.card).includes('what is waiting?'))).toHaveLength(1);
  });

  test('"what is waiting?" lists references without subjects; opening one posts everybody\'s card', async () => {
    await teams.sendMessage(local.tenant, deputy, 'What is waiting?');
    const list = last(deputy);
    expect(readCard(list.card)).toContain(ref);
    expect(JSON.stringify(list.card)).not.toContain('Year 4');
    expect(cardOf(await pressTitle(deputy, { activityId: list.id, card: list.card }, 'Open'))).toMatchObject({ type: 'AdaptiveCard' });
    expect(readCard(last(deputy).card)).toContain('Open to see it');
    expect(readCard(await teams.viewCard(local.tenant, { oid: deputy, activityId: last(deputy).id }))).toContain('Messages in the Year 4 group');
  });

  test('a reference gives everybody\'s card; one that is not there, or not theirs, gives the same sentence', async () => {
    await teams.sendMessage(local.tenant, deputy, `please show ${ref.toLowerCase()}`);
    expect(readCard(last(deputy).card)).toContain(ref);
    expect(last(deputy).summary).toBe(`A concern: ${ref}`);
    await teams.sendMessage(local.tenant, deputy, 'GRV-26-9999');
    expect(last(deputy).text).toBe('There is no such concern, or it is not one that you can see.');
  });

  test.each([['Hello', 'card'], ['help', 'card'], ['Kevin wrote something terrible', 'text']])('"%s" is answered', async (text, kind) => {
    const before = chat(deputy).length;
    await teams.sendMessage(local.tenant, deputy, text);
    expect(chat(deputy)).toHaveLength(before + 1);
    expect(last(deputy).card === null ? 'text' : 'card').toBe(kind);
    expect(JSON.stringify(logged)).not.toContain('Kevin');
  });

  test('in a group chat nothing is told, not even how much waits', async () => {
    const group = await teams.installInGroupChat(local.tenant, 'SLT', [deputy, head]);
    await teams.sendMessage(local.tenant, deputy, 'what is waiting?', group);
    expect(teams.activitiesOf(local.tenant, group).at(-1)?.text).toContain('your own chat');
  });
});

describe('pressing', () => {
  beforeAll(async () => { await teams.installFor(local.tenant, deputy); });

  test('a card opens as the person\'s own view; everybody\'s holds no words of it', async () => {
    const { card } = await opened(deputy);
    expect(readCard(card)).toContain('Messages in the Year 4 group');
    expect(JSON.stringify(last(deputy).card)).not.toContain('Year 4');
    expect(last(deputy).card?.refresh?.userIds).toEqual([teams.teamsIdOf(local.tenant, deputy)]);
  });

  test('the press goes to the door as it was shown, by who signed in, and the answer is the card as it is now', async () => {
    onPress = () => { state = 'open'; return Promise.resolve({ outcome: 'done', sentence: null, news: [] }); };
    const card = await opened(deputy);
    const after = cardOf(await pressTitle(deputy, card, 'Take the first look', { 'take-first-look.route': 'conduct', 'take-first-look.clauses': 'IA1', 'add-note.note': '' }));
    expect(pressed).toEqual([{ person: people.deputy, press: { ...pressOn(card.card, 'Take the first look').data, fields: { route: 'conduct', clauses: 'IA1' } } }]);
    expect(readCard(after)).toContain('Choose a response');
  });

  test('the same press again is answered with how it stands, and each card has a nonce of its own', async () => {
    state = 'open';
    onPress = () => Promise.resolve({ outcome: 'already', sentence: null, news: [] });
    const card = await opened(deputy);
    const after = cardOf(await pressTitle(deputy, card, 'Keep the note', { 'add-note.note': 'Rang.' }));
    expect(readCard(after)).toContain('That was done already.');
    expect(pressOn(after, 'Keep the note').data['nonce']).not.toBe(pressOn(card.card, 'Keep the note').data['nonce']);
  });

  test('a refusal is a sentence on the new card, the form open with what was typed', async () => {
    state = 'open';
    onPress = () => Promise.resolve({ outcome: 'refused', sentence: 'Say in a sentence how it ended.', news: [] });
    const after = cardOf(await pressTitle(deputy, await opened(deputy), 'Close it', { 'close.outcome': 'unfounded', 'close.reason': '' }));
    expect(readCard(after)).toContain('Say in a sentence how it ended.');
    expect(JSON.stringify(after)).toContain('"value":"unfounded"');
  });

  test('news is shown first', async () => {
    state = 'waiting';
    onPress = () => Promise.resolve({ outcome: 'look-first', sentence: null, news: ['new-evidence'] });
    await teams.installFor(local.tenant, head);
    const after = cardOf(await pressTitle(head, await opened(head), 'Approve'));
    expect(readCard(after)).toContain('A new email came in since this was shown to you.');
    expect(pressablesOf(after).map((each) => each.title)).toContain('Approve');
  });

  test('the guide of a response is shown, and its form keeps what was typed when it is refused', async () => {
    state = 'open';
    const card = await opened(deputy);
    const guide = cardOf(await pressTitle(deputy, card, 'Look at it', { 'show-response.response': 'RS1' }));
    expect(readCard(guide)).toContain('When it fits');
    expect(pressed).toEqual([]);
    onPress = () => Promise.resolve({ outcome: 'refused', sentence: 'The email address is missing.', news: [] });
    const after = cardOf(await pressTitle(deputy, { ...card, card: guide }, 'Propose this', { 'propose.reason': 'In front of all.', 'propose.letter.parentName': 'Kevin Doyle' }));
    expect(pressed[0]?.press.fields).toEqual({ response: 'RS1', reason: 'In front of all.', 'letter.parentName': 'Kevin Doyle' });
    expect(readCard(after)).toContain('The email address is missing.');
    expect(JSON.stringify(after)).toContain('"value":"Kevin Doyle"');
  });

  test('what goes wrong inside is still an answer, and the log holds no words', async () => {
    onPress = () => Promise.reject(new Fault('Storage did not answer.', 'later'));
    const card = await opened(deputy);
    expect(await pressTitle(deputy, card, 'Keep the note', { 'add-note.note': 'Secret words' })).toEqual({ kind: 'message', text: expect.stringContaining('Something went wrong') });
    expect(logged).toContainEqual(expect.objectContaining({ what: 'teams-press-failed', level: 'attention' }));
    expect(JSON.stringify(logged)).not.toContain('Secret');
  });

  test('what takes too long is answered before Teams gives up', async () => {
    let finish = (): void => undefined;
    onPress = () => new Promise((done) => { finish = () => { done({ outcome: 'done', sentence: null, news: [] }); }; });
    expect(await pressTitle(deputy, await opened(deputy), 'Keep the note', { 'add-note.note': 'Rang.' })).toEqual({ kind: 'message', text: expect.stringContaining('takes longer than usual') });
    finish();
  });

  test('many presses at once, some of them slow: each is answered in time, and each counts once', async () => {
    const card = await opened(deputy);
    const late: (() => void)[] = [];
    onPress = ({ fields }) => (Number(fields['note']) % 2 === 0 ? Promise.resolve({ outcome: 'done', sentence: null, news: [] })
      : new Promise((_, fail) => { late.push(() => { fail(new Fault('Storage did not answer.', 'later')); }); }));
    const notes = Array.from({ length: 40 }, (_, n) => n);
    const outcomes = await Promise.all(notes.map((n) => pressTitle(deputy, card, 'Keep the note', { 'add-note.note': String(n) })));
    expect(outcomes.map((each) => (each.kind === 'message' ? each.text.slice(0, 28) : each.kind))).toEqual(notes.map((n) => (n % 2 === 0 ? 'card' : 'This takes longer than usual')));
    expect(pressed.map(({ press }) => Number(press.fields['note'])).sort((a, b) => a - b)).toEqual(notes);
    // What fails after the answer is in the log, and nothing else comes of it.
    for (const fail of late) fail();
    await until('the failures in the log', () => Promise.resolve(logged.filter((each) => each.what === 'teams-press-failed').length === 20));
    expect(await pressTitle(deputy, card, 'Keep the note', { 'add-note.note': '40' })).toMatchObject({ kind: 'card' });
  });

  test('a chat that is slow to take a post does not hold up the answer', async () => {
    await teams.sendMessage(local.tenant, deputy, 'what is waiting?');
    const list = last(deputy);
    local.faults.add({ method: 'POST', path: '/activities', times: 1, delayMs: 1_500 });
    const began = performance.now();
    expect(await pressTitle(deputy, { activityId: list.id, card: list.card }, 'Open')).toEqual({ kind: 'message', text: expect.stringContaining('takes longer than usual') });
    expect(performance.now() - began).toBeLessThan(1_200);
    await until('the post', () => Promise.resolve(readCard(last(deputy).card).includes('Open to see it')));
  });

  test('a card of another version, and an invoke we do not know, are answered with a sentence', async () => {
    const { activityId } = await opened(deputy);
    expect(await teams.pressCard(local.tenant, { oid: deputy, activityId, action: { verb: 'let-leave', data: { ref, n: 1 } } })).toEqual({ kind: 'message', text: expect.stringContaining('another version') });
    expect(pressed).toEqual([]);
  });

  test('where Action.Execute is not known, the press counts and the person is sent to the tab', async () => {
    const { data } = pressOn((await opened(deputy)).card, 'Keep the note');
    const token = await local.tenant.sign({ iss: 'https://api.botframework.com', aud: appId, serviceurl: `${local.origin}/connector/` });
    const reply = await fetch(`${local.tenant.botUrl}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify({
      type: 'message', id: 'b', channelId: 'msteams', serviceUrl: `${local.origin}/connector/`, from: { id: teams.teamsIdOf(local.tenant, deputy), aadObjectId: deputy }, recipient: { id: `28:${appId}` },
      conversation: { id: teams.chatsOf(local.tenant, deputy)[0]?.conversationId, conversationType: 'personal', tenantId }, value: { ...data, 'add-note.note': 'Rang.' },
    }) });
    expect(reply.status).toBe(200);
    expect(pressed[0]?.press).toMatchObject({ verb: 'add-note', fields: { note: 'Rang.' } });
    expect(last(deputy).text).toBe(`Done. Open the tab to see it: https://teams.microsoft.com/l/entity/${ref}`);
  });
});

describe('posting', () => {
  const base = buildBaseCard(ref, { deepLink: 'https://teams.microsoft.com/l/entity/x' });
  const marcus = oidOf('Marcus Bell');
  const priya = oidOf('Priya Raman');

  test('nobody is written to without the app, and from its install on they are', async () => {
    expect(await poster.post(priya, base, 'A concern')).toBeNull();
    await teams.installFor(local.tenant, priya);
    expect(await poster.post(priya, base, 'A concern needs a first look: GRV-26-0042')).not.toBeNull();
    expect(last(priya)).toMatchObject({ text: '', summary: 'A concern needs a first look: GRV-26-0042' });
  });

  test('a chat nobody has written in is opened by the person\'s id', async () => {
    const here = local.tenant.botUrl;
    local.tenant.botUrl = 'http://127.0.0.1:1';
    await teams.installFor(local.tenant, marcus);
    local.tenant.botUrl = here;
    expect(await poster.post(marcus, base, 'A concern')).not.toBeNull();
    expect(readCard(last(marcus).card)).toContain(ref);
  });

  test('an update replaces the card, and says when it is gone', async () => {
    const posted = await poster.post(deputy, base, 'A concern');
    if (posted === null) throw new Error('not posted');
    expect(await poster.update(posted, buildBaseCard('GRV-26-0043', { deepLink: 'https://teams.microsoft.com/' }), 'A concern has news')).toBe(true);
    expect(readCard(last(deputy).card)).toContain('GRV-26-0043');
    expect(await poster.update({ ...posted, activity: '1' }, base, 'A concern')).toBe(false);
    expect(await poster.update({ conversation: 'a:gone', activity: '1' }, base, 'A concern')).toBe(false);
  });

  test('busy (412) is repeated, once; a refused sign-in says which setting to check', async () => {
    const before = chat(deputy).length;
    local.faults.add({ method: 'POST', path: '/activities', times: 1, status: 412, body: { error: { code: 'PreconditionFailed', message: '' } } });
    expect(await poster.post(deputy, base, 'A concern')).not.toBeNull();
    expect(chat(deputy)).toHaveLength(before + 1);
    local.faults.add({ method: 'POST', path: '/activities', times: 1, status: 401, body: { error: { code: 'BotNotRegistered', message: 'quoted words' } } });
    await expect(poster.post(deputy, base, 'A concern')).rejects.toMatchObject({ again: 'never', message: expect.stringContaining('app id') });
  });

  test.each([
    [{ statusCode: 429, code: 'Throttled', response: { headers: new Headers({ 'retry-after': '7' }) } }, { again: 'later', after: 7 }],
    [{ statusCode: 503 }, { again: 'later', after: null }],
    [{ statusCode: 413, code: 'MessageSizeTooBig' }, { again: 'never' }],
    [new Error('socket hang up'), { again: 'later' }],
  ])('a fault says when to come back', (error, fault) => { expect(toFault(error)).toMatchObject(fault); });

  test('a reference of an earlier registration is replaced by a new one', async () => {
    const chatNow = await conversations.of(deputy);
    if (chatNow === null) throw new Error('no chat');
    await conversations.keep({ ...chatNow, conversationId: 'a:from-another-registration' });
    expect(await poster.post(deputy, base, 'A concern')).not.toBeNull();
    expect((await conversations.of(deputy))?.conversationId).toBe(chatNow.conversationId);
  });

  test('who blocks the bot is left alone for an hour, and reached again when they write', async () => {
    const blocked = async (): Promise<boolean> => await poster.post(priya, base, 'A concern') === null;
    teams.blockFor(local.tenant, priya, true);
    expect(await blocked()).toBe(true);
    teams.blockFor(local.tenant, priya, false);
    expect(await blocked()).toBe(true);
    machine += 3_600_000;
    expect(await blocked()).toBe(false);
    expect((await conversations.of(priya))?.refusedAt).toBeNull();
  });

  test('an address that is not on the list is never written to', async () => {
    const chatNow = await conversations.of(priya);
    if (chatNow === null) throw new Error('no chat');
    await conversations.keep({ ...chatNow, serviceUrl: 'https://evil.example/' });
    await expect(poster.post(priya, base, 'A concern')).rejects.toMatchObject({ again: 'never' });
  });
});

test('without an app id the bot does not start, unless that was asked for', () => {
  expect(() => openAdapter({ ...settings, appId: '' }, null)).toThrow(/would turn sign-in off/);
  expect(() => openAdapter({ ...settings, signInOff: true }, null)).toThrow(/sign-in off/);
  expect(openAdapter({ ...settings, appId: '', signInOff: true }, null)).toBeDefined();
});

test('with sign-in off, as the Agents Playground needs it, the bot answers and posts without a token', async () => {
  const sent: { path: string; authorization: string | undefined; body: string }[] = [];
  const connector = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => { body += part.toString(); });
    request.on('end', () => {
      sent.push({ path: request.url ?? '', authorization: request.headers.authorization, body });
      response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"a-1"}');
    });
  });
  const serviceUrl = `${await listening(connector)}/_connector`;
  const off: BotSettings = { ...settings, appId: '', signInOff: true, endpoints: { ...settings.endpoints, serviceUrls: [`${serviceUrl}/`] } };
  const adapter = openAdapter(off, null);
  const known = openConversations(linksInMemory());
  const app = express();
  mountTeams(app, { adapter, settings: off, door, conversations: known, log: (line) => { logged.push(line); }, deepLink: () => 'https://teams.microsoft.com/' });
  const web = createServer(app);
  const reply = await fetch(`${await listening(web)}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({
    type: 'message', id: 'm-1', text: 'what is waiting?', channelId: 'msteams', serviceUrl, from: { id: 'user-id-0', aadObjectId: head }, recipient: { id: 'bot' },
    conversation: { id: 'personal-chat', conversationType: 'personal', tenantId },
  }) });
  expect(reply.status).toBe(200);
  const own = openCardPoster({ adapter, settings: off, conversations: known });
  expect(await own.post(head, buildBaseCard(ref, { deepLink: 'https://teams.microsoft.com/' }), 'A concern')).toEqual({ conversation: 'personal-chat', activity: 'a-1' });
  expect(sent.map((each) => each.authorization)).toEqual([undefined, undefined]);
  expect(sent[0]?.body).toContain(ref);
  for (const one of [web, connector]) { one.closeAllConnections(); one.close(); }
});

async function listening(one: Server): Promise<string> {
  one.listen(0, '127.0.0.1');
  await new Promise((ready) => one.once('listening', ready));
  return `http://127.0.0.1:${String((one.address() as AddressInfo).port)}`;
}
