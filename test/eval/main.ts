// `npm run eval:mail [-- FOLDER…] [--misses] [--json]`: how well labelled mail is read, as a table. A look, never a test.
// The word lists were tuned on the mails with odd numbers, and the model has learnt from both halves: what to expect of a school's own mail
// is what `unseen` shows, which nobody tuned on, the plain texts that wait to be learnt, and the cross-validation that `npm run train:mail` prints.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { figures } from './figures.ts';
import { halves, readPart, type Reading } from './read-labelled.ts';
import { count, printTable } from './table.ts';
import { printNotLearnt } from './train/cross-validation.ts';
import { trainingTexts } from './train/training-texts.ts';

const given = process.argv.slice(2);
const folders = given.filter((word) => !word.startsWith('--'));
const readings = (await Promise.all(partsOf(folders.length > 0 ? folders : [join('test', 'fixtures', 'mail')]).map(readPart))).flat();
const columns = halves.map((name) => ({ name, readings: readings.filter((reading) => reading.half === name) })).filter((column) => column.readings.length > 0);
if (readings.length === 0) {
  console.error('No labelled mail was found: a part is a folder with mails and a labels.json.');
  process.exitCode = 2;
} else if (given.includes('--json')) console.log(JSON.stringify(asJson(readings), null, 1));
else {
  console.log(`${String(readings.length)} mails, ${median(readings).toFixed(1)} ms each (median)\n`);
  printTable(columns, given.includes('--misses'));
  if (folders.length === 0) {
    const waiting = await trainingTexts(join('test', 'fixtures', 'mail-texts', 'not-learnt-yet'), []);
    console.log(`\n${String(waiting.length)} plain texts that nobody has learnt from, written to be hard\n`);
    printNotLearnt(waiting);
  }
}

/** A folder with labels is a part itself, else each folder in it that has some. */
function partsOf(places: readonly string[]): string[] {
  return places.flatMap((place) => {
    const inside = existsSync(place) ? readdirSync(place).sort().map((name) => join(place, name)) : [];
    return [place, ...inside].filter((folder) => existsSync(join(folder, 'labels.json')));
  });
}

function median(all: readonly Reading[]): number {
  return [...all.map((reading) => reading.milliseconds)].sort((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0;
}

function asJson(all: readonly Reading[]): unknown {
  return {
    mails: all.length, milliseconds: median(all),
    figures: figures.map((figure) => ({
      name: figure.name, aim: figure.aim,
      ...Object.fromEntries(columns.map(({ name, readings: among }) => {
        const { of, misses } = count(figure, among);
        return [name, { of, misses: misses.map((miss) => `${miss.part}/${miss.label.file}`) }];
      })),
    })),
  };
}
