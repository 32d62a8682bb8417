import type { EventRow } from '../ports.ts';
import { hashOfEvent, hashOfItem, newSalt } from './chain.ts';
import type { ConcernEvent, Words } from './rules/events.ts';
import { shapeOf, upcast } from './rules/upcast.ts';

/** The stored body is the exact text that is hashed. */
export function toRow(event: ConcernEvent, words: Words | undefined, previous: string): EventRow {
  const { type: _, ...fields } = event.data;
  const item = words === undefined || Object.keys(words).length === 0 ? null : { salt: newSalt(), text: JSON.stringify(words) };
  const body = JSON.stringify({
    shape: shapeOf(event.data), at: event.at, by: event.by, command: event.command,
    ...(item === null ? {} : { item: hashOfItem(item.salt, item.text) }), data: fields,
  });
  return { n: event.n, body, hash: hashOfEvent(previous, event.n, body), item };
}

/** `words` is null when the event never had any or when they were removed; `item` tells which. */
export function fromRow(row: EventRow): { event: ConcernEvent; words: Words | null; item: string | null } {
  const body = JSON.parse(row.body) as { shape: string; at: number; by: string; command: string; item?: string; data: Record<string, unknown> };
  return {
    event: { n: row.n, at: body.at, by: body.by, command: body.command, data: upcast(body.shape, body.data) },
    words: row.item === null ? null : JSON.parse(row.item.text) as Words,
    item: body.item ?? null,
  };
}
