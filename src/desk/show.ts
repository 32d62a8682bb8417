import { loadConcern } from '../concern/load-concern.ts';
import { fromRow } from '../concern/record.ts';
import { owed } from '../concern/rules/owed.ts';
import { findSettings } from './local-settings.ts';
import { openStores } from './open-stores.ts';
import { answer } from './output.ts';
import type { Verb } from './verb.ts';

type Rows = ReturnType<typeof fromRow>[];

/** `desk show REF`: state, events, responses, exhibits and what is still to be done. The words of a concern stay where they are. */
export const show: Verb = async (desk) => {
  const [ref] = desk.words;
  if (ref === undefined) { desk.complain('Say which concern: desk show GRV-26-0042'); return 2; }
  const settings = findSettings();
  const { log } = openStores(settings);
  const loaded = await loadConcern(log, ref);
  if (loaded.concern.status === 'none') {
    desk.complain(`There is no concern ${ref}. "desk concerns" lists them.`);
    return 1;
  }
  const rows = (await log.events(ref)).map(fromRow);
  const events = eventsOf(rows);
  const duties = owed(loaded.concern, loaded.version, loaded.done, Date.now(), settings.mode).map(({ key }) => ({ key, tries: loaded.done.tried[key] ?? 0 }));
  answer(desk, { state: { ...loaded.concern, version: loaded.version }, events, responses: loaded.concern.proposals, exhibits: exhibitsOf(rows), duties }, [
    `${ref}: ${loaded.concern.status}, ${loaded.concern.route}, ${loaded.concern.priority}, version ${String(loaded.version)}`,
    ...events.map((each) => `  ${each.at}  ${each.type}${each.words === 'removed' ? ' (words removed)' : ''}`),
    duties.length === 0 ? '  Nothing is waiting to be done.' : `  Waiting to be done: ${duties.map((each) => each.key).join(', ')}`,
  ]);
  return 0;
};

function eventsOf(rows: Rows): { n: number; at: string; by: string; type: string; words: 'none' | 'kept' | 'removed' }[] {
  return rows.map(({ event, words, item }) => ({
    n: event.n, at: new Date(event.at).toISOString(), by: event.by, type: event.data.type, words: item === null ? 'none' : words === null ? 'removed' : 'kept',
  }));
}

function exhibitsOf(rows: Rows): { n: number; sha256: string; bytes: number; media: string; mail: string }[] {
  return rows.flatMap(({ event: { data } }) => (data.type === 'exhibit-added'
    ? [{ n: data.exhibit, sha256: data.sha256, bytes: data.bytes, media: data.media, mail: data.mail }] : []));
}
