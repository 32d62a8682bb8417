import Database from 'libsql';
import type { Person } from '../concern/rules/words-of-the-school.ts';
import { mayKnowReporter } from '../people/rules/may-know.ts';
import type { RegisterIndex, RegisterQuery, RegisterRow } from '../ports.ts';
import { indexSchema, personName, roleName } from './index-schema.ts';
import { matchOf } from './search-text.ts';

type Db = InstanceType<typeof Database>;
interface Condition { sql: string; value: string }

/** Lists and search of one school, in this process and in memory: a view like any other, thrown away and rebuilt at will. */
export function openSearchIndex(): RegisterIndex {
  const db = new Database(':memory:');
  db.exec(indexSchema);
  const putAll = db.transaction((rows: RegisterRow[]) => { for (const row of rows) put(db, row); });
  return {
    load: (rows) => {
      for (const table of ['rows', 'knows', 'never', 'waits', 'search']) db.exec(`delete from ${table}`);
      putAll(rows);
    },
    put: (row) => { putAll([row]); },
    remove: (key) => { remove(db, key); },
    find: (person, query) => find(db, person, query),
  };
}

/** An older version that comes late (from another instance's tail) changes nothing. */
function put(db: Db, row: RegisterRow): void {
  const found = db.prepare('select version from rows where key = ?').get(row.key) as { version: number } | undefined;
  if (found && found.version > row.version) return;
  remove(db, row.key);
  const { lastInsertRowid: id } = db.prepare('insert into rows (key, kind, version, status, at, row) values (?, ?, ?, ?, ?, ?)')
    .run(row.key, row.kind, row.version, row.status, row.at, JSON.stringify(row));
  const people = (table: string, names: string[]): void => {
    for (const who of new Set(names)) db.prepare(`insert into ${table} (id, who) values (?, ?)`).run(id, who);
  };
  people('knows', [...row.audience.roles.map(roleName), ...row.audience.also.map(personName)]);
  people('never', row.audience.not.map(personName));
  people('waits', [...row.waitsFor.roles.map(roleName), ...row.waitsFor.oids.map(personName)]);
  db.prepare('insert into search (rowid, words, reporter) values (?, ?, ?)').run(id, wordsToFind(row), Object.values(row.reporterWords).join('\n'));
}

/** A concern is found by its reference too; a mail's key is a hash that nobody types. */
function wordsToFind(row: RegisterRow): string {
  return [...(row.kind === 'concern' ? [row.key] : []), ...Object.values(row.words)].join('\n');
}

function remove(db: Db, key: string): void {
  const found = db.prepare('select id from rows where key = ?').get(key) as { id: number } | undefined;
  if (!found) return;
  db.prepare('delete from search where rowid = ?').run(found.id);
  for (const table of ['rows', 'knows', 'never', 'waits']) db.prepare(`delete from ${table} where id = ?`).run(found.id);
}

/** Newest first. `mayKnow` is a condition like the others, so that pages are full and the count tells nothing. */
function find(db: Db, person: Person, query: RegisterQuery): { rows: RegisterRow[]; total: number } {
  const conditions = conditionsOf(person, query);
  if (conditions === null) return { rows: [], total: 0 };
  const where = conditions.map((each) => each.sql).join(' and ');
  const values = conditions.map((each) => each.value);
  const { total } = db.prepare(`select count(*) as total from rows where ${where}`).get(...values) as { total: number };
  const rows = db.prepare(`select row from rows where ${where} order by at desc, key limit ? offset ?`)
    .all(...values, Math.max(0, query.limit), Math.max(0, query.offset)) as { row: string }[];
  return { rows: rows.map(({ row }) => shownTo(person, JSON.parse(row) as RegisterRow)), total };
}

/** Null when the text can match nothing. */
function conditionsOf(person: Person, query: RegisterQuery): Condition[] | null {
  const names = JSON.stringify([...person.roles.map(roleName), personName(person.oid)]);
  const oneOf = (table: string): string => `exists (select 1 from ${table} where ${table}.id = rows.id and who in (select value from json_each(?)))`;
  const conditions: Condition[] = [{ sql: oneOf('knows'), value: names }, { sql: `not ${oneOf('never')}`, value: JSON.stringify([personName(person.oid)]) }];
  if (query.kind !== undefined) conditions.push({ sql: 'kind = ?', value: query.kind });
  if (query.status !== undefined) conditions.push({ sql: 'status in (select value from json_each(?))', value: JSON.stringify(query.status) });
  if (query.waitingFor === true) conditions.push({ sql: oneOf('waits'), value: names });
  if (query.text !== undefined && query.text.trim() !== '') {
    const match = matchOf(query.text, knowsReporters(person) ? 'words reporter' : 'words');
    if (match === null) return null;
    conditions.push({ sql: 'id in (select rowid from search where search match ?)', value: match });
  }
  return conditions;
}

/** Who told us stays with those who must ring back, also in what a list is given. */
function shownTo(person: Person, row: RegisterRow): RegisterRow {
  return knowsReporters(person) ? row : { ...row, reporterWords: {} };
}

function knowsReporters(person: Person): boolean {
  return person.roles.some((role) => mayKnowReporter.includes(role));
}
