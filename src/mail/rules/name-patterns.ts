import { jobWords, roleWords } from './words/about-words.ts';
import { findPhrases, phraseList, type PhraseHit } from './words/phrases.ts';
import type { StaffEntry } from './understanding.ts';

/** A way in which people speak of somebody. `certain`: it can only mean this person. */
export interface NamePattern {
  find: (text: string) => PhraseHit[];
  certain: boolean;
  /** Only a name that children and parents bear too. */
  bare: 'first' | 'last' | null;
  /** "The governors", "senior leadership": several at once. */
  several?: true;
}

const titles = '(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Señora|Señor|Sra|Sr|Mme|Madame|Monsieur|Herr|Frau|Pan|Pani|Signora|Signor|Senhora|Senhor|Mevrouw|Meneer|Meester|Juf|Coach|Teacher)\\.?';

/** The names, nicknames by title and offices by which a mail may mean a member of the school. */
export function namePatternsOf(person: StaffEntry, staff: readonly StaffEntry[]): NamePattern[] {
  const words = person.displayName.split(/\s+/).filter((word) => word !== '');
  const [first, last] = [words[0] ?? '', words.length > 1 ? (words.at(-1) ?? '') : ''];
  const patterns: NamePattern[] = [named(person.displayName, true)];
  const alone = !staff.some((other) => other.oid !== person.oid && other.displayName.endsWith(` ${last}`));
  if (last !== '') patterns.push(titled(last, alone), surname(last), misspelt(first, last, staff));
  if (last !== '') patterns.push(initial(last[0] ?? ''), named(`${first} ${last[0] ?? ''}`, false));
  if (first !== '') patterns.push(titled(first, false), firstName(first));
  return [...patterns, ...officesOf(person, staff)];
}

function named(name: string, certain: boolean): NamePattern {
  return { find: byPattern(new RegExp(`${start}${spaced(name)}${end}`, 'giu')), certain, bare: null };
}

function titled(name: string, certain: boolean): NamePattern {
  return { find: byPattern(new RegExp(`${start}${titles}\\s+${spaced(name)}${end}`, 'giu')), certain, bare: null };
}

/** The bare surname, in capitals as a name: "Whitlock is a bully", not "the bell rang". */
function surname(last: string): NamePattern {
  return { find: byPattern(new RegExp(`${start}(?:${spaced(capital(last))}|${spaced(last.toUpperCase())})${end}`, 'gu')), certain: false, bare: 'last' };
}

/** The bare first name, so written: "Helen was rude to me". Any parent may be called the same, so never certain. */
function firstName(first: string): NamePattern {
  return { find: byPattern(new RegExp(`${start}${spaced(capital(first))}${end}`, 'gu')), certain: false, bare: 'first' };
}

/** "Mrs Witlock", "mr okafer": a letter or two beside the name, unless it is somebody else's. */
function misspelt(first: string, last: string, staff: readonly StaffEntry[]): NamePattern {
  const written = new RegExp(`${start}(?:${titles}|${spaced(first)})\\s+([\\p{L}'’-]{4,})${end}`, 'giu');
  const others = new Set(staff.flatMap((each) => each.displayName.toLowerCase().split(/\s+/)));
  const isMeant = (word: string): boolean => word[0] === last[0]?.toLowerCase() && !others.has(word) && isNear(word, last.toLowerCase(), last.length >= 7 ? 2 : 1);
  return { find: (text) => byPattern(written)(text).filter((hit) => isMeant(hit.quote.split(/\s+/).at(-1)?.toLowerCase().replace(/['’]s$/, '') ?? '')), certain: false, bare: null };
}

/** So few letters left out, added or changed (Levenshtein). */
function isNear(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let index = 0; index < one.length; index += 1) {
    const letter = one[index];
    const next = [index + 1];
    for (let at = 1; at <= other.length; at += 1) next.push(Math.min((row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, (row[at - 1] ?? 0) + (letter === other[at - 1] ? 0 : 1)));
    row = next;
  }
  return (row.at(-1) ?? 0) <= most;
}

/** "Miss A", as parents write of their child's teacher. */
function initial(letter: string): NamePattern {
  return { find: byPattern(new RegExp(`${start}${titles}\\s+${letter.toUpperCase()}(?:\\.|${end})`, 'gu')), certain: false, bare: null };
}

const officeNames = roleWords.map((each) => ({ roles: each.roles, find: byPhrases(each.phrases) }));
const jobNames = jobWords.map((each) => ({ job: each.job, find: byPhrases(each.phrases) }));

function officesOf(person: StaffEntry, staff: readonly StaffEntry[]): NamePattern[] {
  const offices = officeNames.filter((each) => each.roles.some((role) => person.roles.includes(role)));
  const jobs = jobNames.filter((each) => person.jobTitle.toLowerCase().includes(each.job));
  return [
    ...offices.map((each) => ({ find: each.find, certain: each.roles.length === 1 && holders(staff, each.roles) === 1, bare: null, ...(each.roles.length > 1 ? { several: true as const } : {}) })),
    ...jobs.map((each) => ({ find: each.find, certain: staff.filter((other) => other.jobTitle.toLowerCase().includes(each.job)).length === 1, bare: null })),
  ];
}

function byPattern(pattern: RegExp): NamePattern['find'] {
  return (text) => [...text.matchAll(pattern)].map((found) => ({ start: found.index, end: found.index + found[0].length, quote: found[0] }));
}

function byPhrases(phrases: readonly string[]): NamePattern['find'] {
  const list = phraseList(phrases);
  return (text) => findPhrases(text, list);
}

function holders(staff: readonly StaffEntry[], roles: StaffEntry['roles']): number {
  return staff.filter((person) => person.roles.some((role) => roles.includes(role))).length;
}

const start = '(?<![\\p{L}\\p{N}@.])';
const end = '(?![\\p{L}\\p{N}@])';

function spaced(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]").replace(/[\s-]+/g, '[\\s-]+');
}

function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
