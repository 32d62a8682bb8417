import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { pagePeople } from '../../tenant/page-api/people.ts';
import { startLocal, type RunningLocal } from '../../tenant/local/start-local.ts';
import { superviseBot } from '../../tenant/local/supervise-bot.ts';
import { desk, type DeskAnswer } from './desk.ts';
import { emailTheSchool, type Email } from './email.ts';
import { schoolClock, type SchoolClock } from './school-clock.ts';
import { personAtTheirComputer, type PersonAtTheirComputer } from './person-at-their-computer.ts';

/** One school's whole set-up and the people who use it, for one file of journeys. */
export interface School {
  local: RunningLocal;
  /** Where this school's set-up keeps its files. */
  folder: string;
  clock: SchoolClock;
  /** Somebody at a computer of their own. */
  open(name: string): Promise<PersonAtTheirComputer>;
  /** Any other page, in a browser of its own. */
  openInBrowser(url: string): Promise<Page>;
  email(email: Email): Promise<void>;
  desk(...words: string[]): Promise<DeskAnswer>;
  /** The next call to Microsoft 365 that fits goes wrong, as Microsoft's or the network's may. */
  breakNext(fault: { method: string; path: string; status?: number; drop?: 'before' | 'after'; delayMs?: number }): Promise<void>;
  /** Every message of the school's mailbox with all that a mail program shows of it, and its folder; looking changes nothing. */
  mailbox(): Promise<Record<string, unknown>[]>;
  switchOff(): Promise<void>;
  /** Switched on (again), with these settings changed. */
  switchOn(settings?: Record<string, string>): Promise<void>;
  close(): Promise<void>;
}

export async function startSchool(settings: Record<string, string> = {}): Promise<School> {
  const folder = mkdtempSync(join(tmpdir(), 'school-'));
  const [local, browser] = await Promise.all([
    startLocal({ folder, ports: { tls: 0, smtp: 0, page: 0, bot: 0 }, settings }),
    chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '', args: ['--no-sandbox'] }),
  ]);
  let bot = local.bot;
  return {
    local, folder, clock: schoolClock(local.tenant.controlUrl),
    open: (name) => open(browser, local, name),
    openInBrowser: (url) => openInBrowser(browser, url),
    email: (email) => emailTheSchool(local.tenant.smtpPort, email),
    desk: (...words) => desk(local.environment, words),
    breakNext: async (fault) => {
      const answer = await fetch(`${local.tenant.controlUrl}/faults`, { method: 'POST', body: JSON.stringify(fault) });
      if (!answer.ok) throw new Error(`Nothing was broken: ${await answer.text()}`);
    },
    mailbox: async () => {
      const answer = await fetch(`${local.tenant.controlUrl}/mailboxes/school@grove.example/messages`);
      return (await answer.json() as { messages: Record<string, unknown>[] }).messages;
    },
    switchOff: () => bot.halt(),
    switchOn: async (changed) => { await bot.halt(); bot = await superviseBot({ ...local.environment, ...changed }, join(folder, 'bot.log')); },
    close: async () => {
      await keepWhatWasSeen(browser, folder);
      await browser.close();
      await bot.stop();
      await local.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function open(browser: Browser, local: RunningLocal, name: string): Promise<PersonAtTheirComputer> {
  const person = pagePeople().find((each) => each.displayName === name);
  if (person === undefined) throw new Error(`Nobody here is called ${name}.`);
  const page = await openInBrowser(browser, local.tenant.pageUrl);
  await page.getByRole('button', { name: `${person.displayName}, ${person.jobTitle}` }).click();
  return personAtTheirComputer(page, person.displayName);
}

async function openInBrowser(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 850 }, acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(url);
  return page;
}

/** With LOOK_AT_JOURNEYS=folder the pages as they were at the end, and what the bot said, are kept there. */
async function keepWhatWasSeen(browser: Browser, folder: string): Promise<void> {
  const kept = process.env['LOOK_AT_JOURNEYS'];
  if (kept === undefined) return;
  mkdirSync(kept, { recursive: true });
  copyFileSync(join(folder, 'bot.log'), join(kept, 'bot.log'));
  const pages = browser.contexts().flatMap((context) => context.pages());
  await Promise.all(pages.map((page, n) => page.screenshot({ path: join(kept, `page-${String(n + 1)}.png`) })));
}
