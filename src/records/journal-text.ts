import { eventKey } from '../concern/chain.ts';
import type { EventRow } from '../ports.ts';

/** One line an event: `{"key","body","hash","salt","text"}`; `salt` and `text` are null where there is no item (or it was removed). */
export function journalText(rows: readonly EventRow[]): string {
  return rows.map((row) => `${JSON.stringify({ key: eventKey(row.n), body: row.body, hash: row.hash, salt: row.item?.salt ?? null, text: row.item?.text ?? null })}\n`).join('');
}

export function parseJournal(text: string): EventRow[] {
  return text.split('\n').filter((line) => line !== '').map((line) => {
    const each = JSON.parse(line) as { key: string; body: string; hash: string; salt: string | null; text: string | null };
    return { n: Number(each.key.slice(2)), body: each.body, hash: each.hash, item: each.salt === null || each.text === null ? null : { salt: each.salt, text: each.text } };
  });
}
