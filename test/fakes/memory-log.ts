import type { Done } from '../../src/concern/rules/done.ts';
import { Conflict, type EventRow, type HeadRow, type LogCommit, type LogStore } from '../../src/ports.ts';
import { refuseTooLarge } from '../../src/storage/log-limits.ts';

interface Kept<T> { value: T; etag: string }
interface Partition { head: Kept<HeadRow> | null; done: Kept<Done> | null; events: Map<number, EventRow> }

/** The one in-memory fake: a `LogStore` for the model check, held to the same suite as the real one. Everything in and out is a copy. */
export function memoryLog(): LogStore {
  const partitions = new Map<string, Partition>();
  let writes = 0;
  const keep = <T>(value: T): Kept<T> => ({ value: structuredClone(value), etag: `W/"${String(writes += 1)}"` });
  const at = (ref: string): Partition => partitions.get(ref) ?? { head: null, done: null, events: new Map() };
  return {
    load: (ref) => settled(() => {
      const { head, done } = structuredClone(at(ref));
      return { head: head?.value ?? null, headEtag: head?.etag ?? null, done: done?.value ?? null, doneEtag: done?.etag ?? null };
    }),
    append: (ref, commit) => settled(() => {
      refuseTooLarge(ref, commit);
      const now = at(ref);
      refuseConflict(now, commit);
      const done = commit.done ? keep(commit.done.done) : now.done;
      const next = { head: keep(commit.head), done, events: eventsAfter(now, commit) };
      partitions.set(ref, next);
      return { headEtag: next.head.etag, doneEtag: commit.done ? done?.etag ?? null : null };
    }),
    saveDone: (ref, done, etag) => settled(() => {
      const now = at(ref);
      refuseStale(now.done, etag);
      const kept = keep(done);
      partitions.set(ref, { ...now, done: kept });
      return kept.etag;
    }),
    events: (ref) => settled(() => structuredClone([...at(ref).events.values()].sort((a, b) => a.n - b.n))),
    event: (ref, n) => settled(() => structuredClone(at(ref).events.get(n) ?? null)),
    references: () => settled(() => [...partitions].filter(([, partition]) => partition.head).map(([ref]) => ref).sort()),
  };
}

function refuseConflict(now: Partition, commit: LogCommit): void {
  refuseStale(now.head, commit.headEtag);
  if (commit.done) refuseStale(now.done, commit.done.etag);
  if (commit.events.some((event) => now.events.has(event.n))) throw new Conflict('Somebody else wrote first. Read it again.');
}

function refuseStale(kept: Kept<unknown> | null, etag: string | null): void {
  if ((kept?.etag ?? null) !== etag) throw new Conflict('Somebody else wrote first. Read it again.');
}

function eventsAfter(now: Partition, commit: LogCommit): Map<number, EventRow> {
  const events = new Map(now.events);
  for (const event of commit.events) events.set(event.n, structuredClone(event));
  for (const n of commit.removeItems ?? []) {
    const event = events.get(n);
    if (event) events.set(n, { ...event, item: null });
  }
  return events;
}

/** Like the real one, answers and refusals come later. */
async function settled<T>(work: () => T): Promise<T> {
  await Promise.resolve();
  return work();
}
