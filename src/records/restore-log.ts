import { hashOfEvent } from '../concern/chain.ts';
import { fromRow } from '../concern/record.ts';
import { blankConcern } from '../concern/rules/concern.ts';
import { evolve } from '../concern/rules/evolve.ts';
import { foldWords, withoutItems, type HeadWords } from '../concern/rules/head-words.ts';
import { foldNumber } from '../concern/rules/upcast.ts';
import { Fault, type EventRow, type HeadRow, type Stores } from '../ports.ts';
import { parseJournal } from './journal-text.ts';

const rowsAtOnce = 40;

/** Builds one concern's rows again from its journal, into tables that hold nothing of it. Views are owed at once and follow. */
export async function restoreLog(stores: Pick<Stores, 'log' | 'journal'>, ref: string): Promise<number> {
  const text = await stores.journal.read(`${ref}.ndjson`);
  if (text === null) throw new Fault(`There is no journal of ${ref}.`, 'never');
  if ((await stores.log.load(ref)).head !== null) throw new Fault(`${ref} is in the tables already. Restore only what is missing there.`, 'never');
  const rows = parseJournal(text);
  let headEtag: string | null = null;
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const upTo = rows.slice(0, from + rowsAtOnce);
    ({ headEtag } = await stores.log.append(ref, { head: headOf(ref, upTo), headEtag, events: upTo.slice(from), done: null }));
  }
  return rows.length;
}

function headOf(ref: string, rows: readonly EventRow[]): HeadRow {
  let concern = blankConcern(ref);
  let words: HeadWords = {};
  let hash = '';
  let at = 0;
  const recent: string[] = [];
  for (const row of rows) {
    if (hashOfEvent(hash, row.n, row.body) !== row.hash) throw new Fault(`The journal of ${ref} does not hold at entry ${String(row.n)}.`, 'never');
    const read = fromRow(row);
    concern = evolve(concern, read.event);
    words = foldWords(words, read.event, read.words ?? undefined);
    if (read.event.data.type === 'items-removed') words = withoutItems(words, read.event.data.items);
    hash = row.hash;
    at = read.event.at;
    if (recent.at(-1) !== read.event.command) recent.push(read.event.command);
  }
  return { version: rows.length, hash, at, fold: foldNumber, state: JSON.stringify(concern), words: JSON.stringify(words), recent: JSON.stringify(recent.slice(-64)) };
}
