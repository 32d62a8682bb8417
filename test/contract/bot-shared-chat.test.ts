import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { startBot, type RunningBot } from '../../bot/server.ts';
import { loadConcern } from '../../src/concern/load-concern.ts';
import { readSettings } from '../../src/config.ts';
import type { Stores } from '../../src/ports.ts';
import { storesOf } from '../../src/storage/stores-of.ts';
import { emailTheSchool, type Email } from '../journeys/words/email.ts';
import { until } from '../journeys/words/until.ts';
import { groupChat, type Conversation } from '../tenant/connector/conversation.ts';
import { envelopeOf, sendToBot } from '../tenant/connector/send-to-bot.ts';
import * as teams from '../tenant/connector/teams.ts';
import { botEnvironment, endpointsOf } from '../tenant/local/bot-environment.ts';
import { people } from '../tenant/seed/people.ts';
import type { RunningTenant } from '../tenant/server.ts';
import { startTenantForTests } from '../tenant/start-for-tests.ts';
import { press, readCard } from '../unit/cards-reading.ts';
import { azurite } from './storage-azurite.ts';

jest.setTimeout(60_000);

const person = (name: string): { oid: string } => ({ oid: people.find((each) => each.displayName === name)?.oid ?? '' });
const [daniel, priya, helen, sara, tom] = ['Daniel Okafor', 'Priya Raman', 'Helen Whitlock', 'Sara Lindqvist', 'Tom Ashby'].map((name) => person(name).oid) as [string, string, string, string, string];
/** A teacher sits in the chat too; the safeguarding lead, who is told of everyday matters as well, does not. */
const members = [daniel, priya, helen, tom];
const mine = { amara: 'Amara Nwosu <amara.nwosu@mail.example>', laila: 'Laila Haddad <laila.haddad@mail.example>', kevin: 'Kevin Doyle <kevin.doyle@post.example>' };
const whatsapp = (from: string, subject: string): Email => ({ from, subject, text: `Hello,\n\nOne of the parents in the class WhatsApp group keeps calling another one "stupid cow" (${subject}). Others join in.\n` });

let local: RunningTenant;
let folder: string;
let chat: Conversation;
let bot: RunningBot;
let stores: Stores;
/** The everyday matter that most of this is about. */
let ref: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shared-chat-'));
  local = await startTenantForTests();
  chat = groupChat(local.tenant, 'Leadership team', members);
  const botPort = await freePort();
  const endpointsFile = join(folder, 'endpoints.json');
  writeFileSync(endpointsFile, JSON.stringify(endpointsOf(local)));
  const at = { ...azurite(), ...local, botPort, endpointsFile, caFile: '' };
  bot = await startBot(readSettings(botEnvironment(at, { SCHOOL_CODE: 'SHC', SHARED_CHAT: chat.id, READ_EVERY_SECONDS: '1' })), () => undefined);
  local.tenant.botUrl = `http://localhost:${String(botPort)}`;
  stores = storesOf(azurite(), 'SHC');
  for (const oid of [daniel, priya, helen, sara, tom]) await teams.installFor(local.tenant, oid);
}, 60_000);
afterAll(async () => {
  await bot.stop();
  await local.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});
beforeEach(() => { local.faults.clear(); });

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, 'localhost', () => {
      const address = server.address();
      server.close(() => { resolve(typeof address === 'object' && address !== null ? address.port : 0); });
    });
  });
}

/** Somebody adds the bot to the chat, or takes it out. */
async function inTheChat(action: 'add' | 'remove'): Promise<void> {
  await sendToBot(local.tenant, { ...envelopeOf(local.tenant, chat, helenHerself()), type: 'installationUpdate', action });
}

function helenHerself(): (typeof people)[number] {
  const found = people.find((each) => each.oid === helen);
  if (found === undefined) throw new Error('The head is not among the people.');
  return found;
}

/** The mail has become a concern, and everybody's card shows it as it is. Gives its reference. */
async function arrives(email: Email): Promise<string> {
  const ref = await raisedBy(email);
  await shown(ref);
  return ref;
}

async function raisedBy(email: Email): Promise<string> {
  await emailTheSchool(local.smtpPort, email);
  return until(`a concern from "${email.subject}"`, async () => (await stores.ledger.all()).find((each) => each.words?.subject === email.subject)?.concern);
}

function shown(ref: string): Promise<unknown> {
  return until(`the cards of ${ref}`, async () => {
    const { concern, done } = await loadConcern(stores.log, ref);
    return concern.status !== 'none' && done.lease === null && (done.views.everybody?.shows ?? 0) >= concern.shown;
  });
}

const inShared = (): teams.ChatActivity[] => teams.activitiesOf(local.tenant, chat.id).filter((each) => each.by.kind === 'bot');
const ownCards = (oid: string, ref: string): string[] => teams.chatsOf(local.tenant, oid).filter((each) => each.kind === 'personal')
  .flatMap((own) => teams.activitiesOf(local.tenant, own.conversationId)).filter((each) => readCard(each.card).includes(ref)).map((each) => each.summary);

async function pressed(oid: string, activityId: string, title: string, inputs: Record<string, unknown> = {}): Promise<teams.Outcome> {
  const { verb, data } = press(await teams.viewCard(local.tenant, { oid, activityId }), title);
  return teams.pressCard(local.tenant, { oid, activityId, action: { verb: verb ?? '', data }, inputs });
}

test('before the app is in that chat, everybody is told in their own', async () => {
  const first = await arrives(whatsapp(mine.amara, 'Year 3'));
  expect(inShared()).toEqual([]);
  for (const oid of [daniel, priya, helen, sara]) expect(ownCards(oid, first)).toEqual([`A concern needs a first look: ${first}`]);
});

test('added to it, the bot says nothing; asked there, it sends people to their own chat, as in any other group', async () => {
  await inTheChat('add');
  expect(inShared()).toEqual([]);
  const other = await teams.installInGroupChat(local.tenant, 'Sports day', [daniel, tom]);
  expect(teams.activitiesOf(local.tenant, other)).toEqual([]);
  await teams.sendMessage(local.tenant, daniel, 'what is waiting?', other);
  expect(teams.activitiesOf(local.tenant, other).at(-1)?.text).toContain('your own chat');
  // Only the named chat is kept; a person's own chats are kept beside it.
  expect((await stores.links.all('conversation')).map((each) => each.key).filter((key) => key.startsWith('19:'))).toEqual([chat.id]);
});

test('an everyday matter is posted there once, by its reference; who reads there has no second card', async () => {
  ref = await arrives(whatsapp(mine.laila, 'Year 4'));
  const [posted, ...more] = inShared();
  expect(more).toEqual([]);
  expect(posted?.summary).toBe(`A concern needs a first look: ${ref}`);
  expect(readCard(posted?.card)).toContain(ref);
  expect(JSON.stringify(posted?.card)).not.toMatch(/Laila|Haddad|Year 4|WhatsApp|Daniel|Helen/i);
  expect(posted?.card?.refresh?.userIds?.sort()).toEqual([daniel, priya, helen].map((oid) => teams.teamsIdOf(local.tenant, oid)).sort());
  for (const oid of [daniel, priya, helen, tom]) expect(ownCards(oid, ref)).toEqual([]);
  expect(ownCards(sara, ref)).toHaveLength(1);
});

test('each sees it as in their own chat; who may not know, and what could be read by all, gets a sentence', async () => {
  const id = inShared()[0]?.id ?? '';
  expect(readCard(await teams.viewCard(local.tenant, { oid: daniel, activityId: id }))).toContain('Year 4');
  expect(readCard(await teams.viewCard(local.tenant, { oid: tom, activityId: id }))).not.toContain('Year 4');
  const toTom = await pressed(tom, id, 'Open to see it');
  expect(toTom.kind === 'card' ? readCard(toTom.card) : '').toContain('There is no such concern, or it is not one that you can see.');
  for (const verb of ['waiting', 'open']) {
    expect(await teams.pressCard(local.tenant, { oid: daniel, activityId: id, action: { verb, data: { verb, ref: ref } } })).toEqual({ kind: 'message', text: expect.stringContaining('your own chat') });
  }
  expect(inShared()).toHaveLength(1);
  expect(readCard(inShared()[0]?.card)).not.toContain('Year 4');
});

test('a press there counts, the card is updated in place, and what waits for the head comes to her own chat', async () => {
  const id = inShared()[0]?.id ?? '';
  const after = await pressed(daniel, id, 'Take the first look');
  expect(after.kind === 'card' ? readCard(after.card) : after).toContain('Choose a response');
  await shown(ref);
  expect(inShared()[0]?.edits).toBe(1);
  await pressed(daniel, id, 'Look at it', { 'show-response.response': 'RS3' });
  const form = await teams.viewCard(local.tenant, { oid: daniel, activityId: id });
  const { verb, data } = press(form, 'Propose this');
  await teams.pressCard(local.tenant, { oid: daniel, activityId: id, action: { verb: verb ?? '', data }, inputs: { 'propose.reason': 'The group should hear it once more.' } });
  await shown(ref);
  expect(inShared().map((each) => each.id)).toEqual([id]);
  expect(ownCards(helen, ref)).toEqual([`A proposal waits for your decision: ${ref}`]);
  expect(ownCards(priya, ref)).toEqual([]);
});

test('narrowed, it leaves an empty card for everybody', async () => {
  const narrowed = await arrives(whatsapp(mine.kevin, 'Year 5'));
  const posted = inShared().at(-1);
  expect(readCard(posted?.card)).toContain(narrowed);
  await pressed(priya, posted?.id ?? '', 'Take the first look', { 'take-first-look.route': 'safeguarding' });
  await shown(narrowed);
  const [left] = inShared().filter((each) => each.id === posted?.id);
  expect(readCard(left?.card)).toContain('This card is no longer in use.');
  expect(JSON.stringify(left?.card)).not.toContain(narrowed);
  expect(await teams.viewCard(local.tenant, { oid: daniel, activityId: left?.id ?? '' })).toEqual(left?.card);
  expect(left?.summary).not.toContain(narrowed);
  for (const oid of [helen, sara]) expect(ownCards(oid, narrowed)).toHaveLength(1);
  for (const oid of [daniel, priya, tom]) expect(ownCards(oid, narrowed)).toEqual([]);
});

test('what is about a member of staff never comes there', async () => {
  const before = inShared().length;
  const aboutTom = await arrives({ from: 'Bisi Coker <bisi.coker@mail.example>', subject: 'Serious', text: 'On Tuesday at lunch Mr Ashby grabbed a boy by the arm and dragged him out of the hall. Three children saw it.\n' });
  expect((await loadConcern(stores.log, aboutTom)).concern.audience.kind).toBe('staff');
  expect(inShared()).toHaveLength(before);
  expect(JSON.stringify(inShared())).not.toContain(aboutTom);
  expect(ownCards(helen, aboutTom)).toHaveLength(1);
});

test('where Teams does not say who reads there, nobody is left untold, and the card follows', async () => {
  local.faults.add({ method: 'GET', path: '/pagedmembers', times: 1, status: 401, body: { error: { code: 'BotNotRegistered', message: '' } } });
  const untold = await raisedBy(whatsapp(mine.amara, 'Year 6, on Tuesday'));
  await until('their own cards', () => Promise.resolve([daniel, priya, helen].every((oid) => ownCards(oid, untold).length === 1)));
  expect(readCard(inShared().at(-1)?.card)).not.toContain(untold);
  const own = teams.chatsOf(local.tenant, daniel).find((each) => each.kind === 'personal')?.conversationId ?? '';
  const card = teams.activitiesOf(local.tenant, own).findLast((each) => readCard(each.card).includes(untold));
  await pressed(daniel, card?.id ?? '', 'Take the first look');
  await shown(untold);
  expect(readCard(inShared().at(-1)?.card)).toContain(untold);
  expect(ownCards(daniel, untold)).toHaveLength(1);
});

test('taken out of the chat, everybody is told in their own again', async () => {
  const before = inShared().length;
  await inTheChat('remove');
  const last = await arrives(whatsapp(mine.laila, 'Year 1, at the gate'));
  expect(inShared()).toHaveLength(before);
  for (const oid of [daniel, priya, helen, sara]) expect(ownCards(oid, last)).toHaveLength(1);
});
