/**
 * What a person typed, as a full-text query that cannot fail: each word is quoted, so nothing of it is syntax; all must be there, and
 * the last may be the beginning of a longer one. Null when there is nothing in it to look for.
 */
export function matchOf(text: string, column: 'words' | 'words reporter'): string | null {
  const words = wordsOf(text);
  if (words.length === 0) return null;
  return `{${column}} : (${words.map((word) => `"${word}"`).join(' AND ')} *)`;
}

/** Any of these words or names, each as it stands. Null when there is nothing in them to look for. Never the words that say who told us. */
export function anyOf(phrases: readonly string[]): string | null {
  const quoted = phrases.map((phrase) => wordsOf(phrase).join(' ')).filter((phrase) => phrase !== '').map((phrase) => `"${phrase}"`);
  return quoted.length === 0 ? null : `{words} : (${[...new Set(quoted)].join(' OR ')})`;
}

/** Splits as the index's own tokenizer does, near enough: what it cannot see (punctuation alone) is left out. */
function wordsOf(text: string): string[] {
  return text.slice(0, 500).replaceAll('\u0000', ' ').replaceAll('"', ' ').split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
}
