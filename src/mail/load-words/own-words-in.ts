import { circleIn } from '../rules/words/phrase-check.ts';
import { keyOf, withOwnWords, type Change, type OwnWords } from '../rules/words/own-words.ts';
import type { WordsData } from '../rules/words/words-data.ts';
import { entriesOf, sectionNames, twice, wrongPhrases, type Placed, type SectionName } from './entries-of.ts';
import { ofSchool, wholeCue, wholeOffice, wholeRequest, wholeSign, wholeTopic } from './whole-entry.ts';
import type { WordsFile } from './words-file.ts';

/** What may be said of an entry that is shipped. Whoever wants it judged otherwise switches it off and writes one of their own. */
const changeable: readonly string[] = ['phrases', 'falseFriends', 'unless', 'without', 'off'];

interface Entry { phrases?: string[] | undefined; falseFriends?: string[] | undefined; unless?: string[] | undefined; without?: string[] | undefined; off?: boolean | undefined }

/** The words of a school's own folder; or a sentence for each thing that is wrong with them. */
export function ownWordsIn(files: readonly WordsFile[], shipped: WordsData): OwnWords | string[] {
  const problems = [...twice(files), ...files.filter(({ sections }) => sections.proved !== undefined).map((file) => file.at(['proved'], 'is made by training alone. What a school writes counts by itself; take this out.'))];
  const changes = new Map<string, Change>();
  const made = <T, E extends Entry>(section: SectionName, placed: readonly Placed<E>[], make: (id: string, entry: E) => T | string): T[] => placed.flatMap(({ id, entry, file }) => {
    const known = shipped[section].find((each) => each.id === id);
    const found = known === undefined ? newEntry(section, id, entry, shipped, make) : changeOf(entry, known);
    if (typeof found === 'string') problems.push(file.at([section, id], found));
    else if (known !== undefined) changes.set(keyOf(section, id), found as Change);
    return typeof found === 'string' || known !== undefined ? [] : [found as T];
  });
  const own: OwnWords = {
    lists: listsIn(files, shipped, problems), changes,
    cues: made('cues', entriesOf(files, 'cues'), (id, entry) => wholeCue(id, entry, ofSchool)),
    signs: made('signs', entriesOf(files, 'signs'), (id, entry) => wholeSign(id, entry, ofSchool)),
    requests: made('requests', entriesOf(files, 'requests'), (id, entry) => wholeRequest(id, entry, ofSchool)),
    topics: made('topics', entriesOf(files, 'topics'), wholeTopic),
    offices: made('offices', entriesOf(files, 'offices'), wholeOffice),
  };
  const { lists } = withOwnWords(shipped, own);
  problems.push(...wrongPhrases(files, new Set(Object.keys(lists))));
  const circle = circleIn(lists);
  if (circle !== null) problems.push(`Lists name each other in a circle: ${circle.join(', ')}. Take one of these names out.`);
  return problems.length > 0 ? problems : own;
}

function newEntry<T, E extends Entry>(section: SectionName, id: string, entry: E, shipped: WordsData, make: (id: string, entry: E) => T | string): T | string {
  const elsewhere = sectionNames.find((each) => each !== section && shipped[each].some((known) => known.id === id));
  if (elsewhere !== undefined) return `is shipped under ${elsewhere}. Write it under ${elsewhere}, or give yours another name.`;
  if (entry.without !== undefined || entry.off !== undefined) return `is not shipped, so nothing of it can be taken away or switched off. Check the name.`;
  const whole = make(id, entry);
  return typeof whole === 'string' ? `is new, so it ${whole} To change an entry that is shipped, use its exact name.` : whole;
}

function changeOf(entry: Entry, known: { id: string; phrases: readonly string[]; falseFriends?: readonly string[]; unless?: readonly string[] }): Change | string {
  const more = Object.entries(entry).filter(([key, value]) => value !== undefined && !changeable.includes(key)).map(([key]) => key);
  if (more.length > 0) return `is shipped: ${more.join(', ')} cannot be changed. Add phrases, take some away (without), or switch it off (off: yes) and write an entry under a name of your own.`;
  const { phrases = [], falseFriends = [], unless = [], without = [], off = false } = entry;
  const friends = [...falseFriends, ...unless];
  if (phrases.length + friends.length + without.length === 0 && !off) return 'changes nothing. Add phrases, take some away (without), or switch it off (off: yes).';
  return missing(without, [...known.phrases, ...known.falseFriends ?? [], ...known.unless ?? []]) ?? nothingLeft([...known.phrases, ...phrases], without) ?? { phrases, friends, without, off };
}

function listsIn(files: readonly WordsFile[], shipped: WordsData, problems: string[]): Record<string, Change> {
  return Object.fromEntries(entriesOf(files, 'lists').flatMap(({ id, entry: { phrases = [], without = [] }, file }) => {
    const wrong = phrases.length + without.length === 0 ? 'holds no phrases. Write at least one, or take it out.'
      : missing(without, shipped.lists[id] ?? []) ?? nothingLeft([...shipped.lists[id] ?? [], ...phrases], without);
    if (wrong !== null) problems.push(file.at(['lists', id], wrong));
    return wrong === null ? [[id, { phrases, friends: [], without, off: false }]] : [];
  }));
}

/** A slip in what is to be taken away would take nothing away, unseen. */
function missing(without: readonly string[], there: readonly string[]): string | null {
  const not = without.find((phrase) => !there.includes(phrase));
  return not === undefined ? null : `"${not}" does not stand there, so it cannot be taken away. Write it exactly as it is shipped, or look in the list that the entry names.`;
}

function nothingLeft(phrases: readonly string[], without: readonly string[]): string | null {
  return phrases.every((phrase) => without.includes(phrase)) ? 'has no phrases left. To be rid of it, write off: yes.' : null;
}
