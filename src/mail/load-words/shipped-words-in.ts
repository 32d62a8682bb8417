import { circleIn } from '../rules/words/phrase-check.ts';
import { askedLists, type WordsData } from '../rules/words/words-data.ts';
import { entriesOf, twice, wrongPhrases, type Placed, type SectionName } from './entries-of.ts';
import { wholeCue, wholeOffice, wholeRequest, wholeSign, wholeTopic, type Standing } from './whole-entry.ts';
import type { WordsFile } from './words-file.ts';

/** The words that are shipped, of all their files; or a sentence for each thing that is wrong with them. */
export function shippedWordsIn(files: readonly WordsFile[]): WordsData | string[] {
  const problems = twice(files);
  const whole = <T, E extends object>(section: SectionName, placed: readonly Placed<E>[], make: (id: string, entry: E) => T | string): T[] => placed.flatMap(({ id, entry, file }) => {
    const made = make(id, entry);
    if (typeof made !== 'string') return [made];
    problems.push(file.at([section, id], made));
    return [];
  });
  const standing = standingIn(files);
  const lists = Object.fromEntries(entriesOf(files, 'lists').map(({ id, entry }) => [id, entry.phrases ?? []]));
  const data: WordsData = {
    lists,
    cues: whole('cues', entriesOf(files, 'cues'), (id, entry) => wholeCue(id, entry, standing)),
    signs: whole('signs', entriesOf(files, 'signs'), (id, entry) => wholeSign(id, entry, standing)),
    requests: whole('requests', entriesOf(files, 'requests'), (id, entry) => wholeRequest(id, entry, standing)),
    topics: whole('topics', entriesOf(files, 'topics'), wholeTopic),
    offices: whole('offices', entriesOf(files, 'offices'), wholeOffice),
  };
  problems.push(...wrongPhrases(files, new Set(Object.keys(lists))), ...askedLists.filter((name) => lists[name] === undefined).map((name) => `The list "${name}" is missing from the words that are shipped.`));
  const circle = circleIn(lists);
  if (circle !== null) problems.push(`Lists name each other in a circle: ${circle.join(', ')}.`);
  return problems.length > 0 ? problems : data;
}

/** What the labelled texts proved of each: `npm run train:mail` writes it. */
function standingIn(files: readonly WordsFile[]): Standing {
  const { firm = [], atOnce = [], unheeded = [] } = files.find(({ sections }) => sections.proved !== undefined)?.sections.proved ?? {};
  return (id, isFirm) => ({ firm: isFirm || firm.includes(id), atOnce: isFirm || atOnce.includes(id), heeded: isFirm || !unheeded.includes(id), ofSchool: false });
}
