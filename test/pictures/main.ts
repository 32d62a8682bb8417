import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packedChromium } from './packed-chromium.ts';
import { chromium, type Browser, type Page } from 'playwright-core';
import { packageRoot } from '../../bot/package-root.ts';
import { sendSamples } from '../tenant/local/send-samples.ts';
import { startLocal } from '../tenant/local/start-local.ts';

// `npm run screenshots`: the README's pictures, made again from the running product with its sample emails.
const images = join(packageRoot(), 'docs', 'images');
const folder = mkdtempSync(join(tmpdir(), 'concern-desk-pictures-'));

mkdirSync(images, { recursive: true });
const local = await startLocal({ folder, ports: { tls: 0, smtp: 0, page: 0, bot: 0 } });
const browser = await chromium.launch({ executablePath: await packedChromium(), args: ['--no-sandbox'] });
try {
  await sendSamples(local.tenant.smtpPort);
  await picture(browser, 'card', '#/as/head-teacher/teams', { width: 1200, height: 900 }, (page) => page.getByRole('button', { name: 'I have this' }).scrollIntoViewIfNeeded());
  await picture(browser, 'tab', '#/as/deputy-head/desk/GRV-26-0001', { width: 1200, height: 900 }, async (page) => {
    await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
  });
} finally {
  await browser.close();
  await local.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
process.exit(0);

async function picture(from: Browser, name: string, hash: string, viewport: { width: number; height: number }, ready: (page: Page) => Promise<unknown>): Promise<void> {
  const page = await from.newPage({ viewport });
  await page.goto(`${local.tenant.pageUrl}/${hash}`);
  await ready(page);
  // Pictures and fonts are there, nothing moves any more.
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.screenshot({ path: join(images, `${name}.png`), animations: 'disabled' });
  await page.close();
}
