import { expect, test } from '@jest/globals';
import { buildConcernCard } from '../../bot/cards/concern-card.ts';
import { options, people, viewOf } from './cards-scenes.ts';

const textOf = (sentByHand: number, more: Record<string, string>): string => {
  const view = viewOf('open', people.deputy, more);
  return JSON.stringify(buildConcernCard({ ...view, concern: { ...view.concern, sentByHand } }, options));
};

test('an answer that somebody wrote by hand stands on the card, with who and when, before anybody writes again', () => {
  const card = textOf(1, { 'by-hand.by': 'oid-office', 'by-hand.at': '2026-11-24T09:00:00.000Z' });
  expect(card).toMatch(/Sent by hand by [^"]+, not approved here on Tuesday 24 November 2026 at 09:00\. Read it in the tab before you write\./);
  expect(textOf(3, { 'by-hand.by': 'oid-office', 'by-hand.at': '2026-11-24T09:00:00.000Z' })).toContain('3 such emails in all');
});

test('where nobody can tell whose hand it was, or its words were removed, the card says that much', () => {
  expect(textOf(1, {})).toContain('Sent by hand by somebody with the school\'s mailbox, not approved here. Read it');
  expect(textOf(0, {})).not.toContain('by hand');
});
