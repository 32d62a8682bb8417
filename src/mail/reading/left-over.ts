import type { School } from '../../school.ts';
import type { Arrived } from './arrived.ts';

/** A mail that is not in yet, and how often it was tried. */
export interface LeftOver extends Arrived { tries: number }

const kind = 'left-over';

/** Written down until it is in: a crash on the way forgets none. */
export async function keepLeftOver(school: School, copyHash: string, mail: LeftOver): Promise<void> {
  await school.stores.links.put(kind, copyHash, mail);
}

export async function leftOvers(school: School): Promise<{ key: string; value: LeftOver }[]> {
  return (await school.stores.links.all(kind)).map(({ key, value }) => ({ key, value: value as LeftOver }));
}

export async function dropLeftOver(school: School, copyHash: string): Promise<void> {
  await school.stores.links.remove(kind, copyHash);
}
