import type { EventRow } from '../ports.ts';
import { hashOfEvent, hashOfItem, newSalt } from './chain.ts';
import type { ConcernEvent, Words } from './rules/events.ts';
import { fitText, storedLength } from './rules/fit-text.ts';
import { shapeOf, upcast } from './rules/upcast.ts';

/** The stored body is the exact text that is hashed. */
export function toRow(event: ConcernEvent, words: Words | undefined, previous: string): EventRow {
  const { type: _, ...fields } = event.data;
  const item = words === undefined || Object.keys(words).length === 0 ? null : { salt: newSalt(), text: JSON.stringify(fitting(words)) };
  const body = JSON.stringify({
    shape: shapeOf(event.data), at: event.at, by: event.by, command: event.command,
    ...(item === null ? {} : { item: hashOfItem(item.salt, item.text) }), data: fields,
  });
  return { n: event.n, body, hash: hashOfEvent(previous, event.n, body), item };
}

/** An item holds 16 KB. */
const mostOfItem = 16_000;

/**
 * A mail of nine thousand quotation marks must not keep its concern from being raised: the longest words are cut, and the whole is in the sealed
 * original. A letter is never cut; one that is too long is refused by storage with a sentence.
 */
function fitting(words: Words): Words {
  const fitted = { ...words };
  for (let over = JSON.stringify(fitted).length - mostOfItem; over > 0; over = JSON.stringify(fitted).length - mostOfItem) {
    const [longest] = Object.entries(fitted).filter(([key]) => !key.startsWith('letter.')).sort((a, b) => storedLength(b[1]) - storedLength(a[1]));
    if (longest === undefined || storedLength(longest[1]) <= 4) return fitted;
    const [key, text] = longest;
    fitted[key] = fitText(text, Math.max(2, Math.min(storedLength(text) - 3, Math.max(storedLength(text) - over, 1_000))));
  }
  return fitted;
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
