import { useMemo, useSyncExternalStore } from 'react';
import { addressOf, parsePlace, type Place } from './place.ts';

let moves = 0;
window.addEventListener('hashchange', () => { moves += 1; });

/** The place in the address, followed as it changes. */
export function usePlace(): Place {
  const hash = useSyncExternalStore(
    (changed) => { window.addEventListener('hashchange', changed); return () => { window.removeEventListener('hashchange', changed); }; },
    () => window.location.hash,
  );
  return useMemo(() => parsePlace(hash), [hash]);
}

export function goTo(place: Place): void {
  window.location.hash = addressOf(place);
}

/** Before the first page is shown: nothing to go back to. */
export function startAt(place: Place): void {
  window.history.replaceState(null, '', addressOf(place));
}

/** Has anybody moved yet? The first page takes no focus away from Teams; later ones put it on their heading. */
export function hasMoved(): boolean {
  return moves > 0;
}
