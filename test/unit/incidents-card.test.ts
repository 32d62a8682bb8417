import { expect, test } from '@jest/globals';
import { buildConcernCard } from '../../bot/cards/concern-card.ts';
import { cardLimit, cardSize } from '../../bot/cards/fit-card.ts';
import type { Related } from '../../src/incidents/rules/related.ts';
import { readCard } from './cards-reading.ts';
import { people, viewOf } from './cards-scenes.ts';

const options = { nonce: 'nonce-0001', deepLink: 'https://teams.example/tab' };
const other = { at: 0, subject: 'Not on', status: 'open', route: 'conduct', priority: 'P2', outcome: null } as const;
const maybe = (ref: string): Related['maybeSame'][number] => ({ ...other, ref, reasons: ['both name Mr Pike and the Year 4 group', '6 words agree, such as liar'] });
const earlier = (ref: string, kind: 'adult' | 'household'): Related['earlier'][number] => ({ ...other, ref, kind, reason: 'Both name Gary Pike' });
const card = (related: Partial<Related>, same: string[] = []): string => {
  const view = viewOf('new', people.deputy);
  return readCard(buildConcernCard({ ...view, concern: { ...view.concern, sameIncident: same }, related: { same: [], maybeSame: [], earlier: [], ...related } }, options));
};

test('the likeliest is named with its reasons, the others are counted, and the tab is where it is settled', () => {
  const text = card({ maybeSame: [maybe('GRV-26-0041'), maybe('GRV-26-0040')] });
  expect(text).toContain('This may be the same incident as GRV-26-0041: both name Mr Pike and the Year 4 group, and 6 words agree, such as liar. So may one more.');
  expect(text).toContain('Look in the tab to compare them');
  expect(text).not.toContain('GRV-26-0040');
});

test('earlier concerns are a count', () => {
  expect(card({ earlier: [earlier('GRV-26-0012', 'adult')] })).toContain('1 earlier concern may be about the same adult.');
  expect(card({ earlier: [earlier('GRV-26-0012', 'adult'), earlier('GRV-26-0011', 'household')] })).toContain('2 earlier concerns may be about the same adult or household.');
});

test('what a person said is named, and where nothing belongs with it there is no line', () => {
  expect(card({}, ['GRV-26-0041'])).toContain('The same incident as GRV-26-0041.');
  expect(card({})).not.toMatch(/same incident|earlier concern|Look in the tab to compare/);
});

test('however long the reasons, the card fits', () => {
  const long = { ...maybe('GRV-26-0041'), reasons: ['both say "'.padEnd(5_000, 'word ')] };
  expect(cardSize(buildConcernCard({ ...viewOf('waiting', people.head), related: { same: [], maybeSame: [long], earlier: [] } }, options))).toBeLessThanOrEqual(cardLimit);
});
