import type { Person } from '../concern/rules/words-of-the-school.ts';
import type { EarlierQuery, NearQuery, RegisterRow, WholeRow } from '../ports.ts';
import { marks, mayKnowCondition } from './find-rows.ts';
import { personName, sameTie } from './index-schema.ts';
import { anyOf } from './search-text.ts';
import type { Statements, Value } from './statements.ts';

// Whole rows of concerns, for rules to compare. `mayKnow` is a condition of each query, and none is ordered by how rare a word is: what a person
// may not know of changes nothing in what they get.

interface Stored { key: string; version: number; row: string }

/** By time alone: looking words up would read every place where a common one stands, in all the years (20 ms at 50,000 concerns; this is 0.2). */
export function nearRows(index: Statements, person: Person, { key, at, withinMs, limit }: NearQuery): WholeRow[] {
  const known = mayKnowCondition(person);
  return index.all<Stored>(`select key, version, row from rows indexed by rows_by_time where at between ? and ? and kind = 'concern' and key <> ? and ${known.sql} order by abs(at - ?), key limit ?`,
    at - withinMs, at + withinMs, key, ...known.values, at, limit).map(whole);
}

/** Ids follow time, near enough, so the words are read from the newest on and no further than needed. */
export function earlierRows(index: Statements, person: Person, { key, before, names, about, limit }: EarlierQuery): WholeRow[] {
  const known = mayKnowCondition(person);
  const where = `kind = 'concern' and key <> ? and at < ? and ${known.sql}`;
  const values: Value[] = [key, before, ...known.values];
  const words = anyOf(names);
  const named = words === null ? [] : index.all<Stored>(`select key, version, row from search cross join rows on rows.id = search.rowid where search match ? and ${where} order by search.rowid desc limit ?`, words, ...values, limit);
  const ofStaff = about.length === 0 ? [] : index.all<Stored>(`select key, version, row from rows where ${where} and audience in (select audience from never where who in (${marks(about)})) order by at desc, key limit ?`,
    ...values, ...about.map(personName), limit);
  return [...named, ...ofStaff.filter((each) => !named.some((other) => other.key === each.key))].map(whole);
}

export function tiedRows(index: Statements, person: Person, key: string, others: readonly string[]): RegisterRow[] {
  const known = mayKnowCondition(person);
  return index.all<Stored>(`select key, version, row from rows where id in (select id from rows where key in (${marks(others)}) union select id from ties where tie = ?) and kind = 'concern' and key <> ? and ${known.sql} order by at desc, key`,
    ...others, sameTie(key), key, ...known.values).map((each) => whole(each).read());
}

function whole({ key, version, row }: Stored): WholeRow {
  return { key, version, read: () => JSON.parse(row) as RegisterRow };
}
