import { useCallback, useEffect, useRef, useState } from 'react';
import { readPage, sentenceOf } from './ask-page.ts';
import { hearNews, type Topic } from './news.ts';

export interface Live<T> { data: T | null; error: string | null; reload: () => void }

const settleMs = 60;

/** Reads `/page/<path>` and again whenever one of the topics is in the news; `everyMs` for what makes no news. Null reads nothing. */
export function useLive<T>(path: string | null, follow: readonly Topic[], everyMs = 0): Live<T> {
  const [state, setState] = useState<{ path: string | null; data: T | null; error: string | null }>({ path, data: null, error: null });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => { setRound((n) => n + 1); }, []);
  useReading(path, round, setState);
  useNews(follow, reload);
  useEffect(() => {
    if (everyMs === 0) return;
    const timer = setInterval(reload, everyMs);
    return () => { clearInterval(timer); };
  }, [everyMs, reload]);
  // What belongs to another path is nobody's any more.
  return state.path === path ? { data: state.data, error: state.error, reload } : { data: null, error: null, reload };
}

/** Calls `heard` a moment after news of these topics: ten changes at once are one reading. */
export function useNews(follow: readonly Topic[], heard: () => void): void {
  const names = follow.join(' ');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = hearNews(({ topic }) => {
      if (topic !== 'state-replaced' && !names.split(' ').includes(topic)) return;
      clearTimeout(timer);
      timer = setTimeout(heard, settleMs);
    });
    return () => { stop(); clearTimeout(timer); };
  }, [names, heard]);
}

type SetState<T> = (next: (now: { path: string | null; data: T | null; error: string | null }) => { path: string | null; data: T | null; error: string | null }) => void;

function useReading<T>(path: string | null, round: number, setState: SetState<T>): void {
  const latest = useRef('');
  useEffect(() => {
    if (path === null) return;
    const abort = new AbortController();
    readPage<T>(path, abort.signal).then(
      (data) => {
        const text = JSON.stringify(data);
        const same = latest.current === text;
        latest.current = text;
        // The same again changes nothing on screen: no control loses what is being typed.
        setState((now) => (same && now.path === path && now.data !== null && now.error === null ? now : { path, data, error: null }));
      },
      (error: unknown) => { if (!abort.signal.aborted) setState((now) => ({ path, data: now.path === path ? now.data : null, error: sentenceOf(error) })); },
    );
    return () => { abort.abort(); };
  }, [path, round, setState]);
}
