import { describe, expect, test } from '@jest/globals';
import { blankDone } from '../../src/concern/rules/done.ts';
import { Conflict, Fault, type EventRow, type HeadRow, type LogCommit, type LogStore } from '../../src/ports.ts';

/** What every `LogStore` must do. */
export function logStoreSuite(name: string, open: () => LogStore): void {
  describe(`log store: ${name}`, () => {
    let number = 0;
    const nextRef = (): string => `TEST-26-${String(number += 1).padStart(4, '0')}`;

    test('an unknown concern has nothing', async () => {
      const log = open();
      const ref = nextRef();
      expect(await log.load(ref)).toEqual({ head: null, headEtag: null, done: null, doneEtag: null });
      expect(await log.events(ref)).toEqual([]);
      expect(await log.event(ref, 1)).toBeNull();
    });

    test('what was appended is read back exactly, head, lease, events and words', async () => {
      const log = open();
      const ref = nextRef();
      const done = { ...blankDone, lease: { by: 'worker-1', until: 1_795_000_000_000 } };
      const commit: LogCommit = { head: head(2), headEtag: null, events: [event(1, 'Năm chú bé 👦 — “quoted”'), event(2)], done: { done, etag: null } };
      const etags = await log.append(ref, commit);
      expect(await log.load(ref)).toEqual({ head: commit.head, done, ...etags });
      expect(await log.events(ref)).toEqual(commit.events);
      expect(await log.event(ref, 1)).toEqual(commit.events[0]);
      expect(await log.references()).toContain(ref);
    });

    test('the next append stands on the last one\'s etag; events come in order', async () => {
      const log = open();
      const ref = nextRef();
      const first = await log.append(ref, { head: head(1), headEtag: null, events: [event(1)], done: null });
      expect(first.doneEtag).toBeNull();
      await log.append(ref, { head: head(11), headEtag: first.headEtag, events: [event(11), event(2)], done: null });
      expect((await log.events(ref)).map((each) => each.n)).toEqual([1, 2, 11]);
      expect((await log.load(ref)).head).toEqual(head(11));
    });

    test('of two who append to the same version one is told, and nothing of theirs is kept', async () => {
      const log = open();
      const ref = nextRef();
      const { headEtag } = await log.append(ref, { head: head(1), headEtag: null, events: [event(1)], done: null });
      const tries = await Promise.allSettled(['a', 'b', 'c'].map((who, n) =>
        log.append(ref, { head: { ...head(2), state: `{"by":"${who}"}` }, headEtag, events: [event(2 + n, who)], done: { done: blankDone, etag: null } })));
      expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
      for (const each of tries) if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(Conflict);
      expect(await log.events(ref)).toHaveLength(2);
    });

    test('a first append refuses to overwrite a concern that is there', async () => {
      const log = open();
      const ref = nextRef();
      await log.append(ref, { head: head(1), headEtag: null, events: [event(1)], done: null });
      await expect(log.append(ref, { head: head(1), headEtag: null, events: [event(2)], done: null })).rejects.toBeInstanceOf(Conflict);
    });

    test('an event is never written over, even on the right head', async () => {
      const log = open();
      const ref = nextRef();
      const { headEtag } = await log.append(ref, { head: head(1), headEtag: null, events: [event(1, 'first')], done: null });
      await expect(log.append(ref, { head: head(2), headEtag, events: [event(1, 'second')], done: null })).rejects.toBeInstanceOf(Conflict);
      expect((await log.load(ref)).head?.version).toBe(1);
    });

    test('a lease taken by somebody else stops the append, and the head stays as it was', async () => {
      const log = open();
      const ref = nextRef();
      const first = await log.append(ref, { head: head(1), headEtag: null, events: [event(1)], done: { done: blankDone, etag: null } });
      const etag = await log.saveDone(ref, { ...blankDone, tried: { letter: 1 } }, first.doneEtag);
      await expect(log.append(ref, { head: head(2), headEtag: first.headEtag, events: [event(2)], done: { done: blankDone, etag: first.doneEtag } })).rejects.toBeInstanceOf(Conflict);
      expect(await log.load(ref)).toMatchObject({ head: head(1), done: { tried: { letter: 1 } }, doneEtag: etag });
    });

    test('the row of what was done is saved on its own etag, and may be long', async () => {
      const log = open();
      const ref = nextRef();
      const files = Object.fromEntries(Array.from({ length: 900 }, (_, n) => [`exhibit-${String(n)}`, 'https://school.example/sites/concerns/😀'.repeat(2)]));
      const etag = await log.saveDone(ref, { ...blankDone, views: { folder: { shows: 3, files } } }, null);
      await expect(log.saveDone(ref, blankDone, null)).rejects.toBeInstanceOf(Conflict);
      expect((await log.load(ref)).done?.views.folder?.files).toEqual(files);
      await log.saveDone(ref, blankDone, etag);
      await expect(log.saveDone(ref, blankDone, etag)).rejects.toBeInstanceOf(Conflict);
      expect((await log.load(ref)).done).toEqual(blankDone);
    });

    test('an item is removed with the commit that says so, twice is harmless, and the event stays', async () => {
      const log = open();
      const ref = nextRef();
      const first = await log.append(ref, { head: head(1), headEtag: null, events: [event(1, 'a name')], done: null });
      const second = await log.append(ref, { head: head(2), headEtag: first.headEtag, events: [event(2)], done: null, removeItems: [1] });
      await log.append(ref, { head: head(3), headEtag: second.headEtag, events: [event(3)], done: null, removeItems: [1, 1, 2] });
      expect(await log.event(ref, 1)).toEqual({ ...event(1), item: null });
    });

    test('forty events with their words are one commit; more rows than storage takes are refused with a sentence', async () => {
      const log = open();
      const ref = nextRef();
      const many = (count: number): EventRow[] => Array.from({ length: count }, (_, n) => event(n + 1, 'x'.repeat(12_000)));
      await expect(log.append(ref, { head: head(50), headEtag: null, events: many(50), done: null })).rejects.toThrow('101 rows');
      await log.append(ref, { head: head(40), headEtag: null, events: many(40), done: { done: blankDone, etag: null } });
      expect(await log.events(ref)).toHaveLength(40);
    });

    test('words in any script come back as they were, however large the commit', async () => {
      const log = open();
      const ref = nextRef();
      const events = Array.from({ length: 20 }, (_, n) => event(n + 1, 'Nguyễn 👩‍🏫 '.repeat(800 + n)));
      await log.append(ref, { head: head(20), headEtag: null, events, done: null });
      expect((await log.events(ref)).map((each, n) => each.item?.text === events[n]?.item?.text)).not.toContain(false);
    });

    test('16 KB of words and 31,999 characters of state fit, more is refused for good', async () => {
      const log = open();
      const ref = nextRef();
      const largest = { ...head(1), state: 'é'.repeat(31_999) };
      await log.append(ref, { head: largest, headEtag: null, events: [event(1, 'đ'.repeat(16_384))], done: null });
      expect((await log.load(ref)).head).toEqual(largest);
      const tooMuch = log.append(nextRef(), { head: { ...head(1), state: 'x'.repeat(32_000) }, headEtag: null, events: [event(1)], done: null });
      await expect(tooMuch).rejects.toMatchObject({ again: 'never', message: expect.stringContaining('32000 characters of state') as unknown });
      await expect(log.append(nextRef(), { head: head(1), headEtag: null, events: [event(1, 'x'.repeat(16_385))], done: null })).rejects.toBeInstanceOf(Fault);
    });
  });
}

function head(version: number): HeadRow {
  return { version, hash: 'a'.repeat(64), at: 1_795_000_000_000 + version, fold: 1, state: `{"version":${String(version)}}`, words: '{}', recent: '["c1"]' };
}

function event(n: number, words: string | null = null): EventRow {
  return { n, body: `{"n":${String(n)},"shape":"noted/1"}`, hash: String(n).padStart(64, '0'), item: words === null ? null : { salt: 'abc', text: words } };
}
