import { fromRow } from '../concern/record.ts';
import type { LetterMade } from '../concern/rules/events.ts';
import type { School } from '../school.ts';

/** The letter as it was last made, with the SHA-256 of its files; null when there is none of that number. */
export async function findLetterMade(school: Pick<School, 'stores'>, ref: string, n: number): Promise<{ made: LetterMade; fields: string | null; at: number } | null> {
  const rows = (await school.stores.log.events(ref)).map(fromRow);
  for (const { event, words } of rows.reverse()) {
    const { data } = event;
    if (data.type !== 'response-proposed' && data.type !== 'letter-remade') continue;
    if (data.letter?.letter === n) return { made: data.letter, fields: words?.['letter.fields'] ?? null, at: event.at };
  }
  return null;
}

export async function letterPdf(school: Pick<School, 'stores'>, ref: string, n: number): Promise<Uint8Array | null> {
  const found = await findLetterMade(school, ref, n);
  return found?.made.pdf == null ? null : school.stores.sealed.open(ref, found.made.pdf);
}
