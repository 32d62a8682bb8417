import { Conflict, type RegisterRow, type RegisterStore } from '../ports.ts';
import { splitText } from './account/long-text.ts';
import { hasFields, jsonOf, type Row } from './account/row.ts';
import type { Table, Values } from './account/table.ts';
import type { Tail } from './tail.ts';

const partition = 'r';

/** What lists show, one row per concern and per mail. The tail is told after each write; a repeat of the same version tells it again. */
export function registerStore(table: Table, tail: Tail): RegisterStore {
  return {
    put: async (row) => {
      if (await writeIfNewer(table, row)) await tail.tell(row.key);
    },
    get: async (key) => {
      const row = await table.get(partition, key);
      return row && parseRegisterRow(row);
    },
    remove: async (key) => {
      await table.remove(partition, key);
      await tail.tell(key);
    },
    all: async () => (await table.between(partition, '0', '{')).map(parseRegisterRow),
    changedSince: (cursor) => tail.changedSince(cursor),
  };
}

/** False where a newer version stands already. */
async function writeIfNewer(table: Table, row: RegisterRow): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await table.get(partition, row.key);
    const version = found ? parseRegisterRow(found).version : -1;
    if (version >= row.version) return version === row.version;
    try {
      await table.write(partition, row.key, registerValues(row), found?.etag ?? null);
      return true;
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === 10) throw error;
    }
  }
}

function registerValues(row: RegisterRow): Values {
  return splitText('row', JSON.stringify(row), `The register row of ${row.key}`);
}

function parseRegisterRow(row: Row): RegisterRow {
  return jsonOf(row, 'row', (value): value is RegisterRow => hasFields(value, ['key', 'kind', 'version', 'audience', 'status', 'words', 'reporterWords', 'waitsFor']));
}
