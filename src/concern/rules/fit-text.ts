/** How long a text is where it is stored: as JSON, in which a line end or a quotation mark takes two characters. */
export const storedLength = (text: string): number => JSON.stringify(text).length;

/** Cuts a text so that it takes at most `most` characters where it is stored; that it was cut shows by its ellipsis. */
export function fitText(text: string, most: number): string {
  if (storedLength(text) <= most) return text;
  let end = Math.min(text.length, most);
  while (end > 0 && storedLength(text.slice(0, end)) > most - 2) end = Math.floor(end * 0.95);
  return `${text.slice(0, end)} …`;
}
