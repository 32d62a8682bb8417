/** A text without case, accents and invisible characters, in which a find can be carried back to the text itself. */
export interface FoldedText {
  folded: string;
  /** For each unit of `folded`, where the character it came from begins and ends in the text. */
  from: number[];
  to: number[];
}

/** "Nguyễn", "NGUYEN" and "Ngu­yen" (with a soft hyphen) are one name to a reader, so they are one here. */
export function foldText(text: string): FoldedText {
  const from: number[] = [];
  const to: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const plain = foldCharacter(character);
    for (let unit = 0; unit < plain.length; unit++) {
      from.push(at);
      to.push(at + character.length);
    }
    // A mark or an invisible character belongs to the letter before it, so that it goes with it.
    if (plain === '' && to.length > 0 && to[to.length - 1] === at) to[to.length - 1] = at + character.length;
    folded += plain;
    at += character.length;
  }
  return { folded, from, to };
}

const alike: Readonly<Record<string, string>> = { '’': '\'', '‘': '\'', 'ʼ': '\'', '`': '\'', '–': '-', '—': '-', '‑': '-', '\u00a0': ' ', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'ı': 'i', 'ß': 'ss', 'æ': 'ae', 'œ': 'oe' };

function foldCharacter(character: string): string {
  const plain = character.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '').toLowerCase();
  return alike[plain] ?? plain;
}
