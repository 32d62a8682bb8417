import type { Page } from 'playwright-core';
import { badLine, type BadLine } from './bad-line.ts';
import { inTheirMail, type TheirMail } from './their-mail.ts';
import { inTheirSite, type TheirSite } from './their-site.ts';
import { inTheirTab, type TheirTab } from './their-tab.ts';
import { inTheirTeams, type TheirTeams } from './their-teams.ts';

/** One person with a browser of their own: their mail, their Teams, the tab, the school's list, files and plan, and the line between them and the app. */
export interface PersonAtTheirComputer {
  name: string; page: Page; mail: TheirMail; teams: TheirTeams; tab: TheirTab; site: TheirSite;
  line: BadLine;
  /** What Teams shows for a moment at the foot of the screen while they are elsewhere, from now on. */
  banners(): Promise<string[]>;
}

export function personAtTheirComputer(page: Page, name: string): PersonAtTheirComputer {
  return { name, page, mail: inTheirMail(page, name), teams: inTheirTeams(page), tab: inTheirTab(page), site: inTheirSite(page), line: badLine(page), banners: () => watchBanners(page) };
}

async function watchBanners(page: Page): Promise<string[]> {
  const seen: string[] = [];
  await page.exposeFunction('sawBanner', (words: string) => { seen.push(words); });
  await page.evaluate(`new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) if (/Concern Desk/.test(node.textContent) && node.closest?.('[data-toaster], .fui-Toaster, [role="region"]') !== undefined) window.sawBanner(node.textContent);
  }).observe(document.body, { childList: true, subtree: true })`);
  return seen;
}
