import { errors, type Locator } from 'playwright-core';

export type Filled = Record<string, string | { choose: string }>;
interface Form { opener: string | null; fields: Filled; send: string }

const tries = 6;

/**
 * Opens a form on a card, fills it in and sends it. A card that was brought up to date meanwhile closes its form, as it does in Teams; a
 * person opens it again, and so does this.
 */
export async function fillInAndPress(card: Locator, { opener, fields, send }: Form): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      const button = card.getByRole('button', { name: send, exact: true });
      if (opener !== null && opener !== send && !(await button.isVisible())) await card.getByRole('button', { name: opener, exact: true }).click({ timeout: 4_000 });
      for (const [label, value] of Object.entries(fields)) await fillIn(card, label, value);
      await button.click({ timeout: 4_000 });
      return;
    } catch (error) {
      if (attempt === tries || !(error instanceof errors.TimeoutError)) throw error;
    }
  }
}

async function fillIn(card: Locator, label: string, value: Filled[string]): Promise<void> {
  const input = card.locator('input, textarea, select').and(card.getByLabel(label)).first();
  if (typeof value === 'string') await input.fill(value, { timeout: 4_000 });
  else await input.selectOption({ label: value.choose }, { timeout: 4_000 });
}
