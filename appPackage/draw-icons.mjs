// Draws the app's two icons: `node appPackage/draw-icons.mjs`. Teams asks for a full square of 192 pixels whose mark keeps clear of the edge
// (it is cut to a circle in places), and for a mark of 32 pixels in white on nothing.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as browserType } from 'playwright-core';

// an envelope whose flap is a tick: what came in is in hand
const mark = (weight) => `
  <g fill="none" stroke="#fff" stroke-width="${weight}" stroke-linecap="round" stroke-linejoin="round">
    <path d="M40 19 H13 a5 5 0 0 0 -5 5 V46 a5 5 0 0 0 5 5 H51 a5 5 0 0 0 5 -5 V30"/>
    <path d="M9.5 21 L30 38 L59 13"/>
  </g>`;
const icons = {
  'color.png': { size: 192, svg: `<svg xmlns="http://www.w3.org/2000/svg" width="192" height="192" viewBox="0 0 192 192"><rect width="192" height="192" fill="#2b5f6b"/><g transform="translate(42 44) scale(1.62)">${mark(5)}</g></svg>` },
  'outline.png': { size: 32, svg: `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="4 5 60 54">${mark(4.5)}</svg>` },
};

process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
const browser = await browserType.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox'] });
for (const [name, { size, svg }] of Object.entries(icons)) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  writeFileSync(join(import.meta.dirname, name), await page.screenshot({ omitBackground: true }));
}
await browser.close();
