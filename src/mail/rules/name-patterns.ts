import type { StaffEntry } from './understanding.ts';
import type { MailWords, ReadyOffice } from './words/mail-words.ts';
import { findPhrases, type PhraseHit } from './words/phrases.ts';

/** A way in which people speak of somebody. `certain`: it can only mean this person. */
export interface NamePattern {
  find: (text: string) => PhraseHit[];
  certain: boolean;
  /** Only a name that children and parents bear too. */
  bare: 'first' | 'last' | null;
  /** "The governors", "senior leadership": several at once. */
  several?: true;
}

const start = '(?<![\\p{L}\\p{N}@.])';
const end = '(?![\\p{L}\\p{N}@])';
const titles = '(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Señora|Señor|Sra|Sr|Mme|Madame|Monsieur|Herr|Frau|Pan|Pani|Signora|Signor|Senhora|Senhor|Mevrouw|Meneer|Meester|Juf|Coach|Teacher)\\.?';

/** The names, nicknames by title and offices by which a mail may mean a member of the school. */
export function namePatternsOf(person: StaffEntry, staff: readonly StaffEntry[], offices: MailWords['offices']): NamePattern[] {
  const words = person.displayName.split(/\s+/).filter((word) => word !== '');
  const [first, last] = [words[0] ?? '', words.length > 1 ? (words.at(-1) ?? '') : ''];
  const patterns: NamePattern[] = [named(person.displayName, true)];
  const alone = !staff.some((other) => other.oid !== person.oid && other.displayName.endsWith(` ${last}`));
  if (last !== '') patterns.push(titled(last, alone), surname(last), misspelt(first, last, staff));
  if (last !== '') patterns.push(...initial(last[0] ?? '', staff), named(`${first} ${last[0] ?? ''}`, false));
  if (first !== '') patterns.push(titled(first, false), firstName(first));
  return [...patterns, ...offices.flatMap((office) => officeOf(office, person, staff))];
}

function named(name: string, certain: boolean): NamePattern {
  return { find: where(name, () => new RegExp(`${start}${spaced(name)}${end}`, 'giu')), certain, bare: null };
}

function titled(name: string, certain: boolean): NamePattern {
  return { find: where(name, () => new RegExp(`${start}${titles}\\s+${spaced(name)}${end}`, 'giu')), certain, bare: null };
}

/** The bare surname, in capitals as a name: "Whitlock is a bully", not "the bell rang". */
function surname(last: string): NamePattern {
  return { find: where(last, () => new RegExp(`${start}(?:${spaced(capital(last))}|${spaced(last.toUpperCase())})${end}`, 'gu')), certain: false, bare: 'last' };
}

/** The bare first name, so written: "Helen was rude to me". Any parent may be called the same, so never certain. */
function firstName(first: string): NamePattern {
  return { find: where(first, () => new RegExp(`${start}${spaced(capital(first))}${end}`, 'gu')), certain: false, bare: 'first' };
}

/** "Mrs Witlock", "mr okafer": a letter or two beside the name, unless it is somebody else's. */
function misspelt(first: string, last: string, staff: readonly StaffEntry[]): NamePattern {
  const byFirst = where(first, () => new RegExp(`${start}${spaced(first)}\\s+[\\p{L}'’-]{4,}${end}`, 'giu'));
  const isMeant = ({ quote }: PhraseHit): boolean => {
    const word = quote.split(/\s+/).at(-1)?.toLowerCase().replace(/['’]s$/, '') ?? '';
    return word[0] === last[0]?.toLowerCase() && isNear(word, last.toLowerCase(), last.length >= 7 ? 2 : 1) && !staff.some((each) => each.displayName.toLowerCase().split(/\s+/).includes(word));
  };
  return { find: (text) => [...titledWords(text), ...byFirst(text)].filter(isMeant), certain: false, bare: null };
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

/** "Miss A", as parents write of their child's teacher; where many share the letter it names nobody. */
function initial(letter: string, staff: readonly StaffEntry[]): NamePattern[] {
  const sharing = staff.filter((each) => each.displayName.split(/\s+/).at(-1)?.startsWith(letter) === true).length;
  if (sharing > mostSharing) return [];
  return [{ find: byPattern(() => new RegExp(`${start}${titles}\\s+${letter.toUpperCase()}(?:\\.|${end})`, 'gu')), certain: false, bare: null }];
}

const mostSharing = 3;

/** "The head", "the deputy": certain where one person holds it. */
function officeOf({ roles, job, words }: ReadyOffice, person: StaffEntry, staff: readonly StaffEntry[]): NamePattern[] {
  const holds = (each: StaffEntry): boolean => (job === null ? roles.some((role) => each.roles.includes(role)) : each.jobTitle.toLowerCase().includes(job));
  if (!holds(person)) return [];
  const isOne = roles.length <= 1 && staff.filter(holds).length === 1;
  return [{ find: (text) => findPhrases(text, words), certain: isOne, bare: null, ...(roles.length > 1 ? { several: true as const } : {}) }];
}

type Find = NamePattern['find'];

/** A school has many staff and a mail names few: a pattern is made only where the name's letters stand at all. */
function where(name: string, pattern: () => RegExp): Find {
  const letters = /\p{L}+/u.exec(name.toLowerCase())?.[0] ?? '';
  const find = byPattern(pattern);
  return (text) => (inLowerCase(text).includes(letters) ? find(text) : []);
}

function byPattern(pattern: () => RegExp): Find {
  let made: RegExp | null = null;
  return (text) => {
    made ??= pattern();
    return [...text.matchAll(made)].map((found) => ({ start: found.index, end: found.index + found[0].length, quote: found[0] }));
  };
}

const inLowerCase = lastKept((text) => text.toLowerCase());
const titledWords = lastKept(byPattern(() => new RegExp(`${start}${titles}\\s+[\\p{L}'’-]{4,}${end}`, 'giu')));

/** The same text is asked for each of the staff in turn. */
function lastKept<T>(make: (text: string) => T): (text: string) => T {
  let kept: { text: string; made: T } | null = null;
  return (text) => {
    if (kept?.text !== text) kept = { text, made: make(text) };
    return kept.made;
  };
}

function spaced(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]").replace(/[\s-]+/g, '[\\s-]+');
}

function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
