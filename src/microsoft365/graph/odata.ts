/** One part of a path: ids and addresses hold `/`, `+`, `#`. */
export function segment(text: string): string {
  return encodeURIComponent(text);
}

/** A text inside `$filter`: quotes are doubled. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A query string, wholly encoded: the Graph client sends `#` and `&` as they are, and so cuts filters there. */
export function query(options: Record<string, string | number>): string {
  const parts = Object.entries(options).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** A moment as filters and bodies have it. */
export function moment(ms: number): string {
  return new Date(ms).toISOString();
}
