/** Lets at most `most` pieces of work of one key run at once; the others wait in the order in which they came. */
export function atMost(most: number): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const running = new Map<string, { count: number; waiting: (() => void)[] }>();
  return async (key, work) => {
    const lane = running.get(key) ?? { count: 0, waiting: [] };
    running.set(key, lane);
    if (lane.count >= most) await new Promise<void>((go) => { lane.waiting.push(go); });
    else lane.count += 1;
    try { return await work(); } finally {
      const next = lane.waiting.shift();
      // The place is handed on, not given back, so that nobody slips in between.
      if (next !== undefined) next(); else lane.count -= 1;
      if (lane.count === 0) running.delete(key);
    }
  };
}
