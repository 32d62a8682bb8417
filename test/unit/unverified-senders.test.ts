import { expect, test } from '@jest/globals';
import type { SenderVerdict } from '../../src/concern/rules/words-of-the-school.ts';
import { unverifiedSenders } from '../../src/desk/unverified-senders.ts';

const mails = (count: Partial<Record<SenderVerdict, number>>): { sender: SenderVerdict }[] =>
  Object.entries(count).flatMap(([sender, n]) => Array.from({ length: n }, () => ({ sender: sender as SenderVerdict })));

test('a fifth may fail; more is a gateway that nobody named, and the setting is', () => {
  expect(unverifiedSenders(mails({ pass: 15, none: 1, fail: 4 }))).toBe('4 of 20 emails of the last 14 days came from a sender who could not be verified.');
  expect(unverifiedSenders(mails({ pass: 15, doubtful: 5 }))).toMatchObject({ sure: false, sentence: expect.stringContaining('TRUSTED_AUTH_HEADER') });
});

test('of a few emails, of older rows and of what was sent by hand nothing is told', () => {
  expect(unverifiedSenders(mails({ fail: 9 }))).toContain('9 of 9');
  expect(unverifiedSenders([{}, { sent: true, sender: 'fail' }])).toContain('0 of 0');
});
