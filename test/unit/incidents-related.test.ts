import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { roles, type Person } from '../../src/concern/rules/words-of-the-school.ts';
import { findRelated } from '../../src/incidents/find-related.ts';
import type { Related } from '../../src/incidents/rules/related.ts';
import { mayKnow } from '../../src/people/rules/may-know.ts';
import type { RegisterRow, SchoolPerson } from '../../src/ports.ts';
import { openSearchIndex } from '../../src/register/search-index.ts';
import { morning, pairs } from './incidents-accounts.ts';

const day = 24 * 3_600_000;
const head: Person = { oid: 'helen', roles: ['head', 'slt'] };
const staff: SchoolPerson[] = [{ oid: 'tom', displayName: 'Tom Ashby', mail: 'tom@grove.example', jobTitle: 'Teacher', roles: ['staff'] }];

function row(n: number, summary: string, more: Partial<RegisterRow> & { daysAgo?: number } = {}): RegisterRow {
  const { daysAgo = 0, words = {}, ...rest } = more;
  return {
    key: `GRV-26-00${String(n)}`, kind: 'concern', version: 1, audience: { kind: 'ordinary', roles: ['head', 'slt'], not: [], also: [] }, status: 'open', route: 'conduct', priority: 'P2',
    at: morning - daysAgo * day, outcome: null, nextAt: null, waitsFor: { roles: [], oids: [] }, words: { subject: 'A message', summary, ...words }, reporterWords: {}, ties: { same: [], files: [] }, ...rest,
  };
}

function relatedTo(asked: RegisterRow, others: readonly RegisterRow[], person: Person = head, said: { same?: string[]; other?: string[] } = {}): Related {
  const index = openSearchIndex();
  index.load([asked, ...others]);
  return findRelated({ index, staff }, person, { row: asked, same: said.same ?? [], other: said.other ?? [] });
}

const [told = { text: '' }, retold = { text: '' }] = pairs['one quotes, the other retells'] ?? [];

describe('what may be the same incident', () => {
  const [one, other] = [row(10, told.text), row(11, retold.text)];

  test('is found in the index and given with its reasons', () => {
    const { maybeSame } = relatedTo(one, [other, row(12, 'The lunch menu was wrong again.')]);
    expect(maybeSame.map((each) => each.ref)).toEqual(['GRV-26-0011']);
    expect(maybeSame[0]?.reasons[0]).toBe('both name Mr Doyle, Mrs Adeyemi, the Year 4 group and Saturday 21 November');
  });

  test('is not asked again once a person has said so, or the contrary', () => {
    expect(relatedTo(one, [other], head, { same: ['GRV-26-0011'] })).toMatchObject({ same: [{ ref: 'GRV-26-0011' }], maybeSame: [] });
    expect(relatedTo(one, [other], head, { other: ['GRV-26-0011'] })).toMatchObject({ same: [], maybeSame: [] });
  });

  test('holds also where only the other one says so yet', () => {
    expect(relatedTo(one, [{ ...other, ties: { same: [one.key], files: [] } }])).toMatchObject({ same: [{ ref: 'GRV-26-0011' }], maybeSame: [] });
  });

  test('is found by the same file alone where the words are few', () => {
    const files = { same: [], files: ['aaaa111122223333'] };
    const [a, b] = [row(20, 'Please see attached. Oak class, last night.', { ties: files }), row(21, 'What is this? Oak class yesterday.', { ties: files })];
    expect(relatedTo(a, [b]).maybeSame).toMatchObject([{ ref: 'GRV-26-0021' }]);
  });

  test('never comes from a mail that is no concern, nor from months ago', () => {
    expect(relatedTo(one, [{ ...other, kind: 'mail' }, row(13, retold.text, { daysAgo: 45 })]).maybeSame).toEqual([]);
  });
});

describe('earlier concerns', () => {
  const now = row(30, 'Mr Doyle swore at the crossing patrol on Monday.');
  const before = (more: Partial<RegisterRow> & { daysAgo?: number } = {}, summary = 'Kevin Doyle wrote rude things about the cleaners.'): RegisterRow => row(31, summary, { daysAgo: 200, status: 'closed', outcome: 'resolved', ...more });

  test('about the same adult are shown with how they ended and the words that agree', () => {
    expect(relatedTo(now, [before()]).earlier).toMatchObject([{ ref: 'GRV-26-0031', outcome: 'resolved', kind: 'adult', reason: 'Here "Mr Doyle", there "Kevin Doyle"' }]);
    expect(relatedTo(now, [before({ words: { 'proposal.1.letter.to': 'Kevin Doyle' } }, 'A man was rude.')]).earlier).toHaveLength(1);
  });

  test('in which nothing was found do not count', () => {
    expect(relatedTo(now, [before({ outcome: 'unfounded' })]).earlier).toEqual([]);
  });

  test('of somebody who only told us are none about them', () => {
    expect(relatedTo(now, [before({ reporterWords: { 'p1.name': 'Kevin Doyle' } }, 'The gate was left open.')]).earlier).toEqual([]);
    expect(relatedTo(now, [before({ reporterWords: { 'p1.name': 'Kevin Doyle' } })]).earlier).toEqual([]);
  });

  test('name others: another person of that surname, a child, somebody to whom it was done, somebody who was only told', () => {
    const others = ['Mrs Doyle parks on the zigzags.', 'My son Finn Doyle was pushed.', 'She called Mr Doyle a waste of space.', 'I told Mr Doyle that the gate was open.'];
    for (const summary of others) expect({ summary, earlier: relatedTo(now, [before({}, summary)]).earlier }).toEqual({ summary, earlier: [] });
  });

  test('about the same household are those of one surname and one address', () => {
    const here = row(30, 'Mr Doyle of 14 Mill Lane swore at the crossing patrol.');
    expect(relatedTo(here, [before({}, 'Mrs Doyle, 14 Mill Lane, shouted at the crossing patrol.')]).earlier).toMatchObject([{ kind: 'household', reason: 'Both name somebody called Doyle, and the same address (14 Mill Lane)' }]);
    expect(relatedTo(here, [before({}, 'Mrs Finch, 14 Mill Lane, shouted at the crossing patrol.')]).earlier).toEqual([]);
  });

  test('about a member of staff are found by who that is, for those who may know', () => {
    const about = { kind: 'staff' as const, roles: ['head' as const], not: ['tom'], also: [] };
    const earlier = before({ audience: about }, 'He locked the children in.');
    expect(relatedTo(row(30, 'He shouts at them.', { audience: about }), [earlier]).earlier).toMatchObject([{ ref: 'GRV-26-0031', reason: 'Both may be about the same member of staff' }]);
    expect(relatedTo(row(30, 'Mr Ashby was called useless.'), [before({}, 'Mr Ashby was called lazy.')]).earlier).toEqual([]);
  });
});

test('a concern that one may not know of changes nothing in what one is told', () => {
  const texts = [told.text, retold.text, 'Mr Doyle swore again on Saturday in the Year 4 group.', 'The lunch menu was wrong again.'];
  const audience = fc.record({
    kind: fc.constant('ordinary' as const), roles: fc.uniqueArray(fc.constantFrom(...roles), { maxLength: 2 }), not: fc.uniqueArray(fc.constantFrom('ann', 'ben')), also: fc.uniqueArray(fc.constantFrom('ann', 'ben')),
  });
  const rows = fc.array(fc.record({ text: fc.constantFrom(...texts), daysAgo: fc.nat(60), audience, says: fc.boolean() }), { maxLength: 12 });
  const person = fc.record({ oid: fc.constantFrom('ann', 'ben', 'cai'), roles: fc.uniqueArray(fc.constantFrom(...roles), { maxLength: 2 }) });
  fc.assert(fc.property(rows, person, (given, who) => {
    const asked = row(10, told.text);
    const all = given.map((each, n) => row(20 + n, each.text, { daysAgo: each.daysAgo, audience: each.audience, ties: { same: each.says ? [asked.key] : [], files: [] } }));
    const said = { same: ['GRV-26-0020', 'GRV-26-0021'], other: ['GRV-26-0022'] };
    expect(relatedTo(asked, all, who, said)).toEqual(relatedTo(asked, all.filter((each) => mayKnow(who, each)), who, said));
  }), { numRuns: 100 });
});
