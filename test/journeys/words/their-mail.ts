import type { Locator, Page } from 'playwright-core';
import { goTo } from './go-to.ts';

export interface TheirMail {
  /** Opens a folder; without a mailbox their own. */
  openFolder(folder: string, mailbox?: string): Promise<void>;
  subjects(): Promise<string[]>;
  /** Waits until a message is there, without opening it. */
  waitFor(subject: string | RegExp, withinMs?: number): Promise<void>;
  /** Waits for a message and opens it; gives its words. */
  read(subject: string | RegExp): Promise<string>;
  move(subject: string | RegExp, folder: string): Promise<void>;
  throwAway(subject: string | RegExp): Promise<void>;
  downloads(): Promise<string[]>;
}

export function inTheirMail(page: Page, name: string): TheirMail {
  const list = page.getByRole('list', { name: 'Messages' });
  const row = (subject: string | RegExp): Locator => list.getByRole('link').filter({ hasText: subject }).first();
  const openMessage = async (subject: string | RegExp): Promise<void> => { await row(subject).click(); await page.getByRole('toolbar', { name: 'Message' }).waitFor(); };
  return {
    openFolder: async (folder, mailbox = name) => {
      await goTo(page, 'Mail');
      await page.getByRole('group', { name: mailbox, exact: true }).getByRole('link', { name: folder }).click();
      await page.getByRole('heading', { name: folder }).waitFor();
    },
    subjects: async () => list.getByRole('link').allInnerTexts(),
    waitFor: (subject, withinMs = 30_000) => row(subject).waitFor({ timeout: withinMs }),
    read: async (subject) => {
      await openMessage(subject);
      // A mail in plain text stands in the page, one in HTML in a frame of its own.
      const plain = page.getByRole('document', { name: 'Message text' });
      const framed = page.locator('iframe[title="Message text"]');
      await plain.or(framed).waitFor();
      return await plain.isVisible() ? plain.innerText() : framed.contentFrame().locator('body').innerText();
    },
    move: async (subject, folder) => {
      await openMessage(subject);
      await page.getByRole('button', { name: 'Move' }).click();
      await page.getByRole('menuitem', { name: folder }).click();
      await page.getByText(`Moved to ${folder}.`).first().waitFor();
    },
    throwAway: async (subject) => {
      await openMessage(subject);
      await page.getByRole('button', { name: 'Delete' }).click();
      await page.getByText('Deleted.').first().waitFor();
    },
    downloads: async () => page.getByRole('link', { name: /^Download / }).allInnerTexts(),
  };
}
