import type { RegisterIndex, RegisterRow } from '../ports.ts';
import { findRows } from './find-rows.ts';
import { indexSchema, indexTables, personName, roleName, sameTie } from './index-schema.ts';
import { earlierRows, nearRows, tiedRows } from './related-rows.ts';
import { openMemory, type Statements } from './statements.ts';

/** Lists and search of one school, in this process and in memory: a view like any other, thrown away and rebuilt at will. */
export function openSearchIndex(): RegisterIndex {
  const index = openMemory(indexSchema);
  return {
    load: (rows) => {
      index.together(() => {
        for (const table of indexTables) index.run(`delete from ${table}`);
        // Ids then follow time, so that a search of some weeks need not read the words of all years.
        for (const row of [...rows].sort((a, b) => a.at - b.at)) put(index, row);
      });
    },
    put: (row) => { index.together(() => { put(index, row); }); },
    remove: (key) => { index.together(() => { remove(index, key); }); },
    find: (person, query) => findRows(index, person, query),
    near: (person, query) => nearRows(index, person, query),
    earlier: (person, query) => earlierRows(index, person, query),
    tied: (person, key, others) => tiedRows(index, person, key, others),
  };
}

/** An older version that comes late (from another instance's tail) changes nothing. */
function put(index: Statements, row: RegisterRow): void {
  const [found] = index.all<{ id: number; version: number }>('select id, version from rows where key = ?', row.key);
  if (found && found.version > row.version) return;
  remove(index, row.key);
  const id = found?.id ?? nextId(index);
  index.run('insert into rows (id, key, kind, version, status, at, audience, row) values (?, ?, ?, ?, ?, ?, ?, ?)',
    id, row.key, row.kind, row.version, row.status, row.at, audienceId(index, row), JSON.stringify(row));
  for (const who of new Set([...row.waitsFor.roles.map(roleName), ...row.waitsFor.oids.map(personName)])) {
    index.run('insert into waits (who, id) values (?, ?)', who, id);
  }
  for (const tie of new Set((row.ties?.same ?? []).map(sameTie))) index.run('insert into ties (tie, id) values (?, ?)', tie, id);
  index.run('insert into search (rowid, words, reporter) values (?, ?, ?)', id, wordsToFind(row), Object.values(row.reporterWords).join('\n'));
}

/** A row keeps its id when it changes, and a new one gets the next. */
function nextId(index: Statements): number {
  return (index.all<{ last: number | null }>('select max(id) as last from rows')[0]?.last ?? 0) + 1;
}

/** The rows of `mayKnow` for this audience, made when it is first met. */
function audienceId(index: Statements, { audience }: RegisterRow): number {
  const knows = [...audience.roles.map(roleName), ...audience.also.map(personName)].sort();
  const never = audience.not.map(personName).sort();
  const text = JSON.stringify([knows, never]);
  const [found] = index.all<{ id: number }>('select id from audiences where audience = ?', text);
  if (found) return found.id;
  const id = index.run('insert into audiences (audience) values (?)', text);
  for (const who of new Set(knows)) index.run('insert into knows (who, audience) values (?, ?)', who, id);
  for (const who of new Set(never)) index.run('insert into never (who, audience) values (?, ?)', who, id);
  return id;
}

/** A concern is found by its reference too; a mail's key is a hash that nobody types. */
function wordsToFind(row: RegisterRow): string {
  return [...(row.kind === 'concern' ? [row.key] : []), ...Object.values(row.words)].join('\n');
}

function remove(index: Statements, key: string): void {
  const [found] = index.all<{ id: number }>('select id from rows where key = ?', key);
  if (!found) return;
  index.run('delete from search where rowid = ?', found.id);
  index.run('delete from waits where id = ?', found.id);
  index.run('delete from ties where id = ?', found.id);
  index.run('delete from rows where id = ?', found.id);
}
