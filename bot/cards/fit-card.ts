import type { AdaptiveCard } from '../../src/ports.ts';

/** How many characters of what people wrote, and of the letter, a card may show. */
export interface Room { text: number; letter: number }

/** Teams refuses larger messages only later, but older documents name 28 KB: 20 KB is safe everywhere. */
export const cardLimit = 20_000;

/** The letter is what somebody approves, so the mail's words give way first. */
const rooms: readonly Room[] = [
  { text: 1_200, letter: 9_000 }, { text: 500, letter: 9_000 }, { text: 200, letter: 9_000 },
  { text: 200, letter: 4_000 }, { text: 150, letter: 2_000 }, { text: 100, letter: 700 }, { text: 40, letter: 200 },
];

export function cardSize(card: AdaptiveCard): number {
  return new TextEncoder().encode(JSON.stringify(card)).length;
}

/** The roomiest card that still fits. */
export function fitCard(build: (room: Room) => AdaptiveCard): AdaptiveCard {
  let card: AdaptiveCard = {};
  for (const room of rooms) {
    card = build(room);
    if (cardSize(card) <= cardLimit) return card;
  }
  throw new Error('A card does not fit into 20 KB even with the words cut short');
}

export interface Cut { text: string; cut: boolean }

/** Never inside a surrogate pair, and at a space where one is near. */
export function cutText(text: string, room: number): Cut {
  if (text.length <= room) return { text, cut: false };
  const plain = text.slice(0, room).replace(/[\uD800-\uDBFF]$/u, '');
  const space = plain.lastIndexOf(' ');
  return { text: `${plain.slice(0, space > room * 0.8 ? space : plain.length).trimEnd()} …`, cut: true };
}

/** `after`: a blank line stood before it. */
export interface Line { text: string; after: boolean }

/** Lines to show one under the other; blank ones only part them. Longer texts, or ones of very many lines, are cut. */
export function cutLines(text: string, room: number): { lines: Line[]; cut: boolean } {
  const short = cutText(text, room);
  const all = short.text.split(/\r?\n/).map((line) => line.trim());
  const lines = all.map((line, index): Line => ({ text: line, after: all[index - 1] === '' })).filter((line) => line.text !== '');
  const most = Math.max(3, Math.floor(room / 75));
  return { lines: lines.slice(0, most), cut: short.cut || lines.length > most };
}
