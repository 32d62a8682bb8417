import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { clauseIds, responseIds } from '../../src/concern/rules/words-of-the-school.ts';
import { clauses } from '../../src/responses/rules/clauses.ts';
import { responses, type ResponseGuide } from '../../src/responses/rules/responses.ts';

const policy = readFileSync(new URL('../../docs/policy.md', import.meta.url), 'utf8').split('\n---\n')[1]?.replace(/\s+/g, ' ') ?? '';

describe('the policy as data', () => {
  test.each(clauseIds)('clause %s stands in the policy, word for word', (id) => {
    expect(policy).toContain(clauses[id].quote);
  });

  test.each(['RS1', 'RS2', 'RS3', 'RS4', 'RS5'] as const)('response %s stands in the policy, word for word', (id) => {
    expect(policy).toContain(responses[id].quote);
  });

  test('what is only school practice quotes nothing', () => {
    expect([responses.RS0a.quote, responses.RS0b.quote]).toEqual([null, null]);
  });

  test('no two clauses share a label or a quote', () => {
    const all = Object.values(clauses);
    expect(new Set(all.map((each) => each.label)).size).toBe(clauseIds.length);
    expect(new Set(all.map((each) => each.quote)).size).toBe(clauseIds.length);
  });
});

describe('what leaders read when they choose', () => {
  const sentences = (guide: ResponseGuide): string[] => [guide.when, guide.notWhen, guide.beforeYouDo, guide.warnings, guide.evidence].flat();

  test.each(responseIds)('%s is explained in whole sentences without codes', (id) => {
    const guide = responses[id];
    expect(guide.id).toBe(id);
    for (const list of [guide.when, guide.notWhen, guide.beforeYouDo, guide.warnings, guide.evidence]) expect(list.length).toBeGreaterThan(0);
    for (const sentence of sentences(guide)) {
      expect(sentence).toMatch(/^[A-Z].*[.?]$/);
      expect(`${guide.label} ${sentence}`).not.toMatch(/\b(RS\d|IA\d|GR\d|EX\d|COI|LADO|DSL|SAR|MASH|gate 0)/i);
    }
  });

  test('only the warning letter brings a letter, and nothing informal waits for an approval', () => {
    expect(responseIds.filter((id) => responses[id].letter !== null)).toEqual(['RS1']);
    expect(responseIds.filter((id) => responses[id].approval === 'none')).toEqual(['RS0a', 'RS0b']);
  });

  test('deadlines are whole school days', () => {
    for (const days of responseIds.flatMap((id) => Object.values(responses[id].deadlines))) {
      expect(Number.isInteger(days) && days > 0).toBe(true);
    }
  });
});
