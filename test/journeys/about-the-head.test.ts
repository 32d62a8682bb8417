import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { pagePeople } from '../tenant/page-api/people.ts';
import { aboutTheClassGroup, kevin } from './words/email.ts';
import type { PersonAtTheirComputer } from './words/person-at-their-computer.ts';
import { read } from './words/read.ts';
import { startSchool, type School } from './words/start-school.ts';
import { until } from './words/until.ts';

jest.setTimeout(120_000);
let school: School;
let helen: PersonAtTheirComputer;
let marcus: PersonAtTheirComputer;
/** Everything that showed for a moment at the foot of the head's screen. */
let banners: string[];

/** Its number is out of the row, so that no gap between two others tells of it. */
let hidden: string;
const shown = 'GRV-26-0001';
/** Words of the email and its sender; with its number, none of them may be anywhere that the head can look. */
const traces = ['Doyle', 'kevin', 'dining hall', 'shouted', 'Something I need to raise'];

beforeAll(async () => {
  school = await startSchool();
  await school.clock.nextSchoolDayAt('10:00');
  [helen, marcus] = await Promise.all([school.open('Helen Whitlock'), school.open('Marcus Bell')]);
  banners = await helen.banners();
  await school.email({
    from: kevin, subject: 'Something I need to raise',
    text: 'Good evening,\n\nI am writing about Mrs Whitlock, the head teacher. On Thursday she shouted at my son in front of the whole dining hall, and when I rang to ask why she lied to me '
      + 'about who had been there. I do not want this to go to her. Who can look at it?\n\nKevin Doyle',
  });
  hidden = await marcus.teams.referenceOn('Something I need to raise');
  await marcus.teams.takeTheFirstLook(hidden);
  await marcus.teams.addNote(hidden, 'Spoke to Mr Doyle about the dining hall.');
  // An ordinary one after it: what the head may know reaches her everywhere, so what does not is no accident.
  await school.email(aboutTheClassGroup);
  await until('the head\'s banner about the ordinary concern', () => Promise.resolve(banners.some((each) => each.includes(shown))));
}, 120_000);
afterAll(async () => { await school.close(); });

test('the Executive Head has the card and the whole of it', async () => {
  const card = await read(await marcus.teams.card(hidden));
  expect(card).toContain('Something I need to raise');
  expect((await marcus.tab.chronology(hidden)).join(' ')).toContain('Marcus Bell took the first look');
});

test('nothing in Teams shows the head a trace: no card, no banner, no answer to a question', async () => {
  await helen.teams.card(shown);
  await helen.teams.say(hidden);
  await helen.teams.answer('There is no such concern, or it is not one that you can see.');
  await helen.teams.say('what is waiting?');
  await helen.teams.answer('One thing waits for you');
  expectNoTrace((await helen.teams.whole()).replace(new RegExp(`^${hidden}$`, 'm'), ''));
  expectNoTrace(banners.join('\n'));
});

test('nothing in the tab: no row, no hit, no count', async () => {
  expectNoTrace(await helen.tab.today());
  expect(await helen.tab.today()).toContain('1 email came in over the last 14 days');
  for (const list of ['Open', 'Closed', 'Needs a look', 'Not for us'] as const) expectNoTrace(await read(await helen.tab.register(list)));
  expect(await read(await helen.tab.register('Open'))).toContain('1 in this list');
  for (const word of ['Whitlock', 'Doyle', 'dining', hidden]) expect(await read(await helen.tab.register('Open', word))).toContain('Nothing found in this list');
});

test('nothing in the list, the folders or the plan', async () => {
  await helen.site.listRow(shown, 'Needs a first look');
  expectNoTrace(await helen.site.wholeList());
  await helen.site.taskIn('New', shown);
  expectNoTrace(await helen.site.wholeBoard());
  await until('the ordinary concern\'s folder', async () => (await helen.site.folders()).includes(shown));
  expectNoTrace(await helen.site.folders());
});

test('nothing behind the tab either: whatever the head\'s own sign-in asks for', async () => {
  const ask = await asSignedIn('Helen Whitlock');
  for (const path of ['register?limit=200', 'register?waiting=1', `register?text=${hidden}`, 'register?text=dining', 'mail-check']) expectNoTrace((await ask(path)).text);
  for (const path of [`concerns/${hidden}`, `concerns/${hidden}/letters/1`, `concerns/${hidden}/original?mail=${'0'.repeat(64)}`]) {
    expect(await ask(path)).toEqual({ status: 404, text: JSON.stringify({ sentence: 'There is no such concern, or it is not one that you can see.' }) });
  }
  const press = await ask('press', { ref: hidden, verb: 'add-note', n: null, seen: 0, seal: null, nonce: 'made-up-nonce', fields: { note: 'Is it there?' } });
  expect(press.text).toContain('There is no such concern, or it is not one that you can see.');
  expectNoTrace(press.text);
  // The same token does reach what she may see.
  expect((await ask(`concerns/${shown}`)).status).toBe(200);
});

function expectNoTrace(text: string): void {
  const found = [hidden, ...traces].filter((trace) => text.toLowerCase().includes(trace.toLowerCase()));
  expect({ found, text }).toEqual({ found: [], text });
}

/** Asks as the tab does, with the person's own token. */
async function asSignedIn(name: string): Promise<(path: string, body?: object) => Promise<{ status: number; text: string }>> {
  const person = pagePeople().find((each) => each.displayName === name);
  const answer = await fetch(`${school.local.tenant.controlUrl}/user-token`, { method: 'POST', body: JSON.stringify({ oid: person?.oid }) });
  const { token } = await answer.json() as { token: string };
  return async (path, body) => {
    const reply = await fetch(`${school.local.botUrl}/api/${path}`, {
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }, ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    return { status: reply.status, text: await reply.text() };
  };
}
