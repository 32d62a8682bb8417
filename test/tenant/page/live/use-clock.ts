import { useSyncExternalStore } from 'react';
import { hearNews } from './news.ts';

const tickMs = 1_000;
const listeners = new Set<() => void>();
let offset = 0;
let shown = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

/** The school clock: the machine's time and what rehearsal has added, ticking. One clock for the whole page. */
export function useClock(): number {
  return useSyncExternalStore(follow, () => shown);
}

function follow(changed: () => void): () => void {
  listeners.add(changed);
  if (timer === undefined) start();
  return () => { listeners.delete(changed); };
}

function start(): void {
  timer = setInterval(tick, tickMs);
  hearNews(({ topic }) => { if (topic === 'clock-moved' || topic === 'state-replaced') void readOffset(); });
  void readOffset();
}

function tick(): void {
  shown = Date.now() + offset;
  for (const changed of listeners) changed();
}

/** While the server side does not answer the clock goes on as it was; the header says that the connection is lost. */
async function readOffset(): Promise<void> {
  try {
    offset = ((await (await fetch('/control/clock')).json()) as { offsetMs: number }).offsetMs;
    tick();
  } catch { return; }
}
