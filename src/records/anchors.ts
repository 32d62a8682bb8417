import { z } from 'zod';
import { sha256 } from '../concern/chain.ts';
import type { JournalStore, Stores } from '../ports.ts';
import type { Finding } from './verify-log.ts';

const anchorFile = z.object({
  date: z.string(), previous: z.string(), heads: z.record(z.string(), z.object({ version: z.number(), hash: z.string() })),
});
type AnchorFile = z.infer<typeof anchorFile>;

/**
 * Each night the hashes of heads that changed go to `anchors/<date>`, chained to the night before. Twelve characters of the file's hash are
 * what the morning list shows. Done once a day; a second call on the same day changes nothing.
 */
export async function anchorHeads(stores: Stores, date: string): Promise<string> {
  const name = `${date}.json`;
  const there = await stores.anchors.read(name);
  if (there !== null) return sha256(there).slice(0, 12);
  const { heads: before, last } = await readAnchors(stores.anchors);
  const heads: AnchorFile['heads'] = {};
  for (const ref of await stores.log.references()) {
    const { head } = await stores.log.load(ref);
    if (head !== null && before.get(ref)?.hash !== head.hash) heads[ref] = { version: head.version, hash: head.hash };
  }
  const text = JSON.stringify({ date, previous: last, heads });
  await stores.anchors.write(name, text);
  return sha256(text).slice(0, 12);
}

/** What stands for the newest night in the morning list; null before the first one. */
export async function lastAnchor(store: JournalStore): Promise<string | null> {
  const newest = (await store.names('')).sort().at(-1);
  const text = newest === undefined ? null : await store.read(newest);
  return text === null ? null : sha256(text).slice(0, 12);
}

export interface Anchors { heads: Map<string, { version: number; hash: string }>; last: string; findings: Finding[] }

/** The newest anchored head of each concern; a night whose file does not follow the one before is a finding. */
export async function readAnchors(store: JournalStore): Promise<Anchors> {
  const anchors: Anchors = { heads: new Map(), last: '', findings: [] };
  for (const name of (await store.names('')).sort()) {
    const text = await store.read(name) ?? '';
    const parsed = anchorFile.safeParse(parse(text));
    if (!parsed.success || parsed.data.previous !== anchors.last) {
      anchors.findings.push({ entry: name, sentence: `The anchor ${name} does not follow the night before.` });
    } else for (const [ref, head] of Object.entries(parsed.data.heads)) anchors.heads.set(ref, head);
    anchors.last = sha256(text);
  }
  return anchors;
}

function parse(text: string): unknown {
  try { return JSON.parse(text) as unknown; } catch { return null; }
}
