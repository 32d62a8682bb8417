import { useSyncExternalStore, useMemo } from 'react';
import { buildHash, parsePlace, type AppKey, type Place } from './place.ts';

/** The place in the address bar, followed. */
export function usePlace(): Place {
  const hash = useSyncExternalStore(followHash, () => window.location.hash);
  return useMemo(() => parsePlace(hash), [hash]);
}

export function goTo(person: string, app: AppKey, ...rest: string[]): void {
  window.location.hash = buildHash(person, app, ...rest);
}

export function leave(): void {
  window.location.hash = '';
}

function followHash(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => { window.removeEventListener('hashchange', changed); };
}
