import { mkdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import express from 'express';
import { chromium, type Browser, type Frame, type Page } from 'playwright-core';
import { apiRoutes } from '../../bot/api/mount-api.ts';
import { tabRoutes } from '../../bot/api/mount-tab.ts';
import type { Settings } from '../../src/config.ts';
import type { Press, PressAnswer } from '../../src/concern/rules/press.ts';
import { goesAt, people, ref, seal } from '../unit/cards-scenes.ts';
import { hostAddress, startTabHost, type TabHost } from './tab-host.ts';
import { openTabSchool, usualRows, type TabSchool } from './tab-school.ts';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const desktop = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const themes = ['default', 'dark', 'contrast'] as const;
const done: PressAnswer = { outcome: 'done', sentence: null, news: [] };

let host: TabHost;
let server: Server;
let browser: Browser;
let school: TabSchool;
let tabUrl = '';
let mode: Settings['mode'] = 'live';
const complaints: string[] = [];

beforeAll(async () => {
  host = await startTabHost();
  server = createServer(startTab());
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  tabUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/tab/index.html`;
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '', args: ['--no-sandbox'] });
});

afterAll(async () => {
  await browser.close();
  for (const each of [server, host.server]) { each.closeAllConnections(); each.close(); }
});

beforeEach(() => { school = openTabSchool(); mode = 'live'; complaints.length = 0; });

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  // What a strict content policy refused, and what broke inside the page.
  expect(complaints).toEqual([]);
});

describe('what waits and what came in', () => {
  test('the first page shows what waits for whoever looks, and says which mail has no outcome yet', async () => {
    const { tab, page } = await open('deputy');
    await tab.getByRole('link', { name: 'Messages in the Year 4 group' }).waitFor();
    expect(await tab.getByRole('listitem').filter({ hasText: 'Somebody said they would wait' }).count()).toBe(0);
    await tab.getByText('23 emails came in over the last 14 days; one has no outcome yet.').waitFor();
    await tab.getByText(/Being read:\s1 · Became a concern:\s2/).waitFor();
    expect(await tab.title()).toBe('Concern Desk');
    expect(page.frames()[1]?.url()).not.toContain('Okafor');
  });

  test('nothing waits, no mail, nothing found: each is said', async () => {
    school.rows = [];
    school.door.mailCheck = () => Promise.resolve([]);
    const { tab } = await open('deputy');
    await tab.getByText('Nothing waits for you').waitFor();
    await tab.getByText('No email came in', { exact: true }).waitFor();
    await tab.getByRole('tab', { name: 'Register' }).click();
    await tab.getByText('No concern is open.').waitFor();
  });

  test('what did not come is said in a sentence, and comes when it is asked for again', async () => {
    const working = school.door;
    school.door = { ...working, mailCheck: () => Promise.reject(new Error('a fault')) };
    const { tab } = await open('deputy', { faults: true });
    await tab.getByText('That did not work just now. Nothing was lost; try again in a moment.').waitFor();
    await tab.getByRole('link', { name: 'Messages in the Year 4 group' }).waitFor();
    school.door = working;
    await tab.getByRole('button', { name: 'Try again' }).click();
    await tab.getByText('23 emails came in').waitFor();
  });

  test('the first view brings at most 250 KB of script', async () => {
    const sizes: Promise<number>[] = [];
    const { tab } = await open('deputy', { watch: (page) => { page.on('response', (response) => { if (response.url().endsWith('.js')) sizes.push(response.body().then((body) => gzipSync(body).length)); }); } });
    await tab.getByText('23 emails came in').waitFor();
    const sum = (await Promise.all(sizes)).reduce((a, b) => a + b, 0);
    expect(sum).toBeGreaterThan(50_000);
    expect(sum).toBeLessThan(250_000);
  });

  test('a mode in which no letter goes is said on every page', async () => {
    mode = 'paused';
    const { tab } = await open('deputy');
    await tab.getByText('Nothing leaves the school.').waitFor();
  });
});

describe('who is there', () => {
  test('outside Teams there is one sentence', async () => {
    const page = await browser.newPage();
    await page.goto(tabUrl);
    await page.getByText('Open Concern Desk from Teams').waitFor();
    await expectNoAxeFaults(page.mainFrame());
  });

  test('somebody who is in no group, and somebody whom Teams cannot sign in, read what to do', async () => {
    const stranger = await open('nobody', { faults: true });
    await stranger.tab.getByText('You are not in one of the school\'s Concern Desk groups. Ask the office to add you.').waitFor();
    const unknown = await open('', { faults: true });
    await unknown.tab.getByText('Teams could not sign you in. Close Concern Desk and open it again.').waitFor();
  });

  test('a deep link opens its concern; one that is not theirs to see looks as if it were not there', async () => {
    school.state = 'open';
    const { tab } = await open('deputy', { subPage: ref });
    await tab.getByRole('heading', { level: 1, name: 'Messages in the Year 4 group' }).waitFor();
    const other = await open('deputy', { subPage: 'GRV-26-0099', faults: true });
    await other.tab.getByText('There is no such concern, or it is not one that you can see.').waitFor();
  });

  test('the theme follows Teams as it changes', async () => {
    const { tab, page } = await open('deputy');
    await tab.getByRole('heading', { name: 'Today' }).waitFor();
    const background = (): Promise<string> => tab.evaluate<string>('getComputedStyle(document.querySelector(".fui-FluentProvider")).backgroundColor');
    const light = await background();
    await page.evaluate('changeTheme("contrast")');
    await settles(background, (seen) => { expect(seen).toBe('rgb(0, 0, 0)'); });
    expect(light).not.toBe('rgb(0, 0, 0)');
  });
});

describe('the register', () => {
  test('a list is searched and opened by keyboard; what was typed never stands in the address', async () => {
    school.state = 'open';
    const { tab } = await open('head');
    await tab.getByRole('tab', { name: 'Register' }).click();
    const search = tab.getByRole('searchbox', { name: 'Search this list' });
    await search.fill('red class');
    await settles(() => tab.getByRole('row').count(), (seen) => { expect(seen).toBe(2); });
    expect(tab.url()).not.toMatch(/red/);
    await search.fill('Year 4');
    await settles(() => tab.getByRole('row').nth(1).innerText(), (seen) => { expect(seen).toContain('Year 4'); });
    await tab.getByRole('link', { name: 'Messages in the Year 4 group' }).focus();
    await tab.page().keyboard.press('Enter');
    await tab.getByRole('heading', { level: 1, name: 'Messages in the Year 4 group' }).waitFor();
    await settles(() => focused(tab), (seen) => { expect(seen).toContain('Messages in the Year 4 group'); });
  });

  test('a row opens by a press anywhere on it, on a phone as on a desk', async () => {
    school.state = 'open';
    for (const size of [desktop, phone]) {
      const { tab } = await open('deputy', { size });
      await tab.getByRole('tab', { name: 'Register' }).click();
      await tab.getByRole('heading', { name: 'Register' }).waitFor();
      // On a phone the link lies over the whole card, so a press beside its words falls on it.
      await tab.getByText(ref).first().click({ force: true });
      await tab.getByRole('heading', { level: 1, name: 'Messages in the Year 4 group' }).waitFor();
    }
  });

  test('a mail that was set aside is checked once more, made a concern once, and opened', async () => {
    const { tab } = await open('office');
    await tab.getByRole('tab', { name: 'Register' }).click();
    await tab.getByRole('tab', { name: 'Not for us' }).click();
    await tab.getByText('It was sent to a list of many people.').waitFor();
    await tab.getByRole('button', { name: 'Make it a concern: Autumn newsletter of the library' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Make this email a concern?' });
    await dialog.getByText('It gets a number of its own').waitFor();
    await expectNoAxeFaults(tab);
    expect(school.made).toEqual([]);
    await dialog.getByRole('button', { name: 'Make it a concern' }).dblclick();
    await tab.getByRole('heading', { level: 1, name: 'Messages in the Year 4 group' }).waitFor();
    expect(school.made).toEqual(['e'.repeat(64)]);
  });

  test('the newest of very many are shown, with how many there are', async () => {
    const [row] = usualRows();
    if (row === undefined) throw new Error('no row');
    school.rows = Array.from({ length: 260 }, (_, index) => ({ ...row, key: `GRV-26-${String(1_000 + index)}` }));
    const { tab } = await open('deputy');
    await tab.getByRole('tab', { name: 'Register' }).click();
    await tab.getByText('The newest 50 of 260 in this list.').waitFor();
    await tab.getByRole('button', { name: 'Show more' }).click();
    await tab.getByText('The newest 100 of 260 in this list.').waitFor();
  });
});

describe('a press', () => {
  test('of two quick presses one is sent, with the thing, the version and the seal that were shown', async () => {
    school.state = 'waiting';
    let answer: (value: PressAnswer) => void = () => undefined;
    school.onPress = () => new Promise((ready) => { answer = ready; });
    const { tab } = await openConcern('head');
    await tab.getByText('I may not have the whole picture.').first().waitFor();
    await tab.getByRole('button', { name: 'Approve' }).dblclick();
    await tab.getByText('Still working on it').waitFor();
    await settles(() => school.presses.length, (seen) => { expect(seen).toBe(1); });
    school.state = 'approved';
    answer(done);
    await tab.getByText('Approved. The letter goes on Monday 30 November 2026 at 08:30. Until then it can be stopped here.').waitFor();
    await settles(() => focused(tab), (seen) => { expect(seen).toContain('Approved. The letter goes'); });
    await tab.getByRole('button', { name: 'Stop', exact: true }).waitFor();
    const { person, press } = only(school.presses);
    expect(person.oid).toBe(people.head.oid);
    expect(press).toMatchObject({ ref, verb: 'approve', n: 1, seen: 3, seal, fields: {} });
    expect(press.nonce).toMatch(/^[0-9a-f-]{36}$/);
    expect(goesAt).toBe(Date.parse('2026-11-30T08:30:00Z'));
  });

  test('what came in meanwhile is shown first; the next press counts, and what was typed is kept', async () => {
    school.state = 'open';
    const { tab } = await openConcern('deputy');
    await tab.getByRole('button', { name: 'Close', exact: true }).click();
    await tab.getByLabel('In a sentence').fill('Both families have spoken.');
    school.onPress = () => { school.words = { subject: 'Messages in the Year 4 group, and more' }; return Promise.resolve({ outcome: 'look-first', sentence: null, news: ['new-evidence', 'new-hold'] }); };
    await tab.getByRole('button', { name: 'Close it' }).click();
    await tab.getByText('Two things came in since. A new email came in, and something stops this for now since this was shown to you. Please look first, then press again.').waitFor();
    await tab.getByRole('heading', { level: 1, name: /and more/ }).waitFor();
    expect(await tab.getByLabel('In a sentence').inputValue()).toBe('Both families have spoken.');
    school.onPress = () => { school.state = 'closed'; return Promise.resolve(done); };
    await tab.getByRole('button', { name: 'Close it' }).click();
    await tab.getByText('This is closed.').waitFor();
    expect(school.presses.map(({ press }) => press.fields)).toEqual(Array(2).fill({ outcome: 'resolved', reason: 'Both families have spoken.' }));
  });

  test('a stale page is answered with the latest', async () => {
    school.state = 'waiting';
    const { tab } = await openConcern('head');
    await tab.getByRole('button', { name: 'Approve' }).waitFor();
    school.onPress = () => { school.state = 'sent back'; return Promise.resolve({ outcome: 'refused', sentence: 'This has moved on. Here is the latest.', news: [] }); };
    await tab.getByRole('button', { name: 'Approve' }).click();
    await tab.getByText('This has moved on. Here is the latest.').waitFor();
    await tab.getByText('Sent back by Helen Whitlock').waitFor();
    expect(await tab.getByRole('button', { name: 'Approve' }).count()).toBe(0);
  });

  test('a refusal and a broken line keep the form; the same press goes again under the same nonce', async () => {
    school.state = 'open';
    const { tab } = await openConcern('deputy', { faults: true });
    await tab.getByRole('button', { name: 'Add a note' }).click();
    await tab.getByRole('button', { name: 'Keep the note' }).click();
    await tab.getByText('Write the note first.').waitFor();
    await settles(() => tab.evaluate<string>('document.activeElement.name'), (seen) => { expect(seen).toBe('note'); });
    await tab.getByLabel('Staff note (may be disclosed)').fill('Rang the parent.');
    school.onPress = () => Promise.reject(new Error('a fault'));
    await tab.getByRole('button', { name: 'Keep the note' }).click();
    await tab.getByText('That did not work just now. Nothing was lost; try again in a moment.').waitFor();
    school.onPress = () => Promise.resolve({ outcome: 'refused', sentence: 'The note is too long.', news: [] });
    await tab.getByRole('button', { name: 'Keep the note' }).click();
    await tab.getByText('The note is too long.').waitFor();
    expect(await tab.getByLabel('Staff note (may be disclosed)').inputValue()).toBe('Rang the parent.');
    school.onPress = () => Promise.resolve(done);
    await tab.getByRole('button', { name: 'Keep the note' }).click();
    await tab.getByText('The note is kept.').waitFor();
    await tab.getByRole('button', { name: 'Add a note' }).click();
    await tab.getByLabel('Staff note (may be disclosed)').fill('Rang the parent.');
    await tab.getByRole('button', { name: 'Keep the note' }).click();
    await settles(() => school.presses.length, (seen) => { expect(seen).toBe(4); });
    const nonces = school.presses.map(({ press }) => press.nonce);
    expect(new Set(nonces.slice(0, 3)).size).toBe(1);
    expect(nonces[3]).not.toBe(nonces[0]);
  });
});

describe('one concern', () => {
  test('the first look starts from what was read, and sends what a person made of it', async () => {
    const { tab } = await openConcern('deputy');
    await tab.getByRole('combobox', { name: 'What is it?' }).selectOption({ label: 'A complaint about the school' });
    await tab.getByRole('combobox', { name: 'How soon?' }).selectOption({ label: 'This week' });
    await tab.getByRole('checkbox', { name: 'No grievances about a teacher, child or parent in the group' }).uncheck();
    await tab.getByText('Other parts of the policy').click();
    await tab.getByRole('checkbox', { name: 'Voice notes about children' }).check();
    await tab.getByRole('button', { name: 'Take the first look' }).click();
    await tab.getByText('The first look is taken, and you lead on this.').waitFor();
    expect(only(school.presses).press).toMatchObject({ verb: 'take-first-look', n: null, seen: 1, seal: null, fields: { route: 'complaint', priority: 'P2', clauses: 'IA1,IA9' } });
  });

  test('danger stands at the top with whom to ring, and "I have this" is one press', async () => {
    school.state = 'alert';
    const { tab } = await openConcern('office');
    const alert = tab.getByRole('region', { name: 'Danger now' });
    for (const words of ['Nobody has taken this yet.', '"I know where she parks and I will be waiting"', 'The computer\'s guess. Reading school@ stays the office\'s job.']) await alert.getByText(words).waitFor();
    expect(await alert.getByRole('link', { name: '999' }).getAttribute('href')).toBe('tel:999');
    school.onPress = () => { school.state = 'taken'; return Promise.resolve(done); };
    await alert.getByRole('button', { name: 'I have this' }).click();
    await tab.getByText('Daniel Okafor has this since 09:01.').waitFor();
    expect(await alert.count()).toBe(0);
    expect(only(school.presses).press).toMatchObject({ verb: 'take-danger', n: null, seen: 1 });
  });

  test('who wrote is asked with those who may have, and "somebody else" needs a name', async () => {
    school.state = 'unnamed';
    const { tab } = await openConcern('head');
    for (const words of ['Asks for personal data: answer due by Thursday 24 December 2026.', 'A complaint about the school is not misconduct.', 'The sender could not be verified.', 'It can be sent once somebody has said who wrote.']) await tab.getByText(words).waitFor();
    await tab.getByRole('button', { name: 'Say who wrote it' }).click();
    await tab.getByRole('button', { name: 'That is who wrote it' }).click();
    await tab.getByText('Choose one, or leave the question open.').waitFor();
    await tab.getByRole('combobox', { name: 'One of these' }).selectOption({ label: 'Laila Haddad, laila.haddad@mail.example' });
    school.onPress = () => { school.state = 'new'; return Promise.resolve(done); };
    await tab.getByRole('button', { name: 'That is who wrote it' }).click();
    await tab.getByText('It is written down who wrote it.').waitFor();
    expect(only(school.presses).press).toMatchObject({ verb: 'say-who-wrote', n: null, fields: { mail: 'b'.repeat(64), who: '1', name: '', address: '' } });
  });

  test('who may not know those who told us sees that the question is open, and none of the names', async () => {
    school.state = 'unnamed';
    const { tab } = await openConcern('deputy');
    await tab.getByText('Nobody can tell from an email who wrote it.').waitFor();
    await tab.getByRole('button', { name: 'Say who wrote it' }).click();
    await tab.getByRole('textbox', { name: 'Name', exact: true }).waitFor();
    expect(await tab.locator('body').innerText()).not.toMatch(/Laila|Haddad/);
  });

  test('the thank-you is read before it is sent, stopped by whoever sent it, and afterwards one line', async () => {
    const { tab } = await openConcern('office');
    await tab.getByRole('button', { name: 'Send "Thank you, we have it"' }).click();
    await tab.getByText('If a child is in danger now, ring 999.').waitFor();
    school.onPress = () => { school.state = 'thanked'; return Promise.resolve(done); };
    await tab.getByRole('button', { name: 'Send the thank-you' }).click();
    await tab.getByText('The thank-you goes on Monday 30 November 2026 at 08:30. Until then it can be stopped here.').waitFor();
    await tab.getByText('Thank-you to the person who told us: goes on Monday 30 November 2026 at 08:30, by Olive Marsh.').waitFor();
    school.onPress = () => { school.state = 'thanks sent'; return Promise.resolve(done); };
    await tab.getByRole('button', { name: 'Stop', exact: true }).click();
    await tab.getByText(/^Thank-you sent to the person who told us, .*, by Olive Marsh\.$/).waitFor();
    expect(school.presses.map(({ press }) => press.verb)).toEqual(['thank', 'stop-letter']);
  });

  test('a response is chosen with its guide in view, and its letter asked for under the names that the cards use', async () => {
    school.state = 'open';
    const { tab } = await openConcern('deputy');
    await tab.getByRole('button', { name: 'Warning letter' }).click();
    for (const heading of ['When it fits', 'When not', 'Before you do']) await tab.getByRole('heading', { name: heading }).waitFor();
    await tab.getByRole('button', { name: 'Propose this' }).click();
    await tab.getByText('Fill in: the parent\'s full name.').waitFor();
    expect(school.presses).toEqual([]);
    await tab.getByLabel('The parent\'s full name').fill('Kevin Doyle');
    await tab.getByLabel('The parent\'s email address').fill('kevin.doyle@post.example');
    await tab.getByLabel('The day or days it happened').fill('3 and 4 November 2026');
    await tab.getByLabel('What kind of group it was').fill('class WhatsApp group');
    await tab.getByLabel('What happened, in neutral words').fill('Another parent was called a liar.');
    await tab.getByLabel('Why this is right').fill('It was said in front of everybody.');
    school.onPress = () => { school.state = 'waiting'; return Promise.resolve(done); };
    await tab.getByRole('button', { name: 'Propose this' }).click();
    await tab.getByText('The proposal is made. Somebody else decides it').waitFor();
    const { press } = only(school.presses);
    expect(press).toMatchObject({ verb: 'propose', n: null, fields: { response: 'RS1', reason: 'It was said in front of everybody.', 'letter.parentName': 'Kevin Doyle', 'letter.parentEmail': 'kevin.doyle@post.example' } });
    expect(await tab.getByRole('button', { name: 'Approve' }).count()).toBe(0);
  });

  test('a letter sent back comes with its reason and what was typed before', async () => {
    school.state = 'sent back';
    const { tab } = await openConcern('deputy');
    await tab.getByText('Please soften the second paragraph.', { exact: true }).waitFor();
    await tab.getByRole('button', { name: 'Change it' }).click();
    expect(await tab.getByLabel('What happened, in neutral words').inputValue()).toBe('Another parent was called a liar.');
    await tab.getByRole('button', { name: 'Propose this' }).click();
    await settles(() => school.presses[0]?.press.fields['letter.groupType'], (seen) => { expect(seen).toBe('class WhatsApp group'); });
  });

  test('a letter on its way shows its hour, is stopped by one press, and goes sooner only with a reason', async () => {
    school.state = 'approved';
    const { tab } = await openConcern('head');
    await tab.getByText('Goes on Monday 30 November 2026 at 08:30').first().waitFor();
    await tab.getByRole('button', { name: 'Send now' }).click();
    await tab.getByRole('button', { name: 'Send it now' }).click();
    await tab.getByText('Say why it cannot wait for its hour.').waitFor();
    school.onPress = () => { school.state = 'stopped'; return Promise.resolve(done); };
    await tab.getByRole('button', { name: 'Stop', exact: true }).click();
    await tab.getByText('Stopped. The letter does not go.').waitFor();
    expect(only(school.presses).press).toMatchObject({ verb: 'stop-letter', n: 1, seal });
  });

  test.each([
    ['unknown', 'head', 'It did go', 'say-it-went'], ['unknown', 'head', 'It did not go', 'say-it-did-not-go'], ['to do', 'deputy', 'Carried out', 'carry-out'], ['waiting', 'deputy', 'Withdraw', 'withdraw'],
  ] as const)('%s: %s presses "%s"', async (state, who, label, verb) => {
    school.state = state;
    const { tab } = await openConcern(who);
    await tab.getByRole('button', { name: label, exact: true }).click();
    await settles(() => school.presses.map(({ press }) => [press.verb, press.n]), (seen) => { expect(seen).toEqual([[verb, 1]]); });
  });

  test('who told us and the originals are for those who may know; each opening is asked for and recorded', async () => {
    const deputy = await openConcern('deputy');
    await deputy.tab.getByText('Evidence 1 · Picture · 482 KB').waitFor();
    expect(await deputy.tab.getByText('Amara Nwosu').count()).toBe(0);
    expect(await deputy.tab.getByRole('button', { name: /Open the original/ }).count()).toBe(0);
    const { tab } = await openConcern('head');
    await tab.getByText('Amara Nwosu, amara.nwosu@mail.example').waitFor();
    await tab.getByRole('button', { name: 'Open the original: evidence 1' }).click();
    await tab.getByText('Your name and the time are written into what has happened, each time.').waitFor();
    await expectNoAxeFaults(tab);
    expect(school.opened).toEqual([]);
    await tab.getByRole('button', { name: 'Open and write it down' }).click();
    await tab.getByRole('img', { name: 'evidence 1' }).waitFor();
    expect(school.opened).toEqual([{ person: people.head, mail: 'b'.repeat(64), exhibit: 1 }]);
  });

  test('a closing note names who told us, so nothing of it reaches the browser of somebody who may not know', async () => {
    school.state = 'note waiting';
    school.words = { 'proposal.1.letter.to': 'Amara Nwosu', 'proposal.1.letter.text': 'Dear Amara Nwosu' };
    const bodies: Promise<string>[] = [];
    const { tab } = await openConcern('assistant', { watch: (page) => { page.on('response', (response) => { if (response.url().includes('/api/')) bodies.push(response.text()); }); } });
    await tab.getByText('It goes to the person who told us. Only those who may know who that is can read it.').first().waitFor();
    const sent = (await Promise.all(bodies)).join('\n');
    expect(sent).toContain('Messages in the Year 4 group');
    expect(sent).not.toContain('Nwosu');
    const { tab: heads } = await openConcern('head');
    await heads.getByText('Dear Amara Nwosu').first().waitFor();
    await heads.getByRole('button', { name: 'Approve' }).waitFor();
  });

  test('the PDF of the letter is saved under the reference, without a name', async () => {
    school.state = 'waiting';
    const { tab, page } = await openConcern('head');
    const [file] = await Promise.all([page.waitForEvent('download'), tab.getByRole('button', { name: 'Save as PDF: letter 1' }).first().click()]);
    expect(file.suggestedFilename()).toBe(`${ref} letter 1.pdf`);
  });

  test('scripts, other directions and very long words stay text, and break no page', async () => {
    school.state = 'waiting';
    const wild = `<script>document.title="ran"</script><img src=x onerror="document.title='ran'"> \u202Eمرحبا بالعالم ${'W'.repeat(4_000)} ${'long words '.repeat(600)}`;
    school.words = Object.fromEntries(['subject', 'summary', 'quote.IA1', 'proposal.1.reason', 'proposal.1.letter.text', 'p1.name'].map((key) => [key, wild]));
    school.mailText = wild;
    school.rows = usualRows().map((row) => ({ ...row, words: { ...row.words, subject: wild, from: wild, reason: wild } }));
    for (const size of [desktop, { width: 320, height: 700 }]) {
      const { tab } = await openConcern('head', { size });
      await tab.getByText('<script>').first().waitFor();
      await expectFits(tab);
      for (const list of ['Open', 'Not for us']) {
        await tab.getByRole('tab', { name: 'Register' }).click();
        await tab.getByRole('tab', { name: list, exact: true }).click();
        await tab.getByText('<script>').first().waitFor();
        await expectFits(tab);
      }
      expect(await tab.title()).toBe('Concern Desk');
      expect(await tab.locator('img, script:not([src])').count()).toBe(0);
    }
  });
});

describe('for everybody', () => {
  const views = [['new', 'deputy'], ['alert', 'deputy'], ['unnamed', 'head'], ['open', 'deputy'], ['waiting', 'head'], ['sent back', 'deputy'], ['approved', 'head'], ['closed', 'head']] as const;

  test.each(themes.flatMap((theme) => [desktop, phone].map((size) => [theme, size.width, size] as const)))('axe finds nothing: %s, %d pixels wide', async (theme, _, size) => {
    const { tab } = await open('head', { theme, size });
    await tab.getByText('23 emails came in').waitFor();
    await judge(tab, `today-${theme}-${String(size.width)}`);
    await tab.getByRole('tab', { name: 'Register' }).click();
    await tab.getByText('3 in this list').waitFor();
    await judge(tab, `register-${theme}-${String(size.width)}`);
    await tab.getByRole('tab', { name: 'Needs a look' }).click();
    await tab.getByText('1 in this list').waitFor();
    await judge(tab, `needs-a-look-${theme}-${String(size.width)}`);
    // Other themes are other colours on the same pages: the fullest ones are enough, except for pictures.
    for (const [state, who] of views.filter(([each]) => theme === 'default' || each === 'new' || each === 'alert' || each === 'sent back' || process.env['SCREENSHOTS'] !== undefined)) {
      school.state = state;
      const concern = await openConcern(who, { theme, size });
      await judge(concern.tab, `${state.replace(' ', '-')}-${theme}-${String(size.width)}`);
      if (state === 'open') {
        await concern.tab.getByRole('button', { name: 'Warning letter' }).click();
        await concern.tab.getByRole('button', { name: 'Propose this' }).click();
        await judge(concern.tab, `guide-${theme}-${String(size.width)}`);
      }
      await concern.page.context().close();
    }
  }, 60_000);

  test('at 320 pixels nothing is cut off, the open forms included', async () => {
    school.state = 'open';
    const { tab } = await openConcern('head', { size: { width: 320, height: 700 } });
    await tab.getByRole('button', { name: 'Warning letter' }).click();
    await tab.getByRole('button', { name: 'Let somebody else know' }).click();
    await tab.getByRole('button', { name: 'Propose this' }).click();
    await expectFits(tab);
    await expectNoAxeFaults(tab);
  });
});

interface Opening { theme?: (typeof themes)[number]; size?: { width: number; height: number }; subPage?: string; faults?: boolean; watch?: (page: Page) => void }

/** The tab as Teams would show it to this person. `faults`: this test makes the server refuse, so the browser's own lines about it don't count. */
async function open(who: string, { theme = 'default', size = desktop, subPage, faults = false, watch }: Opening = {}): Promise<{ page: Page; tab: Frame }> {
  const context = await browser.newContext({ viewport: size, acceptDownloads: true, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  page.on('pageerror', (error) => { complaints.push(String(error)); });
  page.on('dialog', (dialog) => { complaints.push(`a dialog: ${dialog.message()}`); void dialog.dismiss(); });
  page.on('console', (message) => { if (message.type() === 'error' && !ours(message.text(), message.location().url, faults)) complaints.push(`${message.text()} ${message.location().url}`); });
  watch?.(page);
  await page.goto(hostAddress(host, { tab: tabUrl, token: who, theme, subPage: subPage ?? null }));
  const tab = page.frames()[1];
  if (tab === undefined) throw new Error('The host has no frame.');
  return { page, tab };
}

/** teams-js looks for Microsoft's list of hosts, which is out of reach here. */
function ours(text: string, url: string, faults: boolean): boolean {
  return url.includes('res.cdn.office.net') || text.includes('res.cdn.office.net') || (faults && text.startsWith('Failed to load resource'));
}

async function openConcern(who: keyof typeof people, opening: Opening = {}): Promise<{ page: Page; tab: Frame }> {
  const opened = await open(who, { ...opening, subPage: ref });
  await opened.tab.getByRole('heading', { level: 1 }).waitFor();
  return opened;
}

function startTab(): express.Express {
  const app = express();
  const endpoints = { tabOrigins: [host.origin], tabFrameAncestors: [host.origin] } as unknown as Settings['endpoints'];
  const schoolSettings = { name: 'Grove Primary School', titles: { head: 'Head', 'executive-head': 'Executive Head Teacher' } } as unknown as Settings['school'];
  const door = new Proxy({} as TabSchool['door'], { get: (_, name): unknown => Reflect.get(school.door, name) });
  app.use('/tab', tabRoutes('dist/tab', { endpoints }));
  app.use('/api', apiRoutes({
    door, settings: { school: schoolSettings, get mode() { return mode; } }, log: () => undefined,
    verify: (authorization) => { const who = authorization?.replace('Bearer ', '') ?? ''; return Promise.resolve({ oid: who in people ? people[who as keyof typeof people].oid : 'oid-stranger' }); },
  }));
  return app;
}

/** Only colours depend on the theme, so the other themes are asked about colours alone. */
async function expectNoAxeFaults(frame: Frame, rules: 'all' | 'colours' = 'all'): Promise<void> {
  await frame.evaluate(axe);
  const only = rules === 'all' ? '' : ', runOnly: ["color-contrast"]';
  const found = await frame.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(`axe.run({ exclude: [["[data-tabster-dummy]"]] }, { iframes: false${only} })`);
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`)).toEqual([]);
}

async function expectFits(frame: Frame): Promise<void> {
  expect(await frame.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
}

/** No axe fault, nothing wider than the window; with SCREENSHOTS a picture to look at. */
async function judge(tab: Frame, name: string): Promise<void> {
  await expectFits(tab);
  await expectNoAxeFaults(tab, name.includes('default') ? 'all' : 'colours');
  if (process.env['SCREENSHOTS'] === undefined) return;
  const height = await tab.evaluate<number>('document.documentElement.scrollHeight');
  const page = tab.page();
  const size = page.viewportSize() ?? desktop;
  await page.setViewportSize({ width: size.width, height: Math.min(3_000, Math.max(size.height, height)) });
  mkdirSync('dist/pictures', { recursive: true });
  await page.screenshot({ path: `dist/pictures/tab-${name}.png` });
  await page.setViewportSize(size);
}

/** Waits until what is read passes the check; after that the check's own words say what was wrong. */
async function settles<T>(read: () => T | Promise<T>, check: (value: T) => void): Promise<void> {
  for (const end = Date.now() + 8_000; ;) {
    try { check(await read()); return; } catch (error) { if (Date.now() > end) throw error; }
    await new Promise((ready) => { setTimeout(ready, 50); });
  }
}

function focused(tab: Frame): Promise<string> {
  return tab.evaluate<string>('document.activeElement.textContent');
}

function only(presses: TabSchool['presses']): { person: TabSchool['presses'][number]['person']; press: Press } {
  expect(presses).toHaveLength(1);
  const [one] = presses;
  if (one === undefined) throw new Error('Nothing was pressed.');
  return one;
}
