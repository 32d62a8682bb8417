import type { Page } from 'playwright-core';
import { goTo } from './go-to.ts';
import { read } from './read.ts';
import { until } from './until.ts';

/** The school's SharePoint list, the folders of concerns and the Planner board, as anybody with access sees them. */
export interface TheirSite {
  /** The row of a concern, once it says this. */
  listRow(ref: string, says: string | RegExp): Promise<string>;
  wholeList(): Promise<string>;
  /** Names of the files in a concern's folder, once one is called this. */
  files(ref: string, holding: string): Promise<string[]>;
  folders(): Promise<string>;
  save(file: string): Promise<Buffer>;
  /** What stands in a column of the board, once it says this. */
  taskIn(bucket: string, says: string | RegExp): Promise<string>;
  wholeBoard(): Promise<string>;
}

export function inTheirSite(page: Page): TheirSite {
  const openList = async (): Promise<void> => { await goTo(page, 'List'); await page.getByRole('heading', { name: 'Concerns' }).waitFor(); };
  const openFiles = async (): Promise<void> => { await goTo(page, 'Files'); await page.getByRole('heading', { name: 'Concern files' }).waitFor(); };
  const openPlan = async (): Promise<void> => { await goTo(page, 'Planner'); await page.getByRole('group', { name: 'Board' }).waitFor(); };
  const whole = async (open: () => Promise<void>): Promise<string> => { await open(); return read(page.getByRole('main')); };
  return {
    listRow: async (ref, says) => {
      await openList();
      const row = page.getByRole('row').filter({ hasText: ref }).filter({ hasText: says });
      await row.waitFor();
      return read(row);
    },
    wholeList: () => whole(openList),
    files: async (ref, holding) => {
      await openFiles();
      await page.getByRole('link', { name: ref, exact: true }).click();
      await page.getByRole('link', { name: holding }).waitFor();
      return page.getByRole('table').getByRole('link').allInnerTexts();
    },
    folders: () => whole(openFiles),
    save: async (file) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: file }).click()]);
      const parts: Buffer[] = [];
      for await (const part of await download.createReadStream()) parts.push(part as Buffer);
      return Buffer.concat(parts);
    },
    taskIn: async (bucket, says) => {
      await openPlan();
      const task = page.getByRole('region', { name: bucket }).getByRole('listitem').filter({ hasText: says });
      return until(`a task in ${bucket} that says ${String(says)}`, async () => (await task.count()) > 0 && task.first().innerText());
    },
    wholeBoard: () => whole(openPlan),
  };
}
