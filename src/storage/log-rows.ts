import type { EventRow, HeadRow, ItemRow } from '../ports.ts';
import type { Done } from '../concern/rules/done.ts';
import { splitText } from './account/long-text.ts';
import { hasFields, jsonOf, numberOf, textOf, type Row } from './account/row.ts';
import type { Values } from './account/table.ts';

/** Row keys of one concern's partition. */
export const headKey = 'head';
export const doneKey = 'done';
export const eventKey = (n: number): string => `e-${String(n).padStart(6, '0')}`;
export const itemKey = (n: number): string => `i-${String(n).padStart(6, '0')}`;

export function headValues(head: HeadRow): Values {
  return { version: head.version, hash: head.hash, at: BigInt(head.at), fold: head.fold, state: head.state, words: head.words, recent: head.recent };
}

export function parseHead(row: Row): HeadRow {
  return {
    version: numberOf(row, 'version'), hash: textOf(row, 'hash'), at: numberOf(row, 'at'), fold: numberOf(row, 'fold'),
    state: textOf(row, 'state'), words: textOf(row, 'words'), recent: textOf(row, 'recent'),
  };
}

export function doneValues(ref: string, done: Done): Values {
  return splitText('done', JSON.stringify(done), `What was done for ${ref}`);
}

export function parseDone(row: Row): Done {
  return jsonOf(row, 'done', (value): value is Done => hasFields(value, ['lease', 'tried', 'views']));
}

export function eventValues(event: EventRow): Values {
  return { body: event.body, hash: event.hash };
}

export function itemValues(item: ItemRow): Values {
  return { salt: item.salt, text: item.text };
}

export function parseEvent(row: Row, item: Row | null): EventRow {
  return {
    n: Number(row.key.slice(2)), body: textOf(row, 'body'), hash: textOf(row, 'hash'),
    item: item ? { salt: textOf(item, 'salt'), text: textOf(item, 'text') } : null,
  };
}
