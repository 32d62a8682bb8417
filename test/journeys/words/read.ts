import type { Locator } from 'playwright-core';

/** The words as somebody reads them: a space that does not break is a space. */
export async function read(at: Locator): Promise<string> {
  return (await at.innerText()).replaceAll('\u00A0', ' ');
}
