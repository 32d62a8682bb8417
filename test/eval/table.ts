import { figures, type Figure } from './figures.ts';
import type { Reading } from './read-labelled.ts';

/** A column of the table: readings that are counted together. */
export interface Column { name: string; readings: readonly Reading[] }

export interface Count { of: number; misses: Reading[] }

export function count(figure: Figure, among: readonly Reading[]): Count {
  const counted = among.filter(figure.counts);
  return { of: counted.length, misses: counted.filter(figure.isMiss) };
}

/** The figures as a table, below each (on asking) the mails that missed it. */
export function printTable(columns: readonly Column[], withMisses: boolean, shown: readonly Figure[] = figures): void {
  console.log(row('', ...columns.map(({ name }) => name), 'aim'));
  for (const figure of shown) {
    console.log(row(figure.name, ...columns.map(({ readings }) => inWords(figure, count(figure, readings))), aimInWords(figure)));
    if (withMisses) for (const { readings } of columns) for (const miss of count(figure, readings).misses) console.log(`    ${missInWords(miss)}`);
  }
}

function row(name: string, ...cells: string[]): string {
  return name.padEnd(36) + cells.map((cell) => cell.padStart(18)).join('');
}

function inWords(figure: Figure, { of, misses }: Count): string {
  if (figure.shown === 'number') return `${String(misses.length)} of ${String(of)}`;
  const share = of === 0 ? 0 : misses.length / of;
  const shown = figure.shown === 'missed' ? misses.length : of - misses.length;
  return `${(100 * (figure.shown === 'missed' ? share : 1 - share)).toFixed(1)} % (${String(shown)}/${String(of)})`;
}

function aimInWords({ aim, shown }: Figure): string {
  if (aim === null) return '';
  const number = (value: number): string => (shown === 'number' ? String(value) : `${String(Number((100 * value).toFixed(1)))} %`);
  return 'atLeast' in aim ? `at least ${number(aim.atLeast)}` : `at most ${number(aim.atMost)}`;
}

/** Of a mail that nothing was tuned on no more than its number: whoever tunes must not learn from it. */
function missInWords({ part, label, half, understood, crash }: Reading): string {
  if (half !== 'tuned') return `${part}/${label.file.slice(0, 3)} (${half})`;
  if (understood === null) return `${part}/${label.file}: ${crash ?? ''}`;
  const { route, priority, author, reason } = understood;
  return `${part}/${label.file}: ${priority} ${route}, ${author?.email ?? author?.name ?? 'author unknown'}. ${reason} Wanted ${label.priorities.join('/')} ${label.routes.join('/')}.`;
}
