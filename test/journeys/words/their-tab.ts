import type { FrameLocator, Locator, Page } from 'playwright-core';
import { goTo } from './go-to.ts';

/** The Concern Desk tab in Teams. */
export interface TheirTab {
  frame: FrameLocator;
  /** The first page: what waits, and the mail check. */
  today(): Promise<string>;
  /** A list of the register, after a word was searched for (or none). */
  register(list: 'Open' | 'Closed' | 'Needs a look' | 'Not for us', word?: string): Promise<Locator>;
  /** One concern, found in the register's list. */
  concern(ref: string, list?: 'Open' | 'Closed'): Promise<Locator>;
  /** The sentences of what has happened, oldest first. */
  chronology(ref: string, list?: 'Open' | 'Closed'): Promise<string[]>;
}

export function inTheirTab(page: Page): TheirTab {
  const frame = page.frameLocator('iframe[title="Concern Desk"]');
  const main = frame.getByRole('main');
  const go = async (where: 'Today' | 'Register'): Promise<void> => { await goTo(page, 'Concern Desk'); await frame.getByRole('tab', { name: where }).click(); await frame.getByRole('heading', { name: where, level: 1 }).waitFor(); };
  const register: TheirTab['register'] = async (list, word = '') => {
    await go('Register');
    await frame.getByRole('tab', { name: list, exact: true }).click();
    await frame.getByRole('searchbox', { name: 'Search this list' }).fill(word);
    await frame.getByText(/ in this list|^No (concern|email) |^Nothing found/).first().waitFor();
    return main;
  };
  const concern: TheirTab['concern'] = async (ref, list = 'Open') => {
    await register(list, ref);
    await frame.getByRole('row').filter({ hasText: ref }).getByRole('link').click();
    await frame.getByRole('heading', { name: 'What has happened' }).waitFor();
    return main;
  };
  return {
    frame, register, concern,
    today: async () => { await go('Today'); await frame.getByText(/came in/).first().waitFor(); return main.innerText(); },
    chronology: async (ref, list) => {
      const shown = await concern(ref, list);
      return (await shown.getByRole('region', { name: 'What has happened' }).getByRole('listitem').locator('p:nth-child(2)').allInnerTexts()).reverse();
    },
  };
}
