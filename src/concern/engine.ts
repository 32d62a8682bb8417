import type { Clock, LogStore, WakeStore } from '../ports.ts';
import type { Mode } from './rules/owed.ts';

/** What the engine of a school needs: its log, its wake rows, clocks, and the name of this instance for the lease. */
export interface Engine {
  log: LogStore;
  wake: WakeStore;
  clock: Clock;
  me: string;
  mode: () => Mode;
}
