import { Conflict } from '../../src/ports.ts';
import type { Container } from '../../src/storage/account/container.ts';
import type { Row } from '../../src/storage/account/row.ts';
import type { Step, Table, Values } from '../../src/storage/account/table.ts';

/** A storage account in this process, so that thousands of runs take seconds. Our own stores stand on it unchanged; the log suite holds it to the real one. */
export interface Account { table(name: string): Table; container(name: string): Container }

export function memoryAccount(): Account {
  const tables = new Map<string, Table>();
  const containers = new Map<string, Container>();
  return {
    table: (name) => made(tables, name, memoryTable),
    container: (name) => made(containers, name, memoryContainer),
  };
}

function made<T>(map: Map<string, T>, name: string, make: () => T): T {
  const there = map.get(name) ?? make();
  map.set(name, there);
  return there;
}

function memoryTable(): Table {
  const partitions = new Map<string, Map<string, Row>>();
  let writes = 0;
  const at = (partition: string): Map<string, Row> => made(partitions, partition, () => new Map<string, Row>());
  const keep = (partition: string, key: string, values: Values): string => {
    const etag = `W/"${String(writes += 1)}"`;
    at(partition).set(key, { partition, key, etag, values: { ...values } });
    return etag;
  };
  const apply = (partition: string, step: Step): string => {
    if (step.do !== 'delete') return keep(partition, step.key, step.values);
    at(partition).delete(step.key);
    return '';
  };
  return {
    get: (partition, key) => Promise.resolve(at(partition).get(key) ?? null),
    between: (partition, from, before) => Promise.resolve([...at(partition).values()].filter(({ key }) => key >= from && key < before).sort((a, b) => (a.key < b.key ? -1 : 1))),
    partitionsWith: (key) => Promise.resolve([...partitions].filter(([, rows]) => rows.has(key)).map(([partition]) => partition)),
    write: (partition, key, values, etag) => later(() => {
      refuseConflict(at(partition), etag === null ? { do: 'create', key, values } : { do: 'replace', key, values, etag });
      return keep(partition, key, values);
    }),
    put: (partition, key, values) => later(() => { keep(partition, key, values); }),
    remove: (partition, key) => later(() => { at(partition).delete(key); }),
    transact: (partition, steps) => later(() => {
      for (const step of steps) refuseConflict(at(partition), step);
      return steps.map((step) => apply(partition, step));
    }),
  };
}

function refuseConflict(rows: Map<string, Row>, step: Step): void {
  const there = rows.get(step.key);
  const conflict = step.do === 'create' ? there !== undefined : step.do === 'replace' ? there?.etag !== step.etag : step.do === 'delete' && there === undefined;
  if (conflict) throw new Conflict('Somebody else wrote first. Read it again.');
}

function memoryContainer(): Container {
  const blobs = new Map<string, Uint8Array>();
  return {
    write: (name, bytes, { once }) => later(() => {
      if (once && blobs.has(name)) return false;
      blobs.set(name, Uint8Array.from(bytes));
      return true;
    }),
    read: (name) => later(() => blobs.get(name) ?? null),
    has: (name) => later(() => blobs.has(name)),
    remove: (name) => later(() => { blobs.delete(name); }),
    dropVersions: () => Promise.resolve(),
    names: (prefix) => later(() => [...blobs.keys()].filter((name) => name.startsWith(prefix)).sort()),
  };
}

/** Like the real one, refusals come as rejected promises. */
async function later<T>(work: () => T): Promise<T> {
  await Promise.resolve();
  return work();
}
