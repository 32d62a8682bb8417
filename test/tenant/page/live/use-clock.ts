import { useCallback, useEffect, useState } from 'react';
import { useNews } from './use-live.ts';

const tickMs = 1_000;
let lastOffset = 0;

/** The school clock: the machine's time and what rehearsal has added, ticking. */
export function useClock(): number {
  const [offset, setOffset] = useState(lastOffset);
  const [, tick] = useState(0);
  const read = useCallback(() => {
    void fetch('/control/clock').then(async (response) => { lastOffset = ((await response.json()) as { offsetMs: number }).offsetMs; setOffset(lastOffset); }, () => undefined);
  }, []);
  useEffect(read, [read]);
  useNews(['clock-moved'], read);
  useEffect(() => {
    const timer = setInterval(() => { tick((n) => n + 1); }, tickMs);
    return () => { clearInterval(timer); };
  }, []);
  return Date.now() + offset;
}
