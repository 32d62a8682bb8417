import { createHash } from 'node:crypto';
import type { LinkStore } from '../ports.ts';
import { splitText } from './account/long-text.ts';
import { jsonOf, textOf, type Row } from './account/row.ts';
import type { Table } from './account/table.ts';

/** Small facts by kind. A row's key is the SHA-256 of the link's key: conversation ids hold forbidden characters, addresses are names. */
export function linkStore(table: Table): LinkStore {
  return {
    get: async (kind, key) => valueOf(await table.get(kind, rowKey(key))),
    put: async (kind, key, value) => table.put(kind, rowKey(key), { key, ...splitText('value', JSON.stringify(value ?? null), `A link of kind ${kind}`) }),
    remove: (kind, key) => table.remove(kind, rowKey(key)),
    all: async (kind) => (await table.between(kind, '0', 'g')).map((row) => ({ key: textOf(row, 'key'), value: valueOf(row) })),
  };
}

function rowKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

function valueOf(row: Row | null): unknown {
  return row && jsonOf(row, 'value', (value): value is unknown => value !== undefined);
}
