const windows1252 = '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Node decodes windows-1252 as latin1 and many programs mislabel it so: curly quotes and dashes arrive as control characters. */
export function withQuotes(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (sign) => windows1252[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** Line ends as \n, no blanks at their ends, no empty lines around. */
export function tidyText(text: string): string {
  return withQuotes(text).replace(/\r\n?/g, '\n').replace(/[\u0000\ufeff]/g, '').replace(/\u00a0/g, ' ')
    .split('\n').map((line) => line.trimEnd()).join('\n').replace(/^\n+/, '').trimEnd();
}

export function wordsIn(text: string): number {
  let count = 0;
  for (const word of text.matchAll(/[\p{L}\p{N}]+/gu)) if (word[0] !== '') count += 1;
  return count;
}
