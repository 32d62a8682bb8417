import { setTimeout as pause } from 'node:timers/promises';
import { loadConcern } from '../../src/concern/load-concern.ts';
import { handleCommand } from '../../src/concern/handle-command.ts';
import { readMailbox } from '../../src/mail/reading/read-mailbox.ts';
import { Conflict, Fault, type Clock } from '../../src/ports.ts';
import { openContainer } from '../../src/storage/account/container.ts';
import { openTable } from '../../src/storage/account/table.ts';
import { azurite } from '../contract/storage-azurite.ts';
import { openInjector } from './injector.ts';
import { fastNow, type Job } from './kill-world.ts';
import { openProcessOn } from './school-process.ts';
import { parseWire, toWire } from './wire.ts';
import type { OutsidePorts } from './world.ts';

/** One process of the product in a process of its own, so that it can be killed at any moment. Presses come to it as jobs. */
const [, , url = '', code = ''] = process.argv;

async function call(path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(url + path, { method: 'POST', body: toWire(body) }).catch((cause: unknown) => { throw new Fault('The world did not answer.', 'look-first', { cause }); });
  const value = parseWire(await answer.text());
  if (!answer.ok) throw value === 'Conflict' ? new Conflict('Changed since.') : new Fault('The world refused.', 'later');
  return value;
}

/** Every method of every port is one call to the world. */
function remotePorts(): OutsidePorts {
  const port = (name: string): unknown => new Proxy({}, { get: (_, method) => (...args: unknown[]) => call('/call', { port: name, method, args }) });
  return Object.fromEntries(['mailbox', 'list', 'library', 'board', 'groups', 'poster'].map((name) => [name, port(name)])) as unknown as OutsidePorts;
}

const clock: Clock = { now: fastNow, machine: fastNow, pause: (ms) => pause(ms / 200) };
const account = { table: (name: string) => openTable(azurite(), name), container: (name: string) => openContainer(azurite(), name) };
const here = await openProcessOn({ account, code, clock, ports: remotePorts(), drawsFolder: false }, openInjector(null));
const { school } = here;

async function press({ id, ref, by, ask }: Job): Promise<void> {
  const { version } = await loadConcern(school.stores.log, ref);
  const handled = await handleCommand(school.engine, ref, { id, by, seen: version, ask });
  await call('/done', id);
  await school.afterCommand(ref, handled)();
}

async function forEver(everyMs: number, work: () => Promise<unknown>): Promise<void> {
  for (;;) {
    // A bug or a fault in one round is for the next round to put right.
    await work().catch(() => undefined);
    await pause(everyMs);
  }
}

await Promise.all([
  forEver(100, () => readMailbox(school, 'every-folder')),
  forEver(100, () => here.look()),
  forEver(20, async () => {
    const job = await call('/job', null) as Job | null;
    if (job !== null) await press(job);
  }),
]);
