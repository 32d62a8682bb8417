import { describe, expect, test } from '@jest/globals';
import { parseFilter } from '../tenant/odata/filter.ts';
import { TenantFault } from '../tenant/route.ts';
import { eTagOf, revisionOf } from '../tenant/planner/etag.ts';
import { quickXorHash } from '../tenant/sharepoint/quick-xor-hash.ts';

describe('$filter', () => {
  const row: Record<string, unknown> = { Title: 'O\'Brien (1)', Status: 'New', Version: 7, Raised: '2026-03-02T00:00:00Z', Lead: null };
  const holds = (text: string): boolean => parseFilter(text).holds((path) => row[path]);

  test.each([
    ['Title eq \'o\'\'brien (1)\'', true], ['Status ne \'New\'', false], ['Version ge 7 and Version lt 8', true], ['Version gt 10', false],
    ['Raised ge \'2026-03-01\'', true], ['Raised lt 2026-03-01T00:00:00Z', false], ['Lead eq null', true], ['Lead ne \'Head\'', true], ['startswith(Status,\'Ne\')', true],
    ['Status eq \'x\' or (Status eq \'New\' and not startswith(Title,\'P\'))', true], ['Status eq \'New\' and Status eq \'x\' or Version eq 7', true],
  ])('%s', (text, expected) => { expect(holds(text)).toBe(expected); });

  test('names what it compares, so that a service can refuse it', () => {
    expect(parseFilter('fields/Status eq \'a\' and startswith(fields/Lead,\'b\')').paths).toEqual(['fields/Status', 'fields/Lead']);
  });

  test.each(['', 'Status', 'Status is \'x\'', 'Status eq \'x\' and', '(Status eq \'x\'', 'Status eq \'x\' Status'])('"%s" is refused with 400', (text) => {
    expect(() => parseFilter(text)).toThrow(TenantFault);
  });
});

test('QuickXorHash gives the values that Microsoft\'s own gives', () => {
  expect(quickXorHash(Buffer.from('Sg==', 'base64'))).toBe('SgAAAAAAAAAAAAAAAQAAAAAAAAA=');
  expect(quickXorHash(Buffer.from('tbQ=', 'base64'))).toBe('taAFAAAAAAAAAAAAAgAAAAAAAAA=');
});

test('a Planner ETag looks like Planner\'s and leads back to its revision', () => {
  expect(eTagOf('Task', 1)).toMatch(/^W\/"JzEtVGFzayAg[A-Za-z0-9+/=]+"$/);
  for (const revision of [1, 15, 16, 4000]) expect(revisionOf(eTagOf('Task', revision), 'Task', 5000)).toBe(revision);
  expect(() => revisionOf(eTagOf('Task', 9), 'Task', 8)).toThrow('invalid value');
});
