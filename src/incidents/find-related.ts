import type { Person } from '../concern/rules/words-of-the-school.ts';
import type { RegisterIndex, RegisterRow, SchoolPerson } from '../ports.ts';
import { tracesIn, tracesOf, type RowTraces } from './row-traces.ts';
import type { Account } from './rules/account.ts';
import type { OtherConcern, Related } from './rules/related.ts';
import { sameAdult } from './rules/same-adult.ts';
import { sameIncident } from './rules/same-incident.ts';

export interface RelatedDeps {
  index: Pick<RegisterIndex, 'near' | 'earlier' | 'tied'>;
  /** The school's own people, as last read: they are found by who they are, not by name. */
  staff: readonly SchoolPerson[];
}

/** What is asked about: the row of the concern as it is now, and what a person said of it. */
export interface Asked { row: RegisterRow; same: readonly string[]; other: readonly string[] }

const day = 24 * 3_600_000;
/** Reports of one incident come within weeks; later ones are told as earlier concerns. */
const withinMs = 30 * day;
/** Of a month's concerns the nearest in time; a busy school has fewer. */
const mostNear = 200;
const mostEarlier = 50;
const mostNames = 8;
const mostShown = 5;
/** What also stands in concerns of other weeks is the usual thing. */
const sameWeekMs = 7 * day;

/** What may belong with this concern, found through the index, so that `mayKnow` is asked before anything is compared. */
export function findRelated({ index, staff }: RelatedDeps, person: Person, { row, same, other }: Asked): Related {
  const tied = index.tied(person, row.key, same).filter((each) => same.includes(each.key) || each.ties?.same.includes(row.key) === true);
  const settled = new Set([...tied.map((each) => each.key), ...other]);
  const traces = tracesIn(index, staff);
  const asked = tracesOf(row, staff);
  const near = index.near(person, { key: row.key, at: row.at, withinMs, limit: mostNear }).map(traces);
  const names = [...new Set(asked.household().adults.map((each) => each.last))].slice(0, mostNames);
  const before = index.earlier(person, { key: row.key, before: row.at, names, about: row.audience.not, limit: mostEarlier }).map(traces);
  return {
    same: tied.map((each) => ({ ...shown(each), lead: null })),
    maybeSame: maybeSame(asked, near, settled),
    earlier: earlier(asked, before.filter((each) => !tied.some((one) => one.key === each.row.key))),
  };
}

function shown({ key, at, words, status, route, priority, outcome }: RegisterRow): OtherConcern {
  return { ref: key, at, subject: (words['subject'] ?? '').slice(0, 160), status: status === 'new' || status === 'closed' ? status : 'open', route, priority, outcome };
}

/** Alike in more than the week and the kind of matter, the likeliest first. */
function maybeSame(asked: RowTraces, near: readonly RowTraces[], settled: ReadonlySet<string>): Related['maybeSame'] {
  const account = asked.account();
  const usual = usualIn(near.map((each) => each.account()).filter((each) => Math.abs(each.at - account.at) > sameWeekMs));
  return near.filter((each) => !settled.has(each.row.key)).flatMap((each) => {
    const likeness = sameIncident(account, each.account(), (what) => usual(what, each.row.key));
    return likeness === null ? [] : [{ ...shown(each.row), reasons: likeness.reasons, score: likeness.score }];
  }).sort((a, b) => b.score - a.score || (a.ref < b.ref ? -1 : 1)).slice(0, mostShown).map(({ score: _, ...rest }) => rest);
}

/** In how many concerns of other weeks a name, word or file stands, the one that is compared apart. */
function usualIn(elsewhere: readonly Account[]): (what: string, but: string) => number {
  const counted = new Map<string, ReadonlySet<string>>();
  return (what, but) => {
    const refs = counted.get(what) ?? new Set(elsewhere.filter((each) => holds(each, what)).map((each) => each.ref));
    counted.set(what, refs);
    return refs.size - (refs.has(but) ? 1 : 0);
  };
}

function holds(account: Account, what: string): boolean {
  return account.words.has(what) || account.files.includes(what) || account.names.some((each) => each.first === what || each.last === what);
}

/** Never those in which nothing was found: an accusation that came to nothing does not count against anybody. Newest first. */
function earlier(asked: RowTraces, before: readonly RowTraces[]): Related['earlier'] {
  const about = asked.row.audience.not;
  return before.flatMap(({ row, household }) => {
    if (row.outcome === 'unfounded' || row.route === 'not-a-concern') return [];
    if (row.audience.not.some((oid) => about.includes(oid))) return [{ ...shown(row), kind: 'adult' as const, reason: 'Both may be about the same member of staff' }];
    const found = sameAdult(asked.household(), household());
    return found === null ? [] : [{ ...shown(row), ...found }];
  }).sort((a, b) => b.at - a.at || (a.ref < b.ref ? -1 : 1));
}
