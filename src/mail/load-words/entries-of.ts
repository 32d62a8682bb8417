import { whatIsWrongWith } from '../rules/words/phrase-check.ts';
import type { Sections, WordsFile } from './words-file.ts';

/** Sections whose entries have an id; `lists` have a name alone. */
export const sectionNames = ['cues', 'signs', 'requests', 'topics', 'offices'] as const;
export type SectionName = (typeof sectionNames)[number];

/** One entry and the file that it stands in. */
export interface Placed<T> { id: string; entry: T; file: WordsFile }

/** The entries of one section in all files, in their order. */
export function entriesOf<K extends SectionName | 'lists'>(files: readonly WordsFile[], section: K): Placed<NonNullable<Sections[K]>[string]>[] {
  return files.flatMap((file) => Object.entries(file.sections[section] ?? {}).map(([id, entry]) => ({ id, entry: entry as NonNullable<Sections[K]>[string], file })));
}

/** Each name that two files hold. Within one file the reader of YAML sees it. */
export function twice(files: readonly WordsFile[]): string[] {
  return [...sectionNames, 'lists' as const].flatMap((section) => {
    const seen = new Map<string, string>();
    return entriesOf(files, section).flatMap(({ id, file }) => {
      const other = seen.get(id);
      seen.set(id, file.name);
      return other === undefined ? [] : [file.at([section, id], `stands in ${other} as well. Put both into one.`)];
    });
  });
}

/** Every phrase that cannot be used as it is written. */
export function wrongPhrases(files: readonly WordsFile[], lists: ReadonlySet<string>): string[] {
  return files.flatMap((file) => phrasesUnder(file.sections, []).flatMap(({ phrase, path }) => {
    const wrong = path.includes('without') ? null : whatIsWrongWith(phrase, lists);
    return wrong === null ? [] : [file.at(path, `"${phrase}" ${wrong}`)];
  }));
}

const holdPhrases: readonly PropertyKey[] = ['phrases', 'falseFriends', 'unless', 'all', 'without'];

function phrasesUnder(value: unknown, path: readonly PropertyKey[]): { phrase: string; path: readonly PropertyKey[] }[] {
  if (typeof value === 'string') return path.some((step) => holdPhrases.includes(step)) ? [{ phrase: value, path }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Array.isArray(value) ? value.flatMap((each, index) => phrasesUnder(each, [...path, index])) : Object.entries(value).flatMap(([key, each]) => phrasesUnder(each, [...path, key]));
}
