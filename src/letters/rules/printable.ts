/**
 * Which characters the font of letters and reading copies (Noto Sans) has. Latin with all its accents, Greek, Cyrillic, Devanagari
 * and punctuation; no emoji and no other scripts. What it lacks would be an empty box, so it is said or replaced beforehand.
 */
const lacking = /[^\n\u0020-\u007e\u00a0-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03e1\u03f0-\u052f\u0900-\u097f\u1e00-\u1eff\u2000-\u2027\u202f-\u205f\u20a0-\u20c0\u2100-\u215f\u2212]+/gu;

/** The runs of characters in it that cannot be printed, each once. */
export function unprintable(text: string): string[] {
  return [...new Set(text.normalize('NFC').match(lacking) ?? [])];
}

/** The text with what cannot be printed described in brackets; the original shows it. */
export function printable(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/\t/g, ' ')
    .replace(/[\p{Cf}\u{fe00}-\u{fe0f}]/gu, '')
    .replace(lacking, (run) => {
      if (/^[\p{Cc}\s]+$/u.test(run)) return ' ';
      return /\p{L}/u.test(run) ? '[words in another script]' : /\p{Extended_Pictographic}/u.test(run) ? '[emoji]' : '[sign]';
    });
}

/** The text without what cannot be printed: of "Amara 🌸" the name is left. */
export function onlyPrintable(text: string): string {
  return text.normalize('NFC').replace(lacking, ' ').replace(/\s+/g, ' ').trim();
}
