import { Fault, type EventRow, type HeadRow, type LogCommit } from '../ports.ts';
import { bytesOnTheWire } from './account/ascii-body.ts';

/** A string property of a table row holds 32,768 UTF-16 units; head texts stay under 32,000. */
const HEAD_TEXT = 32_000;
/** An event's body and its item: 16 KB each, counted as storage counts. Longer texts are sealed blobs. */
const EVENT_TEXT = 16_384;
/** Entity-group transactions: at most 100 rows and 4 MiB. */
const ROWS = 100;
const BYTES = 3_500_000;

/** Refuses a commit that storage could not hold, with a sentence for whoever built it. Held by every `LogStore`, the fake too. */
export function refuseTooLarge(ref: string, commit: LogCommit): void {
  refuseHead(ref, commit.head);
  for (const event of commit.events) refuseEvent(ref, event);
  const rows = 1 + (commit.done ? 1 : 0) + commit.events.length + commit.events.filter((event) => event.item).length + (commit.removeItems?.length ?? 0);
  if (rows > ROWS) throw tooLarge(`A commit of ${ref} has ${String(rows)} rows and storage takes ${String(ROWS)} at once`, 'Commit it in parts.');
  const bytes = commit.events.reduce((sum, event) => sum + bytesOnTheWire(event.body) + bytesOnTheWire(event.item?.text ?? ''), 0);
  if (bytes > BYTES) throw tooLarge(`A commit of ${ref} has ${String(bytes)} bytes and storage takes ${String(BYTES)} at once`, 'Commit it in parts.');
}

function refuseHead(ref: string, head: HeadRow): void {
  for (const name of ['state', 'words', 'recent'] as const) {
    if (head[name].length < HEAD_TEXT) continue;
    throw tooLarge(`The head of ${ref} has ${String(head[name].length)} characters of ${name} and may have ${String(HEAD_TEXT)}`, 'Fold less into it.');
  }
}

function refuseEvent(ref: string, event: EventRow): void {
  if (event.body.length > EVENT_TEXT) throw tooLarge(`The body of event ${String(event.n)} of ${ref} is over 16 KB`, 'Seal long texts as a file.');
  if ((event.item?.text.length ?? 0) > EVENT_TEXT) throw tooLarge(`The words of event ${String(event.n)} of ${ref} are over 16 KB`, 'Seal long texts as a file.');
}

function tooLarge(what: string, advice: string): Fault {
  return new Fault(`${what}. ${advice}`, 'never');
}
