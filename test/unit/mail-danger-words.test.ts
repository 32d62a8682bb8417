import { expect, test } from '@jest/globals';
import { dangerWords } from '../../src/mail/rules/danger-words.ts';
import { words } from './mail-school.ts';

const said = (text: string, more: Partial<Parameters<typeof dangerWords>[0]> = {}): string[] => dangerWords({ priority: 'P0', text, comment: '', weighed: [], ...more }, 'A message', words);

test('the very words stand there, as they were written', () => {
  expect(said('Good evening. I know where he parks and I\'ll be waiting for him. Regards')).toEqual([expect.stringMatching(/I know where he parks/)]);
});

test('each passage once, and at most three', () => {
  const quotes = said('He said he will kill her. He said he will stab her. He threatened my son at the gate. He has a knife in his bag for tomorrow. I am scared he will hit me.');
  expect(quotes.length).toBeGreaterThan(0);
  expect(quotes.length).toBeLessThanOrEqual(3);
  expect(new Set(quotes).size).toBe(quotes.length);
});

test('where the lists found nothing, what weighed with the model', () => {
  expect(said('Nothing of it is in any list.', { weighed: [{ quote: 'is in any list', start: 14 }] })).toEqual(['is in any list']);
});

test('nothing where there is no danger', () => {
  expect(said('I know where he parks and I\'ll be waiting for him.', { priority: 'P2' })).toEqual([]);
});
