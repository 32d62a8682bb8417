import { handleCommand } from '../../src/concern/handle-command.ts';
import type { Engine } from '../../src/concern/engine.ts';
import type { Command, LetterOrder } from '../../src/concern/rules/commands.ts';
import type { Stores } from '../../src/ports.ts';
import { writeJournal } from '../../src/records/write-journal.ts';
import { asks, goesAt, letter, mail, people } from '../unit/concern-story.ts';

export interface Kept { engine: Engine; stores: Stores; ref: string }

/** A concern with evidence, a note and an approved letter, kept as the product keeps it: sealed first, then said, then copied to the journal. */
export async function keepConcern(stores: Stores, ref: string): Promise<Kept> {
  const clock = { now: () => Date.now(), machine: () => Date.now() };
  const engine: Engine = { log: stores.log, wake: stores.wake, clock, me: 'test', mode: () => 'live' };
  const seal = (text: string): Promise<string> => stores.sealed.seal(ref, Buffer.from(text));
  const picture = await seal('a picture');
  const manifest = await seal('a manifest');
  const order: LetterOrder = { ...letter(1, manifest), made: { letter: 1, seal: manifest, day: '2026-11-25', pdf: await seal('a letter'), word: await seal('a draft'), manifest } };
  const understood = mail(1, {
    exhibits: [{ mail: 'mail-1', sha256: picture, bytes: 9, media: 'image/png', inline: false, name: 'Screenshot Nguyễn.png' }], exhibitsInAll: 1,
  });
  let n = 0;
  const say = async (by: Command['by'], ask: Command['ask']): Promise<void> => {
    const handled = await handleCommand(engine, ref, { id: `${ref}-${String(n += 1)}`, by, seen: null, ask });
    if (handled.outcome !== 'done') throw new Error(`${ask.verb}: ${handled.refusal?.sentence ?? handled.outcome}`);
  };
  await say('service', { verb: 'raise', understood });
  await say(people.daniel, asks.look);
  await say(people.daniel, { verb: 'add-note', note: 'Mrs Doyle cried. 👩‍👧 "Enough"\nshe said.' });
  await say(people.daniel, { ...asks.warn, letter: order });
  await say(people.helen, { verb: 'approve', proposal: 1, seal: manifest, goesAt });
  await writeJournal(stores, ref);
  return { engine, stores, ref };
}
