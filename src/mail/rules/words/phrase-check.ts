import { nameOf } from './phrases.ts';
import { tokensOf } from './tokens.ts';

/** What somebody who wrote this phrase should change, as the end of a sentence that names it; null where nothing is wrong. */
export function whatIsWrongWith(phrase: string, lists: ReadonlySet<string>): string | null {
  const words = phrase.trim().split(/\s+/);
  const unknown = words.map(nameOf).find((name) => name !== null && !lists.has(name));
  if (unknown != null) return `names a list "${unknown}" that is nowhere. Check how the list is written, or add it under "lists".`;
  if (words.some((word) => /[{}]/.test(word) && nameOf(word) === null)) return 'has a bracket too many or too few. A list is named like {staff}, with a space on either side.';
  if (words.some((word) => /\*./.test(word) || (word.includes('*') && word.length < 3))) return 'has a * that does not stand at the end of a word of two letters or more.';
  if (words[0] === '...' || words.at(-1) === '...') return 'begins or ends with "...", which stands for words between two others.';
  if (words.every((word) => word === '_' || word === '...' || (nameOf(word) === null && tokensOf(word).length === 0))) return 'holds no word that could be found.';
  return null;
}

/** Names of lists that lead back to themselves, the first found; null where none do. */
export function circleIn(lists: Readonly<Record<string, readonly string[]>>): readonly string[] | null {
  const named = (name: string): string[] => (lists[name] ?? []).flatMap((phrase) => phrase.trim().split(/\s+/).flatMap((word) => nameOf(word) ?? []));
  const done = new Set<string>();
  const from = (name: string, above: readonly string[]): readonly string[] | null => {
    if (above.includes(name)) return [...above.slice(above.indexOf(name)), name];
    if (done.has(name)) return null;
    for (const next of named(name)) {
      const circle = from(next, [...above, name]);
      if (circle !== null) return circle;
    }
    done.add(name);
    return null;
  };
  for (const name of Object.keys(lists)) {
    const circle = from(name, []);
    if (circle !== null) return circle;
  }
  return null;
}
