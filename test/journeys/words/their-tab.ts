import type { FrameLocator, Locator, Page } from 'playwright-core';
import { goTo } from './go-to.ts';
import { read } from './read.ts';
import { until } from './until.ts';

type ListName = 'Open' | 'Closed' | 'Needs a look' | 'Not for us';

/** The Concern Desk tab in Teams. */
export interface TheirTab {
  frame: FrameLocator;
  /** The first page: what waits, and the mail check. */
  today(): Promise<string>;
  /** A list of the register, after a word was searched for (or none). */
  register(list: ListName, word?: string): Promise<Locator>;
  /** The same, once a row says this. */
  waitForRow(list: ListName, says: string): Promise<Locator>;
  /** Makes a concern of an email in one of the lists, after being asked once more. */
  makeConcern(list: ListName, about: string): Promise<void>;
  /** One concern, found in the register's list. */
  concern(ref: string, list?: 'Open' | 'Closed'): Promise<Locator>;
  /** The sentences of what has happened, oldest first. */
  chronology(ref: string, list?: 'Open' | 'Closed'): Promise<string[]>;
}

export function inTheirTab(page: Page): TheirTab {
  const frame = page.frameLocator('iframe[title="Concern Desk"]');
  const main = frame.getByRole('main');
  const go = async (where: 'Today' | 'Register'): Promise<void> => { await goTo(page, 'Concern Desk'); await frame.getByRole('tab', { name: where }).click(); await frame.getByRole('heading', { name: where, level: 1 }).waitFor(); };
  const drawn = async (): Promise<void> => { await main.evaluate('new Promise((done) => { requestAnimationFrame(() => { requestAnimationFrame(done); }); })'); };
  /** Does something that asks for a list, and waits until that list is drawn. */
  const listed = async (act: () => Promise<unknown>): Promise<void> => {
    await Promise.all([page.waitForResponse(/\/api\/register\?status=/), act()]);
    await drawn();
    await main.getByText(/ in this list|^No (concern|email) |^Nothing found/).first().waitFor();
  };
  const register: TheirTab['register'] = async (list, word = '') => {
    await go('Today');
    await listed(() => go('Register'));
    const search = frame.getByRole('searchbox', { name: 'Search this list' });
    if (await search.inputValue() !== word) await listed(() => search.fill(word));
    if (list !== 'Open') await listed(() => frame.getByRole('tab', { name: list, exact: true }).click());
    return main;
  };
  const concern: TheirTab['concern'] = async (ref, list = 'Open') => {
    await register(list, ref);
    await frame.getByRole('row').filter({ hasText: ref }).getByRole('link').click();
    await frame.getByRole('heading', { name: 'What has happened' }).waitFor();
    return main;
  };
  const waitForRow: TheirTab['waitForRow'] = async (list, says) => {
    await until(`"${says}" in the list ${list}`, async () => (await read(await register(list))).includes(says));
    return main;
  };
  return {
    frame, register, concern, waitForRow,
    makeConcern: async (list, about) => {
      await (await waitForRow(list, about)).getByRole('row').filter({ hasText: about }).getByRole('button', { name: /^Make it a concern/ }).click();
      await frame.getByRole('dialog').getByRole('button', { name: 'Make it a concern' }).click();
      await frame.getByRole('heading', { name: 'What has happened' }).waitFor();
    },
    today: async () => {
      await go('Register');
      await Promise.all([page.waitForResponse(/\/api\/mail-check/), page.waitForResponse(/\/api\/register\?.*waiting=/), go('Today')]);
      await drawn();
      await frame.getByText(/came in/).first().waitFor();
      return read(main);
    },
    chronology: async (ref, list) => {
      const shown = await concern(ref, list);
      return (await shown.getByRole('region', { name: 'What has happened' }).getByRole('listitem').locator('p:nth-child(2)').allInnerTexts()).reverse();
    },
  };
}
