import type { Clock } from './ports.ts';

/** Waits by the machine's clock. */
export function pause(clock: Clock, ms: number): Promise<void> {
  return clock.pause?.(ms) ?? new Promise((resolve) => { setTimeout(resolve, ms); });
}

export const systemClock: Clock = { now: () => Date.now(), machine: () => Date.now() };

/**
 * The rehearsed clock: machine time plus an offset that is asked for at `url` (loopback only, see `config.ts`). Only the clock that
 * people see moves; leases and back-off keep the machine's.
 */
export function openRehearsedClock(url: string, everyMs: number): Clock & { read(): Promise<void>; stop(): void } {
  let offset = 0;
  const read = async (): Promise<void> => {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    const body: unknown = await answer.json();
    if (typeof body === 'object' && body !== null && 'offsetMs' in body && typeof body.offsetMs === 'number') offset = body.offsetMs;
  };
  // A stand-in that is down for a moment leaves the clock as it was.
  const timer = setInterval(() => { read().catch(() => undefined); }, everyMs);
  timer.unref();
  return { now: () => Date.now() + offset, machine: () => Date.now(), read, stop: () => { clearInterval(timer); } };
}
