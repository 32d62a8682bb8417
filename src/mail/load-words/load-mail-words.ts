import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SettingsFault } from '../../config.ts';
import { compileWords, type MailWords } from '../rules/words/mail-words.ts';
import { withOwnWords, type OwnWords } from '../rules/words/own-words.ts';
import type { WordsData } from '../rules/words/words-data.ts';
import { ownWordsIn } from './own-words-in.ts';
import { shippedWordsIn } from './shipped-words-in.ts';
import { readWordsFile, type WordsFile } from './words-file.ts';

const here = dirname(fileURLToPath(import.meta.url));
/** Beside the source of this folder; what is built reads them there too, so that a change of words needs no build. */
const besideSource = join(here, '..', 'words');
const shippedFolder = existsSync(besideSource) ? besideSource : join(here, '..', '..', '..', '..', 'src', 'mail', 'words');

/** Words that cannot be used, a sentence for each thing that is wrong. The process does not start with them; mail waits in the mailbox. */
export class WordsFault extends SettingsFault {}

/** Larger is no list of words. */
const mostBytes = 2_000_000;

/** The words by which mail is judged: those that are shipped, and on top those of a school's own folder, where it has one. */
export function loadMailWords(folder: string | null): MailWords {
  return folder === null ? shippedWords() : compileWords(withOwnWords(shippedData(), loadOwn(folder, shippedData())));
}

/** What stands in a school's own folder, for whoever wants to know whether it is read. */
export function describeOwnWords(folder: string | null): string {
  const shipped = shippedData();
  if (folder === null) return `The school has no words of its own (MAIL_WORDS is empty); ${String(shipped.cues.length + shipped.signs.length)} cues and signs are shipped.`;
  const own = loadOwn(folder, shipped);
  const newLists = Object.keys(own.lists).filter((name) => shipped.lists[name] === undefined).length;
  const added = own.cues.length + own.signs.length + own.requests.length + own.topics.length + own.offices.length + newLists;
  const changes = [...own.changes.values(), ...Object.values(own.lists)];
  const off = changes.filter((each) => each.off).length;
  const taken = changes.reduce((sum, { without }) => sum + without.length, 0);
  return [
    `The school's own words are read from ${folder}. Files: ${String(yamlFilesIn(folder).length)}.`, `Entries of its own: ${String(added)}.`,
    `Shipped entries that it changes: ${String(changes.length - newLists - off)}; switched off: ${String(off)}; phrases taken away: ${String(taken)}.`,
  ].join(' ');
}

/** Shipped files are the same for as long as the process runs, and reading them takes a tenth of a second; a school's own are read each time. */
const shippedData = once(() => orFault<WordsData>(shippedWordsIn(readFolder(shippedFolder))));
const shippedWords = once(() => compileWords(shippedData()));

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function loadOwn(folder: string, shipped: WordsData): OwnWords {
  return orFault<OwnWords>(ownWordsIn(readFolder(folder), shipped));
}

function orFault<T extends WordsData | OwnWords>(found: T | string[]): T {
  if (Array.isArray(found)) throw new WordsFault(found.join('\n'));
  return found;
}

/** Every file in the order of their names. */
function readFolder(folder: string): WordsFile[] {
  const names = yamlFilesIn(folder);
  if (names.length === 0) throw new WordsFault(`The folder of words ${folder} holds no file that ends in .yaml. Put the words there, or leave MAIL_WORDS empty.`);
  const read = names.map((name) => readWordsFile(name, bytesOf(join(folder, name))));
  const problems = read.flatMap((each) => (Array.isArray(each) ? each : []));
  if (problems.length > 0) throw new WordsFault(problems.join('\n'));
  return read.flatMap((each) => (Array.isArray(each) ? [] : [each]));
}

function yamlFilesIn(folder: string): string[] {
  let names: string[];
  try { names = readdirSync(folder); } catch (cause) {
    throw new WordsFault(`The folder of words ${folder} cannot be read. Check MAIL_WORDS (or --words), and that this process may read it.`, { cause });
  }
  const misnamed = names.find((name) => /\.(yml|yaml\.txt|yml\.txt)$/i.test(name));
  if (misnamed !== undefined) throw new WordsFault(`${misnamed} is not read. Rename it so that it ends in .yaml.`);
  return names.filter((name) => name.endsWith('.yaml') && !name.startsWith('.')).sort((one, other) => (stem(one) < stem(other) ? -1 : 1));
}

/** "danger-words" before "danger-words-abroad". */
function stem(name: string): string {
  return name.slice(0, -'.yaml'.length);
}

function bytesOf(file: string): Uint8Array {
  try {
    if (statSync(file).size > mostBytes) throw new WordsFault(`${file} is larger than any list of words (2 MB).`);
    return readFileSync(file);
  } catch (cause) {
    if (cause instanceof WordsFault) throw cause;
    throw new WordsFault(`${file} cannot be read. Check that this process may read it.`, { cause });
  }
}
