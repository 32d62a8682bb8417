import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { chromium, type Browser, type Page } from 'playwright-core';
import { addMessage } from '../tenant/connector/activity.ts';
import { installFor } from '../tenant/connector/teams.ts';
import { people } from '../tenant/seed/people.ts';
import type { RunningTenant } from '../tenant/server.ts';
import { startTenantForTests } from '../tenant/start-for-tests.ts';

const require = createRequire(import.meta.url);
let tenant: RunningTenant;
let app: Server;
let browser: Browser;

beforeAll(async () => {
  app = await startApp();
  tenant = await startTenantForTests({ botUrl: `http://127.0.0.1:${String((app.address() as AddressInfo).port)}` });
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '', args: ['--no-sandbox'] });
});

afterAll(async () => {
  await browser.close();
  await tenant.stop();
  app.closeAllConnections();
  app.close();
});

test('a person is chosen, reads a mail that came by SMTP and forwards it; whoever gets it can read who wrote what', async () => {
  const page = await openPage('');
  await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  await expectNoAxeFaults(page);
  await page.getByRole('button', { name: 'Olive Marsh, Office manager' }).click();
  await page.getByRole('group', { name: 'Grove Primary School', exact: true }).getByRole('link', { name: 'Inbox' }).click();
  await page.getByText('Mail shows here the moment it arrives.').waitFor();
  await sendBySmtp();
  await page.getByRole('link', { name: /Unread: Amara Nwosu.*Class group messages/ }).click();
  const words = page.frameLocator('iframe[title="Message text"]');
  await words.getByText('It was posted last night.').waitFor();
  expect(await words.locator('html').innerText()).not.toContain('a script ran');
  await page.getByRole('link', { name: 'Download screenshot.png' }).waitFor();
  await expectNoAxeFaults(page);

  await page.getByRole('button', { name: 'Forward', exact: true }).click();
  await page.getByLabel('To', { exact: true }).fill('helen.whitlock@grove.example');
  await page.getByLabel('Message', { exact: true }).fill('Please see below.');
  await page.getByText('From: Amara Nwosu <amara.nwosu@mail.example>').waitFor();
  await expectNoAxeFaults(page);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText('Sent.').first().waitFor();

  const head = await openPage('#/as/head-teacher/mail/inbox');
  await head.getByRole('link', { name: /Fw: Class group messages/ }).click();
  const forwarded = head.frameLocator('iframe[title="Message text"]');
  await forwarded.getByText('Please see below.').waitFor();
  await forwarded.getByText('Amara Nwosu <amara.nwosu@mail.example>').waitFor();
  await head.getByRole('link', { name: 'Download screenshot.png' }).waitFor();
});

test('a mail forwarded as an attachment carries the very bytes of the first', async () => {
  await sendBySmtp();
  const page = await openPage('#/as/office-manager/mail/school/inbox');
  await page.getByRole('link', { name: /Class group messages/ }).first().click();
  await page.getByRole('button', { name: 'Forward as attachment' }).click();
  await page.getByLabel('To', { exact: true }).fill('daniel.okafor@grove.example');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText('Sent.').first().waitFor();
  const deputy = await openPage('#/as/deputy-head/mail/inbox');
  await deputy.getByRole('link', { name: /Fw: Class group messages/ }).click();
  await deputy.getByRole('link', { name: 'Download Class group messages.eml' }).waitFor();
  const forwarded = await sourceOf(deputy, 'Download Class group messages.eml');
  const original = await sourceOf(page, 'Download screenshot.png');
  expect(forwarded).toContain('Content-Type: message/rfc822');
  expect(forwarded).toContain(original.trimEnd());
});

test('a mail can be moved, deleted, and sent to nobody only with a sentence about it', async () => {
  await sendBySmtp();
  const page = await openPage('#/as/office-manager/mail/school/inbox');
  await page.getByRole('link', { name: /Class group messages/ }).first().click();
  await page.getByRole('button', { name: 'Move' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await page.getByRole('group', { name: 'Grove Primary School', exact: true }).getByRole('link', { name: 'Archive' }).click();
  await page.getByRole('heading', { name: 'Archive' }).waitFor();
  await page.getByRole('link', { name: /Class group messages/ }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('group', { name: 'Grove Primary School', exact: true }).getByRole('link', { name: 'Deleted Items' }).click();
  await page.getByRole('heading', { name: 'Deleted Items' }).waitFor();
  await page.getByRole('link', { name: /Class group messages/ }).waitFor();
  await page.getByRole('button', { name: 'New mail' }).click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText('Say who the mail goes to.').waitFor();
});

test('a card in Teams shows the person\'s own view, its inputs reach the app, and the answer takes its place', async () => {
  await installFor(tenant.tenant, oidOf('Helen Whitlock'));
  const page = await openPage('#/as/head-teacher/teams');
  await page.getByText('Seen by you alone').waitFor();
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByText('Give a reason').waitFor();
  await page.getByLabel('Reason').fill('It is fair.');
  await expectNoAxeFaults(page);
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByText('Approved because: It is fair.').waitFor();
  await page.getByRole('textbox', { name: 'Type a message' }).fill('hello');
  await page.keyboard.press('Enter');
  await page.getByRole('log', { name: 'Messages' }).getByText('You said hello').waitFor();
});

test('an app that does not answer is said in Teams\' own words', async () => {
  await installFor(tenant.tenant, oidOf('Daniel Okafor'));
  const page = await openPage('#/as/deputy-head/teams');
  await page.getByText('Seen by you alone').waitFor();
  const { botUrl } = tenant.tenant;
  tenant.tenant.botUrl = 'http://127.0.0.1:9';
  try {
    await page.getByLabel('Reason').fill('It is fair.');
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('Unable to reach app. Please try again.').waitFor();
    expect(await page.getByLabel('Reason').inputValue()).toBe('It is fair.');
  } finally { tenant.tenant.botUrl = botUrl; }
});

test('the tab gets its context, token and theme through Microsoft\'s teams-js', async () => {
  const page = await openPage('#/as/head-teacher/desk/GRV-26-0042');
  const tab = page.frameLocator('iframe[title="Concern Desk"]');
  await tab.getByText('theme default, page GRV-26-0042, token yes').waitFor();
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'High contrast' }).click();
  await tab.getByText('theme contrast').waitFor();
  await tab.getByRole('button', { name: 'Deep link' }).click();
  await tab.getByText('page GRV-26-0007').waitFor();
});

test('list, files, plan and phone are free of axe faults; a teacher is told that they have no access', async () => {
  for (const place of ['list', 'files', 'planner']) {
    const page = await openPage(`#/as/head-teacher/${place}`, { width: 390, height: 800 });
    await page.getByRole('heading', { name: /Concern/ }).waitFor();
    await expectNoAxeFaults(page);
  }
  const teacher = await openPage('#/as/teacher/list');
  await teacher.getByText('You do not have access to this site.').waitFor();
});

async function openPage(hash: string, viewport = { width: 1360, height: 850 }): Promise<Page> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${tenant.pageUrl}/${hash}`);
  return page;
}

async function sendBySmtp(): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: tenant.smtpPort, ignoreTLS: true });
  await transport.sendMail({
    from: 'Amara Nwosu <amara.nwosu@mail.example>', to: 'school@grove.example', subject: 'Class group messages',
    html: '<p>It was posted last night. Zoë’s name is in it.</p><script>document.body.append("a script ran")</script>', attachments: [{ filename: 'screenshot.png', content: Buffer.from([137, 80, 78, 71]) }],
  });
  transport.close();
}

/** axe over the page itself; frames are other pages. Fluent's focus guards are the one known false alarm. */
async function expectNoAxeFaults(page: Page): Promise<void> {
  await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
  const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>('axe.run({ exclude: [["[data-tabster-dummy]"]] }, { iframes: false })');
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`)).toEqual([]);
}

/** The bytes of the open mail as Latin-1 text, found by one of its attachments. */
async function sourceOf(page: Page, attachment: string): Promise<string> {
  const address = await page.getByRole('link', { name: attachment }).getAttribute('href');
  const response = await page.request.get(new URL((address ?? '').replace(/\/attachments\/.*/, '/source'), tenant.pageUrl).href);
  return (await response.body()).toString('latin1');
}

function oidOf(name: string): string {
  return people.find((person) => person.displayName === name)?.oid ?? '';
}

/** An app of the test's own: it greets with a card, answers presses and messages, and has a tab that uses teams-js. */
async function startApp(): Promise<Server> {
  const teamsJs = readFileSync(require.resolve('@microsoft/teams-js').replace(/MicrosoftTeams(\.min)?\.js$/, 'MicrosoftTeams.min.js'));
  const server = createServer((request, response) => {
    if (request.url === '/tab/teams.js') { response.end(teamsJs); return; }
    if (request.method === 'GET') { response.writeHead(200, { 'Content-Type': 'text/html' }).end(tabHtml()); return; }
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => { parts.push(part); }).on('end', () => {
      const answer = answerActivity(JSON.parse(Buffer.concat(parts).toString('utf8')) as Activity);
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  return server;
}

interface Activity { type: string; action?: string; text?: string; conversation: { id: string }; value?: { action: { verb: string; data: { reason?: string } } } }

function answerActivity(activity: Activity): unknown {
  const say = (message: object): void => { addMessage(tenant.tenant, activity.conversation.id, null, { type: 'message', ...message }); };
  if (activity.type === 'installationUpdate') say({ attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: cardOf([{ type: 'TextBlock', text: 'Open to see it' }]) }] });
  if (activity.type === 'message') say({ text: `You said ${activity.text ?? ''}` });
  const action = activity.value?.action;
  if (action === undefined) return {};
  const reason = { type: 'Input.Text', id: 'reason', label: 'Reason', isRequired: true, errorMessage: 'Give a reason' };
  const body = action.verb === 'refresh' ? [{ type: 'TextBlock', text: 'Seen by you alone' }, reason] : [{ type: 'TextBlock', text: `Approved because: ${action.data.reason ?? ''}` }];
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: cardOf(body) };
}

function cardOf(body: object[]): object {
  const actions = body.length > 1 ? [{ type: 'Action.Execute', title: 'Approve', verb: 'approve', style: 'positive', data: {} }] : [];
  return { type: 'AdaptiveCard', version: '1.5', refresh: { action: { type: 'Action.Execute', verb: 'refresh' } }, body, actions };
}

function tabHtml(): string {
  const link = `https://teams.microsoft.com/l/entity/any/concerns?context=${encodeURIComponent('{"subEntityId":"GRV-26-0007"}')}`;
  return `<!doctype html><html lang="en"><title>Tab</title><p id="said"></p><button id="link">Deep link</button><script src="/tab/teams.js"></script><script>
    const { app, authentication } = microsoftTeams;
    const say = (text) => { document.getElementById('said').textContent = text; };
    (async () => {
      await app.initialize(['${tenant.pageUrl}']);
      app.registerOnThemeChangeHandler((theme) => { say('theme ' + theme); });
      const context = await app.getContext();
      const token = await authentication.getAuthToken();
      say('theme ' + context.app.theme + ', page ' + context.page.subPageId + ', token ' + (token.split('.').length === 3 ? 'yes' : 'no'));
      document.getElementById('link').onclick = () => app.openLink('${link}');
    })().catch((error) => { say('failed: ' + error.message); });
  </script></html>`;
}
