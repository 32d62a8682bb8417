import { useSyncExternalStore } from 'react';

/** Is the window at least this wide? Followed as it changes. */
export function useWide(pixels: number): boolean {
  const query = window.matchMedia(`(min-width: ${String(pixels)}px)`);
  return useSyncExternalStore(
    (changed) => { query.addEventListener('change', changed); return () => { query.removeEventListener('change', changed); }; },
    () => query.matches,
  );
}

/** Below this the rail is a bar at the foot and panes stand one after the other. */
export const phoneWidth = 720;
