import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { roles, type Person } from '../../src/concern/rules/words-of-the-school.ts';
import { mayKnow, mayKnowReporter } from '../../src/people/rules/may-know.ts';
import type { RegisterQuery, RegisterRow } from '../../src/ports.ts';
import { openSearchIndex } from '../../src/register/search-index.ts';

const statuses = ['new', 'open', 'closed', 'set-aside', 'needs-a-look'] as const;
const oids = ['ann', 'ben', 'cai'] as const;
const vocabulary = ['gate', 'gates', 'parent', 'swimming', 'lesson', 'phone'] as const;

const person = fc.record({ oid: fc.constantFrom(...oids, 'nobody'), roles: fc.uniqueArray(fc.constantFrom(...roles), { maxLength: 3 }) });
const someWords = fc.array(fc.constantFrom(...vocabulary), { maxLength: 4 }).map((words) => words.join(' '));
const rowWithout = fc.record({
  kind: fc.constantFrom('concern' as const, 'mail' as const), version: fc.nat(5), status: fc.constantFrom(...statuses), at: fc.nat(4),
  audience: fc.record({
    kind: fc.constant('ordinary' as const), roles: fc.uniqueArray(fc.constantFrom(...roles), { maxLength: 3 }),
    not: fc.uniqueArray(fc.constantFrom(...oids)), also: fc.uniqueArray(fc.constantFrom(...oids)),
  }),
  waitsFor: fc.record({ roles: fc.uniqueArray(fc.constantFrom(...roles), { maxLength: 2 }), oids: fc.uniqueArray(fc.constantFrom(...oids), { maxLength: 1 }) }),
  words: fc.record({ subject: someWords, text: someWords }), reporterWords: fc.record({ name: someWords }),
});
const allRows = fc.array(rowWithout, { maxLength: 25 }).map((rows) => rows.map((row, n): RegisterRow => (
  { ...row, key: `GRV-26-${String(n).padStart(4, '0')}`, route: 'conduct', priority: 'P2', outcome: null, nextAt: null })));
const query = fc.record({
  status: fc.uniqueArray(fc.constantFrom(...statuses)), kind: fc.constantFrom('concern' as const, 'mail' as const), waitingFor: fc.constant(true as const),
  text: fc.array(fc.constantFrom(...vocabulary, 'swim', 'pa'), { maxLength: 2 }).map((words) => words.join(' ')),
  limit: fc.nat(8), offset: fc.nat(8),
}, { requiredKeys: ['limit', 'offset'] });

describe('the register\'s index', () => {
  test('gives what mayKnow and a plain filter give, whoever asks, page by page', () => {
    fc.assert(fc.property(allRows, person, query, (rows, who, asked) => {
      const index = openSearchIndex();
      index.load(rows);
      const expected = rows.filter((row) => mayKnow(who, row) && plainlyMatches(row, who, asked)).sort(newestFirst);
      const found = index.find(who, asked);
      expect(found.total).toBe(expected.length);
      expect(found.rows.map((row) => row.key)).toEqual(expected.slice(asked.offset, asked.offset + asked.limit).map((row) => row.key));
    }), { numRuns: 120 });
  });

  test('after any order of changes and removals is as if it were made afresh', () => {
    fc.assert(fc.property(allRows, allRows, fc.array(fc.nat(25)), person, (before, after, removed, who) => {
      const changed = openSearchIndex();
      changed.load(before);
      for (const row of after) changed.put({ ...row, version: 9 });
      const kept = new Map([...before, ...after.map((row) => ({ ...row, version: 9 }))].map((row) => [row.key, row]));
      for (const n of removed) {
        const key = `GRV-26-${String(n).padStart(4, '0')}`;
        changed.remove(key);
        kept.delete(key);
      }
      const fresh = openSearchIndex();
      fresh.load([...kept.values()]);
      for (const text of ['', 'gate', 'swim']) expect(changed.find(who, { text, limit: 50, offset: 0 })).toEqual(fresh.find(who, { text, limit: 50, offset: 0 }));
    }), { numRuns: 50 });
  });

  test('takes any text that a person may type', () => {
    const index = openSearchIndex();
    index.load([aRow({ words: { text: 'O\'Brien said "stop" — AND (then) left: NEAR the gate' } })]);
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('"', '\'', '*', ':', '^', '(', ')', '-', '+', '{', '}', ',', ';', '\\', '\u0000', ' ', '\n', 'a', 'AND', 'OR', 'NOT', 'NEAR', 'words', 'é', '\u0301', '漢', '🏫', '½') }), (text) => { index.find(head, { text, limit: 5, offset: 0 }); }), { numRuns: 200 });
    const hits = (text: string): number => index.find(head, { text, limit: 5, offset: 0 }).total;
    for (const text of ['o\'brien', 'O\u2019Brien', 'O"Brien', '"stop', 'AND', 'NEAR(', 'words:', 'gate*', '(then)', '-left', 'a^b OR', '*', '""', '\u0000gate', '!!!']) hits(text);
    expect(['o\'brien', '"stop', 'AND', '(then)', 'ga', '\u0000gate'].map(hits)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(['!!!', 'gates', 'brie gate'].map(hits)).toEqual([0, 0, 0]);
  });

  test('finds accents without accents, and a concern by its reference', () => {
    const index = openSearchIndex();
    index.load([aRow({ words: { subject: 'Lời phàn nàn của Zoë' } })]);
    for (const text of ['loi phan', 'ZOE', 'zoë', 'GRV-26-0042', 'grv-26-00']) expect(index.find(head, { text, limit: 5, offset: 0 }).total).toBe(1);
  });

  test('neither finds nor shows who told us to those who may not know it', () => {
    const index = openSearchIndex();
    const row = aRow({ words: { subject: 'Parking' }, reporterWords: { name: 'Robin Ashe' }, audience: { kind: 'ordinary', roles: ['head', 'slt'], not: [], also: ['ann'] } });
    index.load([row]);
    expect(index.find(head, { text: 'parking ashe', limit: 5, offset: 0 })).toEqual({ rows: [row], total: 1 });
    for (const other of [{ oid: 'ann', roles: [] }, { oid: 'x', roles: ['slt'] }] satisfies Person[]) {
      expect(index.find(other, { text: 'ashe', limit: 5, offset: 0 }).total).toBe(0);
      expect(index.find(other, { limit: 5, offset: 0 })).toEqual({ rows: [{ ...row, reporterWords: {} }], total: 1 });
    }
  });

  test('loaded again holds what it was given last, and nothing of before', () => {
    const index = openSearchIndex();
    index.load([aRow({ version: 7, words: { subject: 'swimming' } }), aRow({ key: 'GRV-26-0043' })]);
    const rows = [aRow({ version: 1, words: { subject: 'gate' } })];
    index.load(rows);
    expect(index.find(head, { limit: 5, offset: 0 })).toEqual({ rows, total: 1 });
    expect(index.find(head, { text: 'swimming', limit: 5, offset: 0 }).total).toBe(0);
  });

  test('keeps the newer of two versions, and forgets the words of the older', () => {
    const index = openSearchIndex();
    index.put(aRow({ version: 2, words: { subject: 'swimming' } }));
    index.put(aRow({ version: 1, words: { subject: 'gate' } }));
    expect(index.find(head, { text: 'swimming', limit: 5, offset: 0 }).total).toBe(1);
    index.put(aRow({ version: 3, words: { subject: 'phone' } }));
    expect(index.find(head, { text: 'swimming', limit: 5, offset: 0 }).total).toBe(0);
  });
});

const head: Person = { oid: 'head-1', roles: ['head'] };

function plainlyMatches(row: RegisterRow, who: Person, asked: RegisterQuery): boolean {
  return (asked.kind === undefined || row.kind === asked.kind)
    && (asked.status === undefined || asked.status.includes(row.status))
    && (asked.waitingFor === undefined || row.waitsFor.oids.includes(who.oid) || row.waitsFor.roles.some((role) => who.roles.includes(role)))
    && hasWords(row, who, asked.text ?? '');
}

function hasWords(row: RegisterRow, who: Person, text: string): boolean {
  const reporters = who.roles.some((role) => mayKnowReporter.includes(role)) ? Object.values(row.reporterWords) : [];
  const there = [...Object.values(row.words), ...reporters].join(' ').split(' ');
  const wanted = text.split(' ').filter((word) => word !== '');
  return wanted.every((word, n) => there.some((each) => n === wanted.length - 1 ? each.startsWith(word) : each === word));
}

function newestFirst(a: RegisterRow, b: RegisterRow): number {
  return b.at - a.at || (a.key < b.key ? -1 : 1);
}

function aRow(over: Partial<RegisterRow>): RegisterRow {
  return {
    key: 'GRV-26-0042', kind: 'concern', version: 1, audience: { kind: 'ordinary', roles: ['head'], not: [], also: [] }, status: 'open', route: 'conduct',
    priority: 'P2', at: 1, outcome: null, nextAt: null, waitsFor: { roles: [], oids: [] }, words: {}, reporterWords: {}, ...over,
  };
}
