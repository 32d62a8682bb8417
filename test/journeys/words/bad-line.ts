import type { Page } from 'playwright-core';

/** What may go wrong between a person's Teams and the app. `mend` puts the line right again. */
export interface BadLine {
  /** A phone that was in a pocket: it shows the card as it was, and only presses still go through. */
  showsOldCards(): Promise<void>;
  /** Each press reaches the app twice, as when Teams has waited too long and sends it again. */
  sendsEachPressTwice(): Promise<void>;
  /** Presses arrive, but what the app answers to them does not come back. */
  losesAnswers(): Promise<void>;
  mend(): Promise<void>;
}

const everything = /\/page\/as\//;
const presses = /\/press$/;

export function badLine(page: Page): BadLine {
  return {
    showsOldCards: async () => { await page.route(everything, (route) => (presses.test(route.request().url()) ? route.fallback() : route.abort())); },
    sendsEachPressTwice: async () => { await page.route(presses, async (route) => { await route.fetch(); await route.fulfill({ response: await route.fetch() }); }); },
    losesAnswers: async () => { await page.route(presses, async (route) => { await route.fetch(); await route.abort(); }); },
    mend: () => page.unrouteAll({ behavior: 'wait' }),
  };
}
