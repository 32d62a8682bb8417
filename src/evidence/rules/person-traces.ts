import type { MailPerson } from '../../mail/rules/mail.ts';
import { foldText, type FoldedText } from './folded-text.ts';

/** Where a text shows who somebody is, from the first character to past the last. */
export interface Trace { from: number; to: number }

/**
 * Names that are also everyday words. In small letters in the middle of a line they are taken for the word, so that a mail by Will Young
 * can still be read; with a capital, or alone on a line, they are taken for the name.
 */
const everydayWords: ReadonlySet<string> = new Set(`
  will may mark grace hope joy faith rose bill jack pat sue rob art guy dean gene king young brown white black green grey gray long short
  price read wise field hill wood stone bell cook baker day love best rich summer april june august dawn ivy lily ruby amber pearl olive
  daisy violet heather robin sky angel destiny honour major marsh good little power swan fox bird wolf lamb knight bishop page parker
  carter potter mason turner walker gardener miller smith taylor walls waters woods rivers banks rice moss reed rowe way ward law church
  gay winter autumn snow frost sharp strong swift noble sweet bright moon sun star teacher head parent school`.trim().split(/\s+/));

const titles = '(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|lady|rev)\\.?\\s+)?';

/**
 * Every place in the text that names this person: the whole name in either order, its parts alone, the address and its part before
 * the @, whatever the case, accents or invisible characters. In doubt it is a trace: what is hidden can be read in the original.
 */
export function tracesOf(text: string, person: MailPerson): Trace[] {
  const folded = foldText(text);
  const found = patternsFor(person).flatMap(({ pattern, onlyAsName }) =>
    [...folded.folded.matchAll(pattern)].flatMap((match) => traceAt(folded, match.index, match[0].length))
      .filter((trace) => !onlyAsName || standsAsName(text, trace)));
  return merged(found);
}

/** The text with every trace of these people replaced. */
export function withoutTraces(text: string, people: readonly MailPerson[], instead: string): string {
  const traces = merged(people.flatMap((person) => tracesOf(text, person)));
  const between = traces.map(({ from }, index) => text.slice(traces[index - 1]?.to ?? 0, from));
  return [...between, text.slice(traces.at(-1)?.to ?? 0)].join(instead);
}

interface TracePattern { pattern: RegExp; onlyAsName: boolean }

function patternsFor({ name, email }: MailPerson): TracePattern[] {
  const words = nameWordsOf(name);
  const whole = words.length > 1 ? [joined(words), joined([...words.slice(-1), ...words.slice(0, -1)]), words.map(escaped).join('')] : [];
  const initialAndLast = words.length > 1 ? [`${escaped(words[0]?.[0] ?? '')}\\.?\\s*${escaped(words.at(-1) ?? '')}`] : [];
  const sure = [...addressPatterns(email ?? ''), ...whole, ...initialAndLast].map((source) => ({ source, onlyAsName: false }));
  const single = namePartsOf(name).filter((part) => part.length > 1).map((part) => ({ source: titles + escaped(part), onlyAsName: everydayWords.has(part) }));
  return [...sure, ...single].map(({ source, onlyAsName }) => ({ pattern: new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'gu'), onlyAsName }));
}

/** "Amara Nwosu-Bell (mum)" has the parts amara, nwosu-bell, nwosu, bell. */
export function namePartsOf(name: string): string[] {
  return nameWordsOf(name).flatMap((word) => word.includes('-') ? [word, ...word.split('-').filter((part) => part.length > 2)] : [word]);
}

function nameWordsOf(name: string): string[] {
  const words = foldText(name).folded.split(/[^\p{L}\p{N}'-]+/u).map((word) => word.replace(/^['-]+|['-]+$/g, '').replace(/'s$/, ''));
  return words.filter((word) => word !== '' && !notNames.has(word));
}

const notNames: ReadonlySet<string> = new Set('mr mrs ms miss mx dr prof sir lady rev mum mom dad mother father parent carer of the and via from'.split(' '));

/** Mailboxes of a post or a service: words that a mail may use for anything ("Winter news" from news@…). */
const postsNotPeople: ReadonlySet<string> = new Set(`
  info admin office contact mail hello parent parents school family news newsletter events team enquiries enquiry support sales noreply no-reply reception
  bookings accounts finance marketing press alerts notifications updates service services help helpdesk jobs post editor secretary head`.trim().split(/\s+/));

function addressPatterns(email: string): string[] {
  const folded = foldText(email.trim()).folded;
  const local = folded.split('@')[0] ?? '';
  const isTelling = local.length > 3 && !postsNotPeople.has(local);
  return folded === '' ? [] : [escaped(folded), ...(isTelling ? [escaped(local)] : [])];
}

/** Parts in that order, with whatever stands between parts of a name: spaces, a comma, dots, a line end, a middle initial. */
function joined(parts: readonly string[]): string {
  return titles + parts.map(escaped).join('(?:[\\s,._-]+(?:\\p{L}\\.\\s*)?)');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function traceAt({ from, to }: FoldedText, index: number, length: number): Trace[] {
  const begins = from[index];
  const ends = to[index + length - 1];
  return begins === undefined || ends === undefined ? [] : [{ from: begins, to: ends }];
}

function standsAsName(text: string, { from, to }: Trace): boolean {
  const aloneOnLine = /(^|\n)[^\p{L}\p{N}\n]*$/u.test(text.slice(0, from)) && /^[^\p{L}\p{N}\n]*(\n|$)/u.test(text.slice(to));
  return aloneOnLine || /^\p{Lu}/u.test(text.slice(from, to));
}

/** In order, and those that touch or overlap as one. */
function merged(traces: readonly Trace[]): Trace[] {
  const kept: Trace[] = [];
  for (const trace of [...traces].sort((a, b) => a.from - b.from)) {
    const last = kept.at(-1);
    if (last === undefined || trace.from > last.to) kept.push({ ...trace });
    else last.to = Math.max(last.to, trace.to);
  }
  return kept;
}
