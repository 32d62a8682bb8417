import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buttonsPage } from './buttons-page.ts';

const file = new URL('../../docs/buttons.md', import.meta.url);

test('who sees which button is as the page says that was signed off', () => {
  if (process.env['BUTTONS'] === 'write') writeFileSync(file, buttonsPage());
  expect(buttonsPage()).toBe(readFileSync(file, 'utf8'));
});
