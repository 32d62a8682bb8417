import type { Stores } from '../../src/ports.ts';
import type { Container } from '../../src/storage/account/container.ts';
import type { Table } from '../../src/storage/account/table.ts';
import { journalStore } from '../../src/storage/journal-store.ts';
import { ledgerStore } from '../../src/storage/ledger.ts';
import { linkStore } from '../../src/storage/link-store.ts';
import { logStore } from '../../src/storage/log-store.ts';
import { registerStore } from '../../src/storage/register-store.ts';
import { sealedStore } from '../../src/storage/sealed-store.ts';
import { openTail } from '../../src/storage/tail.ts';
import { wakeStore } from '../../src/storage/wake-store.ts';
import type { Injector } from './injector.ts';
import type { Account } from './memory-account.ts';

/** One school's stores as `storesOf` makes them, with every request of theirs passing the injector. */
export function storesOn(account: Account, code: string, injector: Injector): Stores {
  const table = (name: string): Table => injectedTable(account.table(`${code}${name}`), name, injector);
  const container = (name: string): Container => injectedContainer(account.container(`${code}-${name}`), name, injector);
  return {
    log: logStore(table('concerns')), wake: wakeStore(table('wake')), ledger: ledgerStore(table('mail'), code), links: linkStore(table('links')),
    register: registerStore(table('register'), openTail(table('tail'))), sealed: sealedStore(container('sealed')), journal: journalStore(container('journal')),
    anchors: journalStore(container('anchors')),
  };
}

function injectedTable(table: Table, name: string, { step }: Injector): Table {
  return {
    get: (partition, key) => step(`${name} get ${short(key)}`, 'reading', () => table.get(partition, key)),
    between: (partition, from, before) => step(`${name} list`, 'reading', () => table.between(partition, from, before)),
    partitionsWith: (key) => step(`${name} partitions`, 'reading', () => table.partitionsWith(key)),
    write: (partition, key, values, etag) => step(`${name} write ${short(key)}`, 'writing', () => table.write(partition, key, values, etag)),
    put: (partition, key, values) => step(`${name} put ${short(key)}`, 'writing', () => table.put(partition, key, values)),
    remove: (partition, key) => step(`${name} remove ${short(key)}`, 'writing', () => table.remove(partition, key)),
    transact: (partition, steps) => step(`${name} transact ${steps.map((each) => `${each.do} ${short(each.key)}`).join(', ')}`, 'writing', () => table.transact(partition, steps)),
  };
}

function injectedContainer(container: Container, name: string, { step }: Injector): Container {
  return {
    write: (blob, bytes, options) => step(`${name} write`, 'writing', () => container.write(blob, bytes, options)),
    read: (blob) => step(`${name} read`, 'reading', () => container.read(blob)),
    has: (blob) => step(`${name} has`, 'reading', () => container.has(blob)),
    remove: (blob) => step(`${name} remove`, 'writing', () => container.remove(blob)),
    dropVersions: (blob) => step(`${name} drop versions`, 'writing', () => container.dropVersions(blob)),
    names: (prefix) => step(`${name} names`, 'reading', () => container.names(prefix)),
  };
}

/** Keys as a person reads a trace: no hashes, no moments. */
function short(key: string): string {
  return key.replace(/[0-9a-f]{40,}/g, '#').replace(/\d{4}-\d\d-\d\dT[\d:.]+/g, 'moment');
}
