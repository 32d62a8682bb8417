import { Conflict, Fault, type EventRow, type LogCommit } from '../ports.ts';
import { sha256 } from './chain.ts';
import type { Engine } from './engine.ts';
import { loadConcern, type Loaded } from './load-concern.ts';
import { toRow } from './record.ts';
import type { Refusal } from './rules/allowed.ts';
import type { Command } from './rules/commands.ts';
import type { SeenKind } from './rules/concern.ts';
import { decide } from './rules/decide/decide.ts';
import type { Happening } from './rules/decide/decision.ts';
import { evolve } from './rules/evolve.ts';
import { foldWords, withoutItems } from './rules/head-words.ts';
import { claimed, firstPhase, freeLease } from './lease.ts';
import { foldNumber } from './rules/upcast.ts';

export interface Handled {
  outcome: 'done' | 'already' | 'refused' | 'look-first';
  refusal: Refusal | null;
  news: SeenKind[];
  loaded: Loaded;
  /** The commit took the lease and marked the first attempts: `doWhatIsOwed` may start at once. `before` holds the marks as they were. */
  held: { before: Record<string, number> } | null;
}

/** Longer than any append can take (it is given up after 15 s), so that nothing lands after its row was looked at. */
export const safetyMs = 180_000;
/** A wake row older than this is put anew before another try: slow tries must not outlast it. */
const freshWakeMs = 60_000;
const recentKept = 64;
const tries = 8;

/**
 * The one door. A command goes in, events come out, exactly once for each command id. First a wake row is put, so that whatever
 * happens next, somebody looks; then one transaction holds events, items, head and lease.
 */
export async function handleCommand(engine: Engine, ref: string, command: Command, options: { lease: boolean } = { lease: true }): Promise<Handled> {
  const mark = sha256(command.id).slice(0, 16);
  let woken = -Infinity;
  for (let attempt = 0; attempt < tries; attempt++) {
    const loaded = await loadConcern(engine.log, ref);
    if (loaded.recent.includes(mark)) return answered('already', loaded);
    const now = Math.max(engine.clock.now(), loaded.at + 1);
    const decision = decide(loaded.concern, command, now);
    if (decision.kind === 'already') return answered('already', loaded);
    if (decision.kind === 'refused') return { ...answered('refused', loaded), refusal: decision.refusal };
    if (decision.kind === 'look-first') return { ...answered('look-first', loaded), news: decision.news };
    if (engine.clock.machine() - woken > freshWakeMs) {
      woken = engine.clock.machine();
      await engine.wake.put(ref, woken + safetyMs, 'machine');
    }
    const handled = await commit(engine, loaded, command, mark, decision.events, now, options.lease);
    if (handled !== null) return handled;
    await new Promise((resolve) => { setTimeout(resolve, 5 + Math.random() * 25 * (attempt + 1)); });
  }
  throw new Fault('Too many people are writing to this concern at once. Try again in a moment.', 'later');
}

function answered(outcome: Handled['outcome'], loaded: Loaded): Handled {
  return { outcome, refusal: null, news: [], loaded, held: null };
}

/** Null when somebody else wrote first. */
async function commit(engine: Engine, loaded: Loaded, command: Command, mark: string, happenings: Happening[], now: number, lease: boolean): Promise<Handled | null> {
  const after = folded(loaded, command, mark, happenings, now);
  const takes = lease && freeLease(loaded.done, engine.clock.machine());
  const done = takes ? claimed(engine, loaded.done, firstPhase(engine, after.loaded, new Set())) : loaded.done;
  try {
    const etags = await engine.log.append(loaded.ref, { ...after.commit, done: takes ? { done, etag: loaded.doneEtag } : null });
    return {
      ...answered('done', { ...after.loaded, headEtag: etags.headEtag, done, doneEtag: etags.doneEtag ?? loaded.doneEtag }),
      held: takes ? { before: loaded.done.tried } : null,
    };
  } catch (error) {
    if (error instanceof Conflict) return null;
    throw error;
  }
}

/** State, words, rows and head after the events. */
function folded(loaded: Loaded, command: Command, mark: string, happenings: Happening[], now: number): { loaded: Loaded; commit: Omit<LogCommit, 'done'> } {
  let { concern, words, hash, version } = loaded;
  const by = command.by === 'service' ? 'service' : command.by.oid;
  const rows: EventRow[] = [];
  const removeItems: number[] = [];
  for (const happening of happenings) {
    version += 1;
    const event = { n: version, at: now, by, command: mark, data: happening.data };
    const row = toRow(event, happening.words, hash);
    rows.push(row);
    hash = row.hash;
    concern = evolve(concern, event);
    words = foldWords(words, event, happening.words);
    if (event.data.type === 'items-removed') {
      removeItems.push(...event.data.items);
      words = withoutItems(words, event.data.items);
    }
  }
  const recent = [...loaded.recent, mark].slice(-recentKept);
  const head = { version, hash, at: now, fold: foldNumber, state: JSON.stringify(concern), words: JSON.stringify(words), recent: JSON.stringify(recent) };
  return {
    loaded: { ...loaded, version, hash, at: now, concern, words, recent },
    commit: { head, headEtag: loaded.headEtag, events: rows, removeItems },
  };
}
