/**
 * The index of one process. `knows` and `never` are `mayKnow` as rows, `waits` is who a row waits for; roles stand as `role:head`,
 * people as `oid:…`. The words are kept only as an index (`content=''`): what is shown comes from `row`.
 */
export const indexSchema = `
  create table rows (id integer primary key, key text not null unique, kind text not null, version integer not null, status text not null,
    at integer not null, row text not null);
  create index rows_by_time on rows (at desc, key);
  create table knows (id integer not null, who text not null, primary key (id, who)) without rowid;
  create table never (id integer not null, who text not null, primary key (id, who)) without rowid;
  create table waits (id integer not null, who text not null, primary key (id, who)) without rowid;
  create virtual table search using fts5 (words, reporter, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2");
`;

export const roleName = (role: string): string => `role:${role}`;
export const personName = (oid: string): string => `oid:${oid}`;
