import { Fault, type HeadRow, type LoadedLog, type LogStore } from '../ports.ts';
import { blankConcern, type Concern } from './rules/concern.ts';
import { blankDone, type Done } from './rules/done.ts';
import type { HeadWords } from './rules/head-words.ts';
import { foldNumber } from './rules/upcast.ts';

/** One concern as two point gets give it: enough for every rule and every card. */
export interface Loaded {
  ref: string;
  version: number;
  hash: string;
  at: number;
  concern: Concern;
  words: HeadWords;
  /** Marks of the last 64 commands. */
  recent: string[];
  headEtag: string | null;
  done: Done;
  doneEtag: string | null;
}

export async function loadConcern(log: LogStore, ref: string): Promise<Loaded> {
  return fromLog(ref, await log.load(ref));
}

export function fromLog(ref: string, { head, headEtag, done, doneEtag }: LoadedLog): Loaded {
  const row = head ?? emptyHead;
  if (row.fold > foldNumber) throw new Fault('This concern was written by a newer release of Concern Desk. Update this one.', 'later');
  return {
    ref, version: row.version, hash: row.hash, at: row.at, headEtag, doneEtag,
    concern: head === null ? blankConcern(ref) : stateOf(ref, row.state),
    words: JSON.parse(row.words) as HeadWords,
    recent: JSON.parse(row.recent) as string[],
    done: done ?? blankDone,
  };
}

/** A state that an earlier release folded lacks what it did not know of. */
function stateOf(ref: string, text: string): Concern {
  const blank = blankConcern(ref);
  const state = JSON.parse(text) as Concern;
  return { ...blank, ...state, news: { ...blank.news, ...state.news } };
}

const emptyHead: HeadRow = { version: 0, hash: '', at: 0, fold: foldNumber, state: '', words: '{}', recent: '[]' };
