import { useCallback, useEffect, useRef, useState } from 'react';

/** Runs one piece of work at a time: a second press while the first is under way does nothing. `slow` after a second, for a word on the screen. */
export function useOnce(): { busy: boolean; slow: boolean; once: (work: () => Promise<void>) => void } {
  const [busy, setBusy] = useState(false);
  const [slow, setSlow] = useState(false);
  const running = useRef(false);
  useEffect(() => {
    if (!busy) return;
    const timer = setTimeout(() => { setSlow(true); }, 1_000);
    return () => { clearTimeout(timer); setSlow(false); };
  }, [busy]);
  const once = useCallback((work: () => Promise<void>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    void work().finally(() => { running.current = false; setBusy(false); });
  }, []);
  return { busy, slow, once };
}
