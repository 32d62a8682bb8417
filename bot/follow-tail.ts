import type { School } from '../src/school.ts';

/** Brings this instance's index up to what other instances wrote. Gives the work of one round. */
export function followTail(school: School): () => Promise<void> {
  let cursor: string | null = null;
  return async () => {
    const { keys, cursor: next } = await school.stores.register.changedSince(cursor);
    for (const key of new Set(keys)) {
      const row = await school.stores.register.get(key);
      if (row === null) school.index.remove(key); else school.index.put(row);
    }
    cursor = next;
  };
}
