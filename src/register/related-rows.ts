import type { Person } from '../concern/rules/words-of-the-school.ts';
import type { EarlierQuery, NearQuery, RegisterRow } from '../ports.ts';
import { marks, mayKnowCondition } from './find-rows.ts';
import { fileTie, personName, sameTie } from './index-schema.ts';
import { anyOf } from './search-text.ts';
import type { Statements, Value } from './statements.ts';

// Whole rows of concerns, for rules to compare. `mayKnow` is a condition of each query, and none is ordered by how rare a word is: what a person
// may not know of changes nothing in what they get.

/** Words are looked up only among the ids of that time: ids follow time, near enough, and the time itself is asked as well. */
export function nearRows(index: Statements, person: Person, { key, at, withinMs, phrases, files, limit }: NearQuery): RegisterRow[] {
  const window = [at - withinMs, at + withinMs];
  const [ids] = index.all<{ first: number | null; last: number | null }>('select min(id) as first, max(id) as last from rows where at between ? and ?', ...window);
  const matches: { sql: string; values: Value[] }[] = [];
  const words = anyOf(phrases);
  if (words !== null) matches.push({ sql: 'select rowid from search where search match ? and rowid between ? and ?', values: [words, ids?.first ?? 0, ids?.last ?? 0] });
  if (files.length > 0) matches.push({ sql: `select id from ties where tie in (${marks(files)})`, values: files.map(fileTie) });
  if (matches.length === 0) return [];
  return rowsWhere(index, person, {
    sql: `key <> ? and at between ? and ? and id in (${matches.map((each) => each.sql).join(' union ')})`, values: [key, ...window, ...matches.flatMap((each) => each.values)],
  }, { sql: 'abs(at - ?), key', values: [at] }, limit);
}

export function earlierRows(index: Statements, person: Person, { key, before, names, about, limit }: EarlierQuery): RegisterRow[] {
  const matches: { sql: string; values: Value[] }[] = [];
  const words = anyOf(names);
  if (words !== null) matches.push({ sql: 'id in (select rowid from search where search match ?)', values: [words] });
  if (about.length > 0) matches.push({ sql: `audience in (select audience from never where who in (${marks(about)}))`, values: about.map(personName) });
  if (matches.length === 0) return [];
  return rowsWhere(index, person, {
    sql: `key <> ? and at < ? and (${matches.map((each) => each.sql).join(' or ')})`, values: [key, before, ...matches.flatMap((each) => each.values)],
  }, { sql: 'at desc, key', values: [] }, limit);
}

export function tiedRows(index: Statements, person: Person, key: string, others: readonly string[]): RegisterRow[] {
  return rowsWhere(index, person, {
    sql: `key <> ? and (key in (${marks(others)}) or id in (select id from ties where tie = ?))`, values: [key, ...others, sameTie(key)],
  }, { sql: 'at desc, key', values: [] }, -1);
}

interface Part { sql: string; values: Value[] }

function rowsWhere(index: Statements, person: Person, where: Part, order: Part, limit: number): RegisterRow[] {
  const known = mayKnowCondition(person);
  const rows = index.all<{ row: string }>(`select row from rows where kind = 'concern' and ${known.sql} and ${where.sql} order by ${order.sql} limit ?`,
    ...known.values, ...where.values, ...order.values, limit);
  return rows.map(({ row }) => JSON.parse(row) as RegisterRow);
}
