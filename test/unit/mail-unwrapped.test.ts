import { expect, test } from '@jest/globals';
import { unwrapped } from '../../src/mail/rules/unwrapped.ts';

test('lines that a mail program broke are one again', () => {
  expect(unwrapped('Somebody in the year group WhatsApp has just written "I\'ll be at the\ngate" and others laugh.\n\nPlease ring.')).toBe(
    'Somebody in the year group WhatsApp has just written "I\'ll be at the gate" and others laugh.\n\nPlease ring.');
});

test('what somebody wrote in lines stays in lines', () => {
  const list = 'Dear office,\n- first thing that happened was that he called me a name in the chat\n- then the others\n\nAmara\n3 Oak';
  expect(unwrapped(list)).toBe(list);
  const quoted = '> a quoted line that is long enough to have been broken by a client\n> and its next';
  expect(unwrapped(quoted)).toBe(quoted);
});
