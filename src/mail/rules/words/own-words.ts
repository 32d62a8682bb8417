import type { CueWords, OfficeWords, SignWords, TopicWords, WordsData } from './words-data.ts';

/** What a school says of one entry that is shipped: phrases to add, phrases to take away, or that it shall not be used. */
export interface Change { phrases: readonly string[]; friends: readonly string[]; without: readonly string[]; off: boolean }

/** The words of a school's own folder: entries of its own, and what it changes of those that are shipped, by their ids. */
export interface OwnWords {
  lists: Readonly<Record<string, Change>>;
  changes: ReadonlyMap<string, Change>;
  cues: readonly CueWords[];
  signs: readonly SignWords[];
  requests: readonly SignWords[];
  topics: readonly TopicWords[];
  offices: readonly OfficeWords[];
}

/** The words that are shipped with a school's own on top. */
export function withOwnWords(shipped: WordsData, own: OwnWords): WordsData {
  const changed = <T extends { id: string; phrases: readonly string[] }>(kind: string, entries: readonly T[], add: (entry: T, change: Change) => Partial<T>): T[] => entries.flatMap((entry) => {
    const change = own.changes.get(keyOf(kind, entry.id));
    if (change === undefined) return [entry];
    return change.off ? [] : [{ ...entry, phrases: less([...entry.phrases, ...change.phrases], change), ...add(entry, change) }];
  });
  const signs = (kind: string, entries: readonly SignWords[]): SignWords[] => changed(kind, entries, (entry, change) => ({ unless: less([...entry.unless, ...change.friends], change) }));
  return {
    lists: listsWith(shipped.lists, own.lists),
    cues: [...changed('cues', shipped.cues, (entry, change) => ({ falseFriends: less([...entry.falseFriends, ...change.friends], change) })), ...own.cues],
    signs: [...signs('signs', shipped.signs), ...own.signs],
    requests: [...signs('requests', shipped.requests), ...own.requests],
    topics: [...changed('topics', shipped.topics, () => ({})), ...own.topics],
    offices: [...changed('offices', shipped.offices, () => ({})), ...own.offices],
  };
}

/** An id is the same thing only within its section. */
export function keyOf(section: string, id: string): string {
  return `${section}/${id}`;
}

function listsWith(shipped: WordsData['lists'], own: OwnWords['lists']): WordsData['lists'] {
  const added = Object.entries(own).map(([name, change]): [string, readonly string[]] => [name, less([...shipped[name] ?? [], ...change.phrases], change)]);
  return { ...shipped, ...Object.fromEntries(added) };
}

function less(phrases: readonly string[], { without }: Change): string[] {
  return phrases.filter((phrase) => !without.includes(phrase));
}
