import { Conflict, type WakeRow } from '../ports.ts';
import { faultName, type Log } from '../log.ts';
import type { Engine } from './engine.ts';
import type { Handled } from './handle-command.ts';
import { claimed, firstPhase, freeLease } from './lease.ts';
import { loadConcern, type Loaded } from './load-concern.ts';
import { openAlert } from './rules/alert.ts';
import type { Done, Views } from './rules/done.ts';
import { nextLook, type Owed } from './rules/owed.ts';

/** Does one owed thing. `look`: an earlier attempt's outcome is unknown, so look for its result before doing it again. */
export interface Doers {
  deed(loaded: Loaded, owed: Extract<Owed, { kind: 'deed' }>, look: boolean): Promise<void>;
  /** Brings one view up to the present version and says what it shows now. */
  view(loaded: Loaded, owed: Extract<Owed, { kind: 'view' }>, look: boolean): Promise<Views>;
}

/** A view of many parts (everybody's card) of which some failed: what was brought is kept, the rest is tried later. */
export class HalfDone extends Error {
  readonly views: Views;

  constructor(views: Views, cause: unknown) {
    super('Some of it failed', { cause });
    this.views = views;
  }
}

export type NextLook = { at: number; clock: WakeRow['clock'] };

/** Holds the lease: the concern as loaded, with the marks as they stood before this claim. */
interface Turn { loaded: Loaded; before: Record<string, number> }

const rounds = 20;

/**
 * Does all that is owed on one concern: deeds first, then every view once at the present version. Gives the times at which somebody must
 * look again. Two workers at once may repeat a card, never a letter.
 */
export async function doWhatIsOwed(engine: Engine, doers: Doers, log: Log, ref: string, handled: Handled | null = null): Promise<NextLook[]> {
  let loaded = handled?.held === null || handled === null ? await loadConcern(engine.log, ref) : handled.loaded;
  let turn: Turn | null = handled?.held ? { loaded, before: handled.held.before } : null;
  const failed = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    // Stood still for longer than its lease lasts: somebody else may have gone on, so nothing that was loaded before counts.
    if (turn !== null && freeLease(loaded.done, engine.clock.machine())) [loaded, turn] = [await loadConcern(engine.log, ref), null];
    if (turn === null && !freeLease(loaded.done, engine.clock.machine())) return [{ at: loaded.done.lease?.until ?? 0, clock: 'machine' }];
    const todo = firstPhase(engine, loaded, failed);
    if (todo.length === 0) {
      const rest = await release(engine, loaded, turn !== null);
      if (rest === null || firstPhase(engine, rest, failed).length === 0) return nextLooks(engine, rest ?? loaded, failed);
      [loaded, turn] = [rest, null];
      continue;
    }
    turn ??= await claim(engine, loaded, todo);
    if (turn === null) { loaded = await loadConcern(engine.log, ref); continue; }
    const views = await attemptAll(turn, doers, log, todo, failed);
    const settled: Turn | null = await settle(engine, turn, todo, views, failed);
    [loaded, turn] = settled === null ? [await loadConcern(engine.log, ref), null] : [settled.loaded, settled.loaded.done.lease === null ? null : settled];
  }
  return [{ at: engine.clock.machine() + 60_000, clock: 'machine' }];
}

async function claim(engine: Engine, loaded: Loaded, todo: Owed[]): Promise<Turn | null> {
  const done = claimed(engine, loaded.done, todo);
  const doneEtag = await saved(engine, loaded, done);
  return doneEtag === null ? null : { loaded: { ...loaded, done, doneEtag }, before: loaded.done.tried };
}

/** All at once; a failing one never holds up the others. Gives what the views show now. */
async function attemptAll(turn: Turn, doers: Doers, log: Log, todo: Owed[], failed: Set<string>): Promise<Views> {
  const { loaded, before } = turn;
  const views: Views = {};
  await Promise.all(todo.map(async (each) => {
    const look = (before[each.key] ?? 0) > 0;
    const began = performance.now();
    try {
      if (each.kind === 'deed') await doers.deed(loaded, each, look); else Object.assign(views, await doers.view(loaded, each, look));
      log({ what: 'done', ref: loaded.ref, version: loaded.version, deed: each.key, ms: Math.round(performance.now() - began) });
    } catch (error) {
      if (error instanceof HalfDone) Object.assign(views, error.views);
      failed.add(each.key);
      const tries = loaded.done.tried[each.key] ?? 1;
      log({ what: 'failed', ref: loaded.ref, deed: each.key, count: tries, fault: faultName(error), level: tries >= 5 ? 'attention' : 'info' });
    }
  }));
  return views;
}

/**
 * Takes away the marks of what succeeded, keeps what the views show, and in the same write marks the next phase or gives the lease back.
 * Null when the lease is gone: then the views that this run touched are marked as unknown.
 */
async function settle(engine: Engine, turn: Turn, todo: Owed[], views: Views, failed: ReadonlySet<string>): Promise<Turn | null> {
  const deeds = todo.some((each) => each.kind === 'deed');
  const fresh = deeds ? await loadConcern(engine.log, turn.loaded.ref) : turn.loaded;
  if (fresh.done.lease?.by !== engine.me) { await spoil(engine, turn.loaded.ref, todo); return null; }
  const tried = { ...fresh.done.tried };
  for (const each of todo) if (!failed.has(each.key)) Reflect.deleteProperty(tried, each.key);
  const settled: Done = { ...fresh.done, tried, views: { ...fresh.done.views, ...views } };
  const next = firstPhase(engine, { ...fresh, done: settled }, failed);
  const done = next.length > 0 ? claimed(engine, settled, next) : { ...settled, lease: null };
  const doneEtag = await saved(engine, fresh, done);
  if (doneEtag === null) { await spoil(engine, turn.loaded.ref, todo); return null; }
  return { loaded: { ...fresh, done, doneEtag }, before: settled.tried };
}

/** Null when there was nothing to give back; otherwise the concern as it is now, since somebody may have committed meanwhile. */
async function release(engine: Engine, loaded: Loaded, held: boolean): Promise<Loaded | null> {
  if (held) await saved(engine, loaded, { ...loaded.done, lease: null });
  const now = await loadConcern(engine.log, loaded.ref);
  return now.version === loaded.version && now.done.lease === null ? null : now;
}

async function saved(engine: Engine, loaded: Loaded, done: Done): Promise<string | null> {
  try { return await engine.log.saveDone(loaded.ref, done, loaded.doneEtag); } catch (error) {
    if (error instanceof Conflict) return null;
    throw error;
  }
}

async function spoil(engine: Engine, ref: string, todo: Owed[]): Promise<void> {
  const touched = todo.flatMap((each) => (each.kind === 'view' ? [each.view] : []));
  for (let attempt = 0; touched.length > 0 && attempt < 8; attempt++) {
    const loaded = await loadConcern(engine.log, ref);
    if (await saved(engine, loaded, { ...loaded.done, views: unknown(loaded.done.views, touched) }) !== null) return;
  }
}

function unknown(views: Views, touched: readonly string[]): Views {
  const next: Record<string, unknown> = { ...views };
  for (const name of touched) {
    const key = name === 'cards' ? 'everybody' : name;
    if (next[key] !== undefined) next[key] = { ...next[key], shows: 0 };
  }
  // An old card may have been the last to land in any of the chats.
  const cards = Object.fromEntries(Object.entries(views.cards ?? {}).map(([oid, card]) => [oid, { ...card, shows: 0 }]));
  const shared = views.shared === undefined ? {} : { shared: { ...views.shared, shows: 0 } };
  return touched.includes('cards') ? { ...next, cards, ...shared } : next;
}

/** A minute, doubling to a quarter of an hour (not while an alert waits for somebody); and the moment at which more will be owed by itself. */
function nextLooks(engine: Engine, loaded: Loaded, failed: ReadonlySet<string>): NextLook[] {
  const tries = Math.max(1, ...[...failed].map((key) => loaded.done.tried[key] ?? 1));
  const longest = openAlert(loaded.concern) === null ? 15 : 1;
  const later = nextLook(loaded.concern, engine.clock.now(), engine.mode());
  // An hour that has passed and whose deed did not happen (paused, or failed just now) is looked at again in a while, not at once.
  const passed = later !== null && later <= engine.clock.now();
  return [
    ...(failed.size === 0 && !passed ? [] : [{ at: engine.clock.machine() + Math.min(longest, 2 ** (tries - 1)) * 60_000, clock: 'machine' as const }]),
    ...(later === null || passed ? [] : [{ at: later, clock: 'school' as const }]),
  ];
}
