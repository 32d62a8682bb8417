import { Fault } from '../../ports.ts';

/** A string property holds 32,768 UTF-16 units; a little less, so that a cut never falls inside a pair. */
const PART = 32_000;
/** A row holds 1 MiB, counted as UTF-16. */
const MOST_PARTS = 15;

/** Spreads a text over the properties `name`, `name1`, `name2` … */
export function splitText(name: string, text: string, what: string): Record<string, string> {
  const parts: string[] = [];
  for (let at = 0; at < text.length || parts.length === 0;) {
    const end = cutBefore(text, at + PART);
    parts.push(text.slice(at, end));
    at = end;
  }
  if (parts.length > MOST_PARTS) {
    throw new Fault(`${what} has ${text.length.toLocaleString('en-GB')} characters, and a row of storage holds ${(PART * MOST_PARTS).toLocaleString('en-GB')}. Keep the long text as a sealed file.`, 'never');
  }
  return Object.fromEntries(parts.map((part, n) => [partName(name, n), part]));
}

/** The text again, or null where the row has none. */
export function joinText(row: Readonly<Record<string, unknown>>, name: string): string | null {
  let text = '';
  for (let n = 0; ; n += 1) {
    const part = row[partName(name, n)];
    if (typeof part !== 'string') return n === 0 ? null : text;
    text += part;
  }
}

function partName(name: string, n: number): string {
  return n === 0 ? name : `${name}${String(n)}`;
}

function cutBefore(text: string, end: number): number {
  if (end >= text.length) return text.length;
  const first = text.charCodeAt(end - 1);
  return first >= 0xd800 && first <= 0xdbff ? end - 1 : end;
}
