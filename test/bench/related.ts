import { findRelated, type Asked } from '../../src/incidents/find-related.ts';
import type { Person } from '../../src/concern/rules/words-of-the-school.ts';
import type { RegisterRow } from '../../src/ports.ts';
import { openSearchIndex } from '../../src/register/search-index.ts';

const day = 24 * 3_600_000;
const newest = Date.parse('2026-11-24T09:00:00Z');
const head: Person = { oid: 'head', roles: ['head'] };
const asks = 60;
/** A busy school: as many in a month at either size, so that the larger register is that of more years. */
const perDay = 3;

/** What may belong with a concern, at 1,000 concerns and at 50,000: the median of 60 different ones of the last weeks, each the best of three. */
export function benchRelated(): Promise<Record<string, unknown>> {
  const small = measure(1_000);
  const large = measure(50_000);
  return Promise.resolve({
    bench: 'related concerns', medianMsAt1000: small.median, p90MsAt1000: small.p90, medianMsAt50000: large.median, p90MsAt50000: large.p90, ratio: round(large.median / small.median), found: small.found / 3,
  });
}

function measure(count: number): { median: number; p90: number; found: number } {
  const rows = Array.from({ length: count }, (_, n) => rowOf(n, count));
  const index = openSearchIndex();
  index.load(rows);
  const asked: Asked[] = rows.slice(-asks).map((row) => ({ row, same: [], other: [] }));
  let found = 0;
  for (const each of asked.slice(0, 10)) findRelated({ index, staff: [] }, head, each);
  const times = asked.map((each) => {
    const once = (): number => {
      const start = performance.now();
      const related = findRelated({ index, staff: [] }, head, each);
      found += related.maybeSame.length + related.earlier.length;
      return performance.now() - start;
    };
    return Math.min(once(), once(), once());
  }).sort((a, b) => a - b);
  return { median: round(times[asks / 2] ?? 0), p90: round(times[Math.floor(asks * 0.9)] ?? 0), found };
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}

const firsts = ['Kevin', 'Laila', 'Marta', 'Idris', 'Joanne', 'Tomasz', 'Yasmin', 'Owen', 'Bethan', 'Chidi', 'Sunita', 'Aled', 'Rosa', 'Femi', 'Greta', 'Hassan', 'Ines', 'Jakub', 'Keira', 'Liban'];
const lasts = ['Doyle', 'Haddad', 'Prosser', 'Adeyemi', 'Pike', 'Nowak', 'Malik', 'Reilly', 'Turner', 'Okoro', 'Patel', 'Vaughan', 'Silva', 'Bello', 'Lindgren', 'Osman', 'Costa', 'Zielinski', 'Byrne', 'Warsame'];
const places = ['gate', 'playground', 'crossing', 'swimming pool', 'dining hall', 'library', 'bus stop', 'football pitch', 'car park', 'church hall'];
const deeds = ['shouted at the caretaker', 'swore at a grandmother', 'called the cleaner a thief', 'posted a video of a tantrum', 'laughed at a stammer', 'threw coffee over somebody', 'spread rumours about the fair money', 'mocked an accent', 'blocked the zigzag lines', 'pushed a buggy aside'];
const filler = 'honestly weary embarrassed several neighbours witnessed everything pavement umbrella breakfast rehearsal harvest costume lantern recorder assembly whistle corridor puddle bicycle rucksack'.split(' ');

/** Three concerns a day, each with its own people and words, of some four hundred families. */
function rowOf(n: number, count: number): RegisterRow {
  const pick = <T>(list: readonly T[], salt: number): T => list[Math.abs(Math.imul(n + 1, 2_654_435_761 + salt * 40_503) >>> 7) % list.length] as T;
  const surname = `${pick(lasts, 1)}${n % 7 === 0 ? '' : `-${pick(lasts, 2)}`}`;
  const words = Array.from({ length: 60 }, (_, k) => pick(filler, k + 10)).join(' ');
  return {
    key: `GRV-26-${String(n).padStart(5, '0')}`, kind: 'concern', version: 1, audience: { kind: 'ordinary', roles: ['head', 'slt'], not: [], also: [] }, status: 'open', route: 'conduct', priority: 'P2',
    at: newest - Math.floor((count - n) * (day / perDay)), outcome: null, nextAt: null, waitsFor: { roles: [], oids: [] }, reporterWords: {}, ties: { same: [], files: [] },
    words: { subject: `At the ${pick(places, 4)}`, summary: `On Monday ${pick(firsts, 5)} ${surname} ${pick(deeds, 6)} at the ${pick(places, 4)} in front of Year ${String(1 + n % 6)}. ${words}.` },
  };
}
