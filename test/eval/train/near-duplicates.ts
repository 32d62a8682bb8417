import type { TrainingText } from './training-texts.ts';

/** Texts that share so many words in a row tell the same story. */
const wordsInARow = 8;

/** The name of the first text like it, for each: near duplicates fall into the same fold, else a model would be asked what it was told. */
export function groupsOf(texts: readonly TrainingText[]): Map<string, string> {
  const groups = new Map(texts.map(({ id }) => [id, id]));
  const first = new Map<string, string>();
  for (const { id, text } of texts) {
    for (const row of rowsIn(text)) {
      const known = first.get(row);
      if (known === undefined) first.set(row, id);
      else groups.set(rootOf(groups, id), rootOf(groups, known));
    }
  }
  return new Map(texts.map(({ id }) => [id, rootOf(groups, id)]));
}

function rowsIn(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.slice(wordsInARow - 1).map((_, at) => words.slice(at, at + wordsInARow).join(' '));
}

function rootOf(groups: ReadonlyMap<string, string>, id: string): string {
  let at = id;
  for (let next = groups.get(at); next !== undefined && next !== at; next = groups.get(at)) at = next;
  return at;
}
