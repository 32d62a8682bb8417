/**
 * The index of one process. `knows` and `never` are `mayKnow` as rows, kept once per audience (a school has few different ones, and
 * many concerns); `waits` is who a row waits for, `ties` the concerns with which it is said to be one incident. Roles stand as `role:head`, people as `oid:…`. The words are kept only as an index
 * (`content=''`): what is shown comes from `row`.
 */
export const indexSchema = `
  create table audiences (id integer primary key, audience text not null unique);
  create table knows (who text not null, audience integer not null, primary key (who, audience)) without rowid;
  create table never (who text not null, audience integer not null, primary key (who, audience)) without rowid;
  create table rows (id integer primary key, key text not null unique, kind text not null, version integer not null, status text not null,
    at integer not null, audience integer not null, row text not null);
  create index rows_by_time on rows (at desc, key, audience, status, kind);
  create table waits (who text not null, id integer not null, primary key (who, id)) without rowid;
  create index waits_by_row on waits (id);
  create table ties (tie text not null, id integer not null, primary key (tie, id)) without rowid;
  create index ties_by_row on ties (id);
  create virtual table search using fts5 (words, reporter, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2");
`;

export const indexTables = ['audiences', 'knows', 'never', 'rows', 'waits', 'ties', 'search'] as const;

export const roleName = (role: string): string => `role:${role}`;
export const personName = (oid: string): string => `oid:${oid}`;
export const sameTie = (ref: string): string => `same:${ref}`;
