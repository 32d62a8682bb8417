import { TenantFault } from '../route.ts';

/** What a `$filter` compares, and whether a record passes. `paths` lets a service refuse what it cannot filter on. */
export interface Filter { paths: string[]; holds: (valueAt: (path: string) => unknown) => boolean }

type Holds = Filter['holds'];

/** Reads the part of OData's filter language that Graph's own services share: comparisons, startswith, and, or, brackets. */
export function parseFilter(text: string): Filter {
  const tokens = text.match(/'(?:[^']|'')*'|[(),]|[^\s(),']+/g) ?? [];
  const paths: string[] = [];
  let at = 0;
  const refuse = (): never => { throw new TenantFault(400, 'BadRequest', `Invalid filter clause: ${text}`); };
  const take = (): string => tokens[at++] ?? refuse();
  const expect = (wanted: string): void => { if (take() !== wanted) refuse(); };

  function either(): Holds {
    let left = both();
    while (tokens[at] === 'or') { at++; const a = left; const b = both(); left = (v) => a(v) || b(v); }
    return left;
  }
  function both(): Holds {
    let left = one();
    while (tokens[at] === 'and') { at++; const a = left; const b = one(); left = (v) => a(v) && b(v); }
    return left;
  }
  function one(): Holds {
    const first = take();
    if (first === '(') { const inner = either(); expect(')'); return inner; }
    if (first === 'not') { const inner = one(); return (v) => !inner(v); }
    if (first === 'startswith') return startsWith();
    paths.push(first);
    return comparison(first, take(), literal(take()));
  }
  function startsWith(): Holds {
    expect('(');
    const path = take();
    expect(',');
    const start = literal(take());
    expect(')');
    paths.push(path);
    return (v) => plain(v(path)).startsWith(plain(start));
  }

  const holds = either();
  if (at !== tokens.length) refuse();
  return { paths, holds };
}

function comparison(path: string, operator: string, wanted: unknown): Holds {
  const test = comparisons[operator];
  if (test === undefined) throw new TenantFault(400, 'BadRequest', `Invalid filter clause: unknown operator '${operator}'.`);
  return (valueAt) => test(order(valueAt(path), wanted));
}

const comparisons: Record<string, (order: number) => boolean> = {
  eq: (n) => n === 0, ne: (n) => n !== 0, gt: (n) => n > 0, ge: (n) => n >= 0, lt: (n) => n < 0, le: (n) => n <= 0,
};

/** Numbers as numbers, dates as moments, everything else as text without regard to case, as the services compare. */
function order(value: unknown, wanted: unknown): number {
  if (value === null || value === undefined) return wanted === null ? 0 : Number.NaN;
  if (typeof wanted === 'number') return Number(value) - wanted;
  const moments = [value, wanted].map((one) => (isDate(one) ? Date.parse(one) : Number.NaN));
  if (moments.every((one) => !Number.isNaN(one))) return (moments[0] ?? 0) - (moments[1] ?? 0);
  const [a, b] = [plain(value), plain(wanted)];
  return a === b ? 0 : a < b ? -1 : 1;
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d(T|$)/.test(value);
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value.toLowerCase() : JSON.stringify(value ?? null);
}

function literal(token: string): unknown {
  if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
  if (token === 'null') return null;
  if (token === 'true' || token === 'false') return token === 'true';
  return Number.isNaN(Number(token)) ? token : Number(token);
}
