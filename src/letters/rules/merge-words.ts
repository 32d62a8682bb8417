/**
 * Fills {braces} in a wording. What is filled in is never read for braces again, so a quote that holds some stays as it was written.
 * A word that nobody fills is a mistake in the wording file, and said loudly rather than printed.
 */
export function mergeWords(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = words[name];
    if (value === undefined) throw new Error(`The wording asks for {${name}}, which this letter does not have`);
    return value;
  });
}

/** Typed words as a letter prints them: one form of accents, no invisible characters, no stray spaces, at most one empty line. */
export function tidyWords(text: string): string {
  return text.normalize('NFC')
    .replace(/\r\n?/g, '\n')
    // Zero-width and direction marks, as phones and chat exports leave them; they could also turn a text round on the page.
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** With the full stop that a sentence needs when another one follows. */
export function asSentence(text: string): string {
  const tidied = tidyWords(text);
  return /[.!?…]["”’)]?$/.test(tidied) || tidied === '' ? tidied : `${tidied}.`;
}
