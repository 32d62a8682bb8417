import type { Person } from '../concern/rules/words-of-the-school.ts';
import type { RegisterIndex, RegisterRow, SchoolPerson } from '../ports.ts';
import { accountOf, type Account } from './rules/account.ts';
import { adultCalled, adultsNamed, distinct } from './rules/adults-named.ts';
import type { NamedPerson } from './rules/names-in-text.ts';
import type { OtherConcern, Related } from './rules/related.ts';
import { addressesIn, sameAdult, type Household } from './rules/same-adult.ts';
import { sameIncident } from './rules/same-incident.ts';

export interface RelatedDeps {
  index: Pick<RegisterIndex, 'near' | 'earlier' | 'tied'>;
  /** The school's own people, as last read: a letter is never about them by name. */
  staff: readonly SchoolPerson[];
}

/** What is asked about: the row of the concern as it is now, and what a person said of it. */
export interface Asked { row: RegisterRow; same: readonly string[]; other: readonly string[] }

const day = 24 * 3_600_000;
/** Reports of one incident come within weeks; later ones are told as earlier concerns. */
const withinMs = 30 * day;
const mostCompared = 50;
const mostWords = 30;
const mostShown = 5;
/** What also stands in concerns of other weeks is the usual thing. */
const sameWeekMs = 7 * day;

/** What may belong with this concern, found through the index, so that `mayKnow` is asked before anything is compared. */
export function findRelated({ index, staff }: RelatedDeps, person: Person, { row, same, other }: Asked): Related {
  const tied = index.tied(person, row.key, same).filter((each) => same.includes(each.key) || each.ties?.same.includes(row.key) === true);
  const settled = new Set([...tied.map((each) => each.key), ...other]);
  return {
    same: tied.map((each) => ({ ...shown(each), lead: null })),
    maybeSame: maybeSame(index, person, row, settled),
    earlier: earlier(index, staff, person, row, new Set(tied.map((each) => each.key))),
  };
}

function shown({ key, at, words, status, route, priority, outcome }: RegisterRow): OtherConcern {
  return { ref: key, at, subject: (words['subject'] ?? '').slice(0, 160), status: status === 'new' || status === 'closed' ? status : 'open', route, priority, outcome };
}

/** Alike in more than the week and the kind of matter, the likeliest first. */
function maybeSame(index: RelatedDeps['index'], person: Person, row: RegisterRow, settled: ReadonlySet<string>): Related['maybeSame'] {
  const account = accountOfRow(row);
  const rows = index.near(person, { key: row.key, at: row.at, withinMs, phrases: phrasesOf(account), files: account.files, limit: mostCompared });
  const others = rows.map((each) => ({ row: each, account: accountOfRow(each) }));
  const elsewhere = others.filter((each) => Math.abs(each.account.at - account.at) > sameWeekMs).map((each) => each.account);
  return others.filter((each) => !settled.has(each.row.key)).flatMap((each) => {
    const likeness = sameIncident(account, each.account, (what) => elsewhere.filter((one) => one !== each.account && holds(one, what)).length);
    return likeness === null ? [] : [{ ...shown(each.row), reasons: likeness.reasons, score: likeness.score }];
  }).sort((a, b) => b.score - a.score || (a.ref < b.ref ? -1 : 1)).slice(0, mostShown).map(({ score: _, ...rest }) => rest);
}

function holds(account: Account, what: string): boolean {
  return account.words.has(what) || account.files.includes(what) || account.names.some((each) => each.first === what || each.last === what);
}

/** Words to look for: names, what is quoted, and the longest of those that tell something. */
function phrasesOf({ names, quotes, words }: Account): string[] {
  const longest = [...words.values()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return [...new Set([...names.flatMap((each) => [each.last, each.first]), ...quotes.keys(), ...longest].filter((each) => each.length > 1))].slice(0, mostWords);
}

function accountOfRow(row: RegisterRow): Account {
  const { words } = row;
  return accountOf({
    ref: row.key, at: row.at, texts: writtenIn(row), subjects: [words['subject'] ?? '', words['joined.subject'] ?? ''].filter((each) => each !== ''),
    reporters: Object.entries(row.reporterWords).flatMap(([key, text]) => (key.endsWith('.name') ? [text] : [])), files: row.ties?.files ?? [],
  });
}

/** What came in by mail: the summary, and the quotes that go on where it ends. Never what staff wrote. */
function writtenIn({ words }: RegisterRow): string[] {
  const texts = [words['summary'] ?? '', words['joined.summary'] ?? ''].filter((each) => each !== '');
  const quotes = Object.entries(words).flatMap(([key, text]) => (key.startsWith('quote.') && !texts.some((each) => each.includes(text)) ? [text] : []));
  return [...texts, ...quotes];
}

const mostNames = 8;

/** Never those in which nothing was found: an accusation that came to nothing does not count against anybody. */
function earlier(index: RelatedDeps['index'], staff: readonly SchoolPerson[], person: Person, row: RegisterRow, same: ReadonlySet<string>): Related['earlier'] {
  const household = householdOf(row, staff);
  const names = [...new Set(household.adults.map((each) => each.last))].slice(0, mostNames);
  const about = row.audience.not;
  return index.earlier(person, { key: row.key, before: row.at, names, about, limit: mostCompared }).flatMap((each) => {
    if (each.outcome === 'unfounded' || each.route === 'not-a-concern' || same.has(each.key)) return [];
    if (each.audience.not.some((oid) => about.includes(oid))) return [{ ...shown(each), kind: 'adult' as const, reason: 'Both may be about the same member of staff' }];
    const found = sameAdult(household, householdOf(each, staff));
    return found === null ? [] : [{ ...shown(each), ...found }];
  });
}

/** Named in the mail, typed in as the one it is about, or written to. Somebody who only told us is not among them. */
function householdOf(row: RegisterRow, staff: readonly SchoolPerson[]): Household {
  const { words } = row;
  const written = [words['subject'] ?? '', ...writtenIn(row)].join('\n\n');
  const typed = Object.entries(words).flatMap(([key, text]) => (/^[pr]\d+\.name$|^proposal\.\d+\.letter\.to$/.test(key) ? [text] : []));
  const addresses = Object.entries(words).flatMap(([key, text]) => (/^[pr]\d+\.address$|^proposal\.\d+\.letter\.address$/.test(key) ? [text] : []));
  const told = Object.entries(row.reporterWords).flatMap(([key, text]) => (key.endsWith('.name') ? adultCalled(text) : []));
  const adults = distinct([...adultsNamed(written, (name) => isStaff(name, staff)), ...typed.flatMap(adultCalled)]);
  return {
    adults: adults.filter((each) => !told.some((one) => one.last === each.last && (one.first === each.first || each.first === ''))),
    addresses: addressesIn([written, ...addresses].join('\n')),
  };
}

function isStaff({ first, last }: NamedPerson, staff: readonly SchoolPerson[]): boolean {
  return staff.some(({ displayName }) => {
    const words = displayName.toLowerCase().split(/\s+/);
    return words.at(-1) === last && (first === '' || words[0] === first);
  });
}
