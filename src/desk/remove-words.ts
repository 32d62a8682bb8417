import { randomUUID } from 'node:crypto';
import { systemClock } from '../clock.ts';
import { removalReasons, removeItems, type RemovalReason } from '../records/remove-items.ts';
import { findSettings } from './local-settings.ts';
import { openStores } from './open-stores.ts';
import { answer } from './output.ts';
import type { Desk, Verb } from './verb.ts';

const objectId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Asked { ref: string; items: number[]; reason: RemovalReason; by: string }

/** `desk remove-words REF ENTRY… --reason=… --by=…`: the words of these entries go, the entries stay and the chain holds. */
export const removeWords: Verb = async (desk) => {
  const asked = askedOf(desk);
  if (typeof asked === 'string') { desk.complain(asked); return 2; }
  const settings = findSettings();
  const stores = openStores(settings);
  const engine = { log: stores.log, wake: stores.wake, clock: systemClock, me: randomUUID(), mode: () => settings.mode };
  const removed = await removeItems(engine, stores, asked.ref, asked);
  // The running service takes them out of lists, cards and the folder at its next look.
  await stores.wake.put(asked.ref, Date.now(), 'machine');
  answer(desk, { ref: asked.ref, removed }, [removed.length === 0 ? 'Those words were removed before.'
    : `The words of ${String(removed.length)} ${removed.length === 1 ? 'entry' : 'entries'} of ${asked.ref} are gone. "desk verify ${asked.ref}" says by whom and why.`]);
  return 0;
};

/** What was typed; or what is wrong with it. */
function askedOf({ words, switches }: Desk): Asked | string {
  const [ref = '', ...entries] = words;
  const items = entries.map((each) => Number(each.replace(/^e-/, '')));
  const reason = removalReasons.find((each) => each === switches['reason']);
  const by = switches['by'];
  if (ref === '' || items.length === 0 || items.some((n) => !Number.isInteger(n) || n < 1)) return 'Say which concern and which entries: desk remove-words GRV-26-0042 4 7 --reason=correction --by=…';
  if (reason === undefined) return `Say why: --reason=${removalReasons.join('|')}`;
  if (typeof by !== 'string' || !objectId.test(by)) return 'Say who decided it, by their Entra object id (no name stands in the log): --by=00000000-0000-0000-0000-000000000000';
  return { ref, items, reason, by: by.toLowerCase() };
}
