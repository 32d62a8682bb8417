import Database from 'libsql';

export type Value = string | number | bigint;

/** The few things that the index asks of SQLite; each statement is prepared once. */
export interface Statements {
  run(sql: string, ...values: Value[]): number;
  all<T>(sql: string, ...values: Value[]): T[];
  /** All of it or nothing. */
  together(work: () => void): void;
}

/** A database in memory. Rows come as the types that the caller's own SQL names. */
export function openMemory(schema: string): Statements {
  const db = new Database(':memory:');
  db.exec(schema);
  const prepared = new Map<string, ReturnType<typeof db.prepare>>();
  const prepare = (sql: string): ReturnType<typeof db.prepare> => {
    const statement = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  return {
    run: (sql, ...values) => Number(prepare(sql).run(values).lastInsertRowid),
    all: <T>(sql: string, ...values: Value[]) => prepare(sql).all(values) as T[],
    together: (work) => { db.transaction(work)(); },
  };
}
