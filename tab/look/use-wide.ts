import { useSyncExternalStore } from 'react';

/** Below this a table is a list, and panes stand one under the other. */
export const phoneWidth = 760;

/** Is the window at least this wide? Followed as it changes. */
export function useWide(pixels: number): boolean {
  const query = window.matchMedia(`(min-width: ${String(pixels)}px)`);
  return useSyncExternalStore(
    (changed) => { query.addEventListener('change', changed); return () => { query.removeEventListener('change', changed); }; },
    () => query.matches,
  );
}
