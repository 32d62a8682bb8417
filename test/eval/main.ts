// `npm run eval:mail [-- FOLDER…] [--misses] [--json]`: how well labelled mail is read, as a table. A look, never a test.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { figures, type Figure } from './figures.ts';
import { readPart, type Reading } from './read-labelled.ts';

interface Count { of: number; misses: Reading[] }

const halves = ['tuned', 'held out'] as const;
const given = process.argv.slice(2);
const folders = given.filter((word) => !word.startsWith('--'));
const readings = (await Promise.all(partsOf(folders.length > 0 ? folders : [join('test', 'fixtures', 'mail')]).map(readPart))).flat();
if (readings.length === 0) {
  console.error('No labelled mail was found: a part is a folder with mails and a labels.json.');
  process.exitCode = 2;
} else if (given.includes('--json')) console.log(JSON.stringify(asJson(readings), null, 1));
else printTable(readings, given.includes('--misses'));

/** A folder with labels is a part itself, else each folder in it that has some. */
function partsOf(places: readonly string[]): string[] {
  return places.flatMap((place) => {
    const inside = existsSync(place) ? readdirSync(place).sort().map((name) => join(place, name)) : [];
    return [place, ...inside].filter((folder) => existsSync(join(folder, 'labels.json')));
  });
}

function count(figure: Figure, among: readonly Reading[]): Count {
  const counted = among.filter(figure.counts);
  return { of: counted.length, misses: counted.filter(figure.isMiss) };
}

function printTable(all: readonly Reading[], withMisses: boolean): void {
  console.log(`${String(all.length)} mails, ${median(all).toFixed(1)} ms each (median)\n`);
  console.log(row('', 'tuned', 'held out', 'aim'));
  for (const figure of figures) {
    const [tuned, heldOut] = halves.map((half) => inWords(figure, count(figure, all.filter((reading) => reading.half === half))));
    console.log(row(figure.name, tuned ?? '', heldOut ?? '', aimInWords(figure)));
    if (withMisses) for (const miss of count(figure, all).misses) console.log(`    ${missInWords(miss)}`);
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

/** Of a held-out mail no more than its number: whoever tunes the rules must not learn from it. */
function missInWords({ part, label, half, understood, crash }: Reading): string {
  if (half === 'held out') return `${part}/${label.file.slice(0, 3)} (held out)`;
  if (understood === null) return `${part}/${label.file}: ${crash ?? ''}`;
  const { route, priority, author, reason } = understood;
  return `${part}/${label.file}: ${priority} ${route}, ${author?.email ?? author?.name ?? 'author unknown'}. ${reason} Wanted ${label.priorities.join('/')} ${label.routes.join('/')}.`;
}

function median(all: readonly Reading[]): number {
  return [...all.map((reading) => reading.milliseconds)].sort((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0;
}

function asJson(all: readonly Reading[]): unknown {
  return {
    mails: all.length, milliseconds: median(all),
    figures: figures.map((figure) => ({
      name: figure.name, aim: figure.aim,
      ...Object.fromEntries(halves.map((half) => {
        const { of, misses } = count(figure, all.filter((reading) => reading.half === half));
        return [half, { of, misses: misses.map((miss) => `${miss.part}/${miss.label.file}`) }];
      })),
    })),
  };
}
