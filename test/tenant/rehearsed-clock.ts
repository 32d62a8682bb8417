import type { TenantStore } from './store.ts';

/** The clock of the local tenant: the machine's time plus an offset that control moves. Kept with the state. */
export interface RehearsedClock {
  now(): number;
  offsetMs(): number;
  advance(ms: number): void;
  setTo(when: number): void;
}

/** `machine` is the time underneath; a test may pass its own. */
export function openClock(store: TenantStore, machine: () => number = Date.now): RehearsedClock {
  const settings = store.collection<{ offsetMs: number }>('clock');
  const offsetMs = (): number => settings.get('clock')?.offsetMs ?? 0;
  const move = (to: number): void => { settings.put('clock', { offsetMs: to }); };
  return {
    offsetMs,
    now: () => machine() + offsetMs(),
    advance: (ms) => { move(offsetMs() + ms); },
    setTo: (when) => { move(when - machine()); },
  };
}
