import type { Page } from 'playwright-core';

/** Presses the name of an app on the left. */
export async function goTo(page: Page, app: 'Mail' | 'Teams' | 'Concern Desk' | 'List' | 'Files' | 'Planner'): Promise<void> {
  await page.getByRole('navigation', { name: 'Apps' }).getByRole('link', { name: app }).click();
}
