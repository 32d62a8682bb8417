import type { RegisterIndex, RegisterRow, SchoolPerson, WholeRow } from '../ports.ts';
import { accountOf, type Account } from './rules/account.ts';
import { adultCalled, adultsNamed, distinct } from './rules/adults-named.ts';
import type { NamedPerson } from './rules/names-in-text.ts';
import { addressesIn, type Household } from './rules/same-adult.ts';

/** What of a row is compared, worked out once for each version of it. */
export interface RowTraces { row: RegisterRow; account: () => Account; household: () => Household }

const mostKept = 600;
const kept = new WeakMap<object, Map<string, RowTraces>>();

/** The traces of a row, kept beside its index so that no school's are mixed with another's. */
export function tracesIn(index: Pick<RegisterIndex, 'near'>, staff: readonly SchoolPerson[]): (whole: WholeRow) => RowTraces {
  const known = kept.get(index) ?? new Map<string, RowTraces>();
  kept.set(index, known);
  return (whole) => {
    const name = `${whole.key} ${String(whole.version)}`;
    const found = known.get(name) ?? tracesOf(whole.read(), staff);
    known.delete(name);
    known.set(name, found);
    if (known.size > mostKept) known.delete(known.keys().next().value ?? '');
    return found;
  };
}

export function tracesOf(row: RegisterRow, staff: readonly SchoolPerson[]): RowTraces {
  let account: Account | null = null;
  let household: Household | null = null;
  return { row, account: () => account ??= accountOfRow(row), household: () => household ??= householdOf(row, staff) };
}

function accountOfRow(row: RegisterRow): Account {
  const { words } = row;
  return accountOf({
    ref: row.key, at: row.at, texts: writtenIn(row), subjects: [words['subject'] ?? '', words['joined.subject'] ?? ''].filter((each) => each !== ''),
    reporters: reportersOf(row), files: row.ties?.files ?? [],
  });
}

/** What came in by mail: the summary, and the quotes that go on where it ends. Never what staff wrote. */
function writtenIn({ words }: RegisterRow): string[] {
  const texts = [words['summary'] ?? '', words['joined.summary'] ?? ''].filter((each) => each !== '');
  const quotes = Object.entries(words).flatMap(([key, text]) => (key.startsWith('quote.') && !texts.some((each) => each.includes(text)) ? [text] : []));
  return [...texts, ...quotes];
}

function reportersOf({ reporterWords }: RegisterRow): string[] {
  return Object.entries(reporterWords).flatMap(([key, text]) => (key.endsWith('.name') ? [text] : []));
}

/** Named in the mail, typed in as the one it is about, or written to. Somebody who only told us is not among them. */
function householdOf(row: RegisterRow, staff: readonly SchoolPerson[]): Household {
  const { words } = row;
  const written = [words['subject'] ?? '', ...writtenIn(row)].join('\n\n');
  const typed = Object.entries(words).flatMap(([key, text]) => (/^[pr]\d+\.name$|^proposal\.\d+\.letter\.to$/.test(key) ? [text] : []));
  const addresses = Object.entries(words).flatMap(([key, text]) => (/^[pr]\d+\.address$|^proposal\.\d+\.letter\.address$/.test(key) ? [text] : []));
  const told = reportersOf(row).flatMap(adultCalled);
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
