import type { Account } from './account.ts';
import type { NamedPerson } from './names-in-text.ts';
import { samePassage } from './same-passage.ts';

/** How alike two accounts are, and why, in words for a person. */
export interface Likeness { score: number; reasons: string[] }

/** From here on a person is asked whether two concerns are one incident. Lower would ask about any two rows in one week. */
export const worthAsking = 5;

const hour = 3_600_000;
const day = 24 * hour;

interface Sign { weight: number; reason: string | null; /** Of itself it may tie two accounts together: the week or the kind of matter alone never does. */ telling: boolean }

/**
 * Are these two accounts of one incident? Who is named, the group and the day, what is quoted, the words, the files, the time. `usual` says how
 * often a name or a word also stands in concerns of other weeks: what is always there ties nothing together. Null when there is not enough.
 */
export function sameIncident(one: Account, other: Account, usual: (what: string) => number = () => 0): Likeness | null {
  const hidden = new Set([...one.hidden, ...other.hidden]);
  const people = sharedNames(one, other, hidden);
  const signs: Sign[] = [
    names(people, usual, whereOrWhen(one, other)), place(one, other), when(one, other), groupOnThatDay(one, other), quotes(one, other), passage(one, other, people, hidden), files(one, other, usual),
    words(one, other, people, usual), closeness(one, other), ...contradictions(one, other, people),
  ];
  const score = signs.reduce((sum, each) => sum + each.weight, 0);
  if (score < worthAsking || !signs.some((each) => each.telling)) return null;
  return { score, reasons: [bothName(people, one, other), ...signs.map((each) => each.reason)].filter((each) => each !== null) };
}

interface SharedName { shown: string; key: string; weight: number }

/** By surname where both give one, or by a first name that both use. */
function sharedNames(one: Account, other: Account, hidden: ReadonlySet<string>): SharedName[] {
  const found = new Map<string, SharedName>();
  for (const a of one.names) for (const b of other.names) {
    const weight = alike(a, b);
    const key = a.last === '' ? a.first : b.last === '' ? b.first : a.last;
    if (weight > (found.get(key)?.weight ?? 0)) found.set(key, { key, weight, shown: a.shown.length >= b.shown.length ? b.shown : a.shown });
  }
  for (const [names, openings] of [[one.names, other.openings], [other.names, one.openings]] as const) {
    for (const { first, shown } of names) if (openings.has(first) && !found.has(first)) found.set(first, { key: first, weight: 1, shown });
  }
  return [...found.values()].filter(({ key }) => !hidden.has(key));
}

function alike(a: NamedPerson, b: NamedPerson): number {
  if (a.last !== '' && b.last !== '') {
    if (a.last !== b.last || differentTitles(a.title, b.title)) return 0;
    return a.first !== '' && b.first !== '' ? (a.first === b.first ? 2.5 : 0) : 2;
  }
  return a.first !== '' && a.first === b.first ? 1 : 0;
}

/** "Mr Doyle" is not "Mrs Doyle". */
export function differentTitles(a: string, b: string): boolean {
  const woman = ['mrs', 'ms', 'miss'];
  const man = ['mr', 'sir'];
  return (woman.includes(a) && man.includes(b)) || (man.includes(a) && woman.includes(b));
}

/** A child's first name alone is borne by several; with the group or the day it tells something. */
function names(people: readonly SharedName[], usual: (what: string) => number, elsewhere: boolean): Sign {
  const weights = people.map(({ key, weight }) => weight / (1 + usual(key))).sort((a, b) => b - a);
  const weight = (weights[0] ?? 0) + (weights[1] ?? 0) * 0.6 + (weights[2] ?? 0) * 0.4;
  return { weight, reason: null, telling: weight >= (elsewhere ? 1 : 2) };
}

function place(one: Account, other: Account): Sign {
  const weight = (shared(one.groups, other.groups).length > 0 ? 1.5 : 0) + (shared(one.platforms, other.platforms).length > 0 ? 0.5 : 0);
  return { weight, reason: null, telling: false };
}

function when(one: Account, other: Account): Sign {
  return { weight: shared(one.days, other.days).length > 0 ? 1.5 : 0, reason: null, telling: false };
}

function whereOrWhen(one: Account, other: Account): boolean {
  return shared(one.groups, other.groups).length > 0 || shared(one.days, other.days).length > 0;
}

/** One group on one day is an incident rather than a kind of matter. */
function groupOnThatDay(one: Account, other: Account): Sign {
  const both = shared(one.groups, other.groups).length > 0 && shared(one.days, other.days).length > 0;
  return { weight: 0, reason: null, telling: both };
}

function quotes(one: Account, other: Account): Sign {
  const both = shared(one.quotes, other.quotes);
  const weight = both.reduce((most, [key]) => Math.max(most, quoteWeight(key.split(' ').length)), 0);
  return { weight, reason: both.length === 0 ? null : `both quote ${list(both.slice(0, 3).map(([, shown]) => `"${shown}"`))}`, telling: weight >= 3 };
}

/** One rude word is quoted of many people; a whole sentence was said once. */
function quoteWeight(words: number): number {
  return words >= 8 ? 4.5 : words >= 5 ? 4 : words > 1 ? 3 : 1.5;
}

function passage(one: Account, other: Account, people: readonly SharedName[], hidden: ReadonlySet<string>): Sign {
  // A passage tells something by at least three words, so most accounts need not be laid side by side.
  if (shared(one.words, other.words).length + people.length < 3) return nothing;
  const found = samePassage(one.line, other.line, hidden)?.join(' ') ?? null;
  const inQuotes = found !== null && [...one.quotes.keys()].some((quote) => quote.includes(found));
  return found === null || inQuotes ? nothing : { weight: found.split(' ').length >= 8 ? 4 : 2.5, reason: `both say "${found}"`, telling: true };
}

function files(one: Account, other: Account, usual: (what: string) => number): Sign {
  const weight = one.files.filter((file) => other.files.includes(file)).reduce((most, file) => Math.max(most, 4.5 / (1 + usual(file))), 0);
  return weight === 0 ? nothing : { weight, reason: 'the same file came with both', telling: weight >= 2 };
}

const fewestWords = 3;

function words(one: Account, other: Account, people: readonly SharedName[], usual: (what: string) => number): Sign {
  const both = shared(one.words, other.words).filter(([key]) => !people.some((each) => each.key === key));
  const counts = both.reduce((sum, [key]) => sum + 1 / (1 + usual(key)), 0);
  if (both.length < fewestWords) return nothing;
  return { weight: Math.min(3, counts * 0.35), reason: `${String(both.length)} words agree, such as ${list(both.slice(0, 3).map(([, shown]) => shown))}`, telling: false };
}

function closeness(one: Account, other: Account): Sign {
  const apart = Math.abs(one.at - other.at);
  if (apart <= day) return { weight: 1, reason: apart < 2 * hour ? 'they came in within two hours of each other' : 'they came in within a day of each other', telling: false };
  return apart <= 3 * day ? { weight: 0.5, reason: 'they came in within three days of each other', telling: false } : { weight: apart > 10 * day ? -1 : 0, reason: null, telling: false };
}

/** Both name people, groups or days, and not one of them is the same. */
function contradictions(one: Account, other: Account, people: readonly SharedName[]): Sign[] {
  const named = (account: Account): boolean => account.names.some((each) => each.last !== '');
  return [
    named(one) && named(other) && people.length === 0,
    one.groups.size > 0 && other.groups.size > 0 && shared(one.groups, other.groups).length === 0,
    one.days.size > 0 && other.days.size > 0 && shared(one.days, other.days).length === 0,
  ].filter(Boolean).map(() => ({ weight: -1.5, reason: null, telling: false }));
}

function bothName(people: readonly SharedName[], one: Account, other: Account): string | null {
  const things = [...people.slice(0, 3).map((each) => each.shown), ...shown(one.groups, other.groups), ...shown(one.days, other.days), ...shown(one.platforms, other.platforms)];
  return things.length === 0 ? null : `both name ${list(things.slice(0, 5))}`;
}

function shown(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return shared(one, other).slice(0, 2).map(([, words]) => words);
}

function shared(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): [string, string][] {
  return [...one].filter(([key]) => other.has(key));
}

const nothing: Sign = { weight: 0, reason: null, telling: false };

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
