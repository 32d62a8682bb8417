import { useCallback, useEffect, useRef, useState } from 'react';
import { sentenceOf } from './api-problem.ts';

export type Asked<T> = { state: 'waiting'; value: T | null } | { state: 'failed'; sentence: string; value: T | null } | { state: 'here'; value: T };

/**
 * Asks once for each `key`, and again when told to; an answer that comes after the next question is dropped. While it is asked
 * again the old value stays, so that nothing flickers.
 */
export function useAsked<T>(key: string, ask: () => Promise<T>): Asked<T> & { again: () => void; set: (value: T) => void } {
  const [asked, setAsked] = useState<{ key: string; now: Asked<T> }>({ key, now: { state: 'waiting', value: null } });
  const turn = useRef(0);
  const latest = useRef(ask);
  latest.current = ask;
  const again = useCallback(() => {
    const mine = turn.current += 1;
    const settle = (next: (value: T | null) => Asked<T>): void => {
      if (mine === turn.current) setAsked((before) => ({ key, now: next(before.key === key ? before.now.value : null) }));
    };
    settle((value) => ({ state: 'waiting', value }));
    latest.current().then((value) => { settle(() => ({ state: 'here', value })); }, (error: unknown) => { settle((value) => ({ state: 'failed', sentence: sentenceOf(error), value })); });
  }, [key]);
  useEffect(() => { again(); return () => { turn.current += 1; }; }, [again]);
  const set = useCallback((value: T) => { turn.current += 1; setAsked({ key, now: { state: 'here', value } }); }, [key]);
  return { ...(asked.key === key ? asked.now : { state: 'waiting', value: null }), again, set };
}
