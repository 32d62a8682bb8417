import type { Person } from '../concern/rules/words-of-the-school.ts';
import { mayKnowReporter } from '../people/rules/may-know.ts';
import type { RegisterQuery, RegisterRow } from '../ports.ts';
import { personName, roleName } from './index-schema.ts';
import { matchOf } from './search-text.ts';
import type { Statements, Value } from './statements.ts';

export interface Condition { sql: string; values: Value[] }

const newestFirst = 'at desc, key';
/** Of the few rows that wait for somebody. */
const alertsFirst = 'json_extract(row, \'$.alert.since\') is null';

/** Newest first; of what waits for somebody, alerts that nobody has taken. `mayKnow` is a condition like the others, so that pages are full and the count tells nothing. */
export function findRows(index: Statements, person: Person, query: RegisterQuery): { rows: RegisterRow[]; total: number } {
  const conditions = conditionsOf(person, query);
  if (conditions === null) return { rows: [], total: 0 };
  const where = conditions.map((each) => each.sql).join(' and ');
  const values = conditions.flatMap((each) => each.values);
  const order = query.waitingFor === true ? `${alertsFirst}, ${newestFirst}` : newestFirst;
  const [counted] = index.all<{ total: number }>(`select count(*) as total from rows where ${where}`, ...values);
  const rows = index.all<{ row: string }>(`select row from rows where id in (select id from rows where ${where} order by ${order} limit ? offset ?) order by ${order}`,
    ...values, Math.max(0, query.limit), Math.max(0, query.offset));
  return { rows: rows.map(({ row }) => shownTo(person, JSON.parse(row) as RegisterRow)), total: counted?.total ?? 0 };
}

/** Null when the text can match nothing. */
function conditionsOf(person: Person, query: RegisterQuery): Condition[] | null {
  const text = textCondition(person, query.text ?? '');
  if (text === null) return null;
  return [
    mayKnowCondition(person),
    ...(query.kind === undefined ? [] : [{ sql: 'kind = ?', values: [query.kind] }]),
    ...(query.status === undefined ? [] : [{ sql: `status in (${marks(query.status)})`, values: query.status }]),
    ...(query.waitingFor === true ? [{ sql: `id in (select id from waits where who in (${marks(namesOf(person))}))`, values: namesOf(person) }] : []),
    ...text,
  ];
}

/** `mayKnow` of people/rules, word for word; a property test compares the two. */
export function mayKnowCondition(person: Person): Condition {
  const names = namesOf(person);
  return {
    sql: `audience in (select audience from knows where who in (${marks(names)}) except select audience from never where who = ?)`,
    values: [...names, personName(person.oid)],
  };
}

function textCondition(person: Person, text: string): Condition[] | null {
  if (text.trim() === '') return [];
  const match = matchOf(text, knowsReporters(person) ? 'words reporter' : 'words');
  return match === null ? null : [{ sql: 'id in (select rowid from search where search match ?)', values: [match] }];
}

function namesOf(person: Person): string[] {
  return [personName(person.oid), ...person.roles.map(roleName)];
}

export function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

/** Who told us stays with those who must ring back, also in what a list is given; what ties a row to others would name some that stay hidden. */
function shownTo(person: Person, { ties: _, ...row }: RegisterRow): RegisterRow {
  return knowsReporters(person) ? row : { ...row, reporterWords: {} };
}

function knowsReporters(person: Person): boolean {
  return person.roles.some((role) => mayKnowReporter.includes(role));
}
