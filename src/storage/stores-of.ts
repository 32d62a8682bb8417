import type { Stores } from '../ports.ts';
import { openContainer } from './account/container.ts';
import { journalStore } from './journal-store.ts';
import { ledgerStore } from './ledger.ts';
import { linkStore } from './link-store.ts';
import { logStore } from './log-store.ts';
import { registerStore } from './register-store.ts';
import { sealedStore } from './sealed-store.ts';
import { parseSchoolCode, type StorageSettings } from './settings.ts';
import { openTable } from './account/table.ts';
import { openTail } from './tail.ts';
import { wakeStore } from './wake-store.ts';

/** One school's stores. No method takes a school, so no query can cross. Tables and containers are made when first used. */
export function storesOf(settings: StorageSettings, school: string): Stores {
  const code = parseSchoolCode(school);
  const table = (name: string): ReturnType<typeof openTable> => openTable(settings, `${code}${name}`);
  return {
    log: logStore(table('concerns')),
    wake: wakeStore(table('wake')),
    ledger: ledgerStore(table('mail'), code),
    sealed: sealedStore(openContainer(settings, `${code}-sealed`)),
    journal: journalStore(openContainer(settings, `${code}-journal`)),
    anchors: journalStore(openContainer(settings, `${code}-anchors`)),
    register: registerStore(table('register'), openTail(table('tail'))),
    links: linkStore(table('links')),
  };
}
