import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from '@jest/globals';
import { loadConcern, type Loaded } from '../../src/concern/load-concern.ts';
import { fromRow } from '../../src/concern/record.ts';
import { owed } from '../../src/concern/rules/owed.ts';
import { verifySchool } from '../../src/records/verify-school.ts';
import { openContainer } from '../../src/storage/account/container.ts';
import { openTable } from '../../src/storage/account/table.ts';
import { azurite } from '../contract/storage-azurite.ts';
import { staff } from '../unit/mail-school.ts';
import { openInjector } from './injector.ts';
import { fastNow, openKillWorld, type Job, type KillWorld } from './kill-world.ts';
import { concernMail, letterFor, start } from './letter-path.ts';
import { leavingAt } from './school-process.ts';
import { storesOn } from './stores-on.ts';
import { dice } from './sweep.ts';
import { openWorld } from './world.ts';

const code = 'kil';
const mails = 4;
const killForMs = 6_000;
const nextYear = start + 365 * 86_400_000;
const account = { table: (name: string) => openTable(azurite(), name), container: (name: string) => openContainer(azurite(), name) };
const stores = storesOn(account, code, openInjector(null));
const refs = Array.from({ length: mails }, (_, n) => `KIL-26-${String(n + 1).padStart(4, '0')}`);

const workers: ChildProcess[] = [];
let stopping = false;
afterAll(() => { stopping = true; for (const each of workers) each.kill('SIGKILL'); });

test('processes are killed at any moment: four mails become four concerns, each with one letter, and nothing is left undone', async () => {
  process.env['FAST_FROM'] = String(start);
  process.env['FAST_MACHINE'] = String(Date.now());
  const incoming = Array.from({ length: mails }, (_, n) => ({ id: `AAkALg-${String(n)}`, receivedAt: start - 60_000, raw: concernMail(n + 1) }));
  const world = openWorld(start, Object.values(staff).map((each) => ({ ...each, roles: [...each.roles] })), incoming);
  const outside = await openKillWorld(world);
  for (let n = 0; n < 3; n++) startWorker(n, outside.url);

  const roll = dice(7);
  let kills = 0;
  const killing = (async () => {
    for (const until = Date.now() + killForMs; Date.now() < until;) {
      await pause(400 + roll(700));
      kills += workers[roll(3)]?.kill('SIGKILL') === true ? 1 : 0;
    }
  })();
  await until(async () => (await Promise.all(refs.map((ref) => pressNext(outside, ref)))).every((closed) => closed));
  await killing;
  await until(async () => (await stores.wake.due(nextYear, nextYear, 100)).length === 0);
  await outside.close();

  expect(kills).toBeGreaterThan(3);
  expect(await wrong(world.sent)).toEqual([]);
}, 120_000);

function startWorker(n: number, url: string): void {
  const program = fileURLToPath(new URL('../../dist/test/faults/kill-worker.js', import.meta.url));
  const worker = spawn(process.execPath, [program, url, code], { stdio: 'ignore', env: { ...process.env } });
  workers[n] = worker;
  worker.on('exit', () => { if (!stopping) startWorker(n, url); });
}

/** What people do next on this concern, one press after another; true when it is closed. */
async function pressNext(outside: KillWorld, ref: string): Promise<boolean> {
  const { concern } = await loadConcern(stores.log, ref);
  if (concern.status === 'closed') return true;
  const next = await nextPress(concern, ref);
  if (next !== null && !outside.jobs.some((job) => job.id === next.id)) outside.jobs.push(next);
  return false;
}

async function nextPress(concern: Loaded['concern'], ref: string): Promise<Job | null> {
  const [daniel, helen] = [{ oid: staff.daniel.oid, roles: staff.daniel.roles }, { oid: staff.helen.oid, roles: staff.helen.roles }];
  if (concern.status === 'none') return null;
  if (concern.status === 'new') return { id: `${ref} look`, ref, by: daniel, ask: { verb: 'take-first-look', route: 'conduct', priority: 'P2', clauses: ['IA1'] } };
  const letter = concern.letters[0];
  if (letter === undefined) return { id: `${ref} propose`, ref, by: daniel, ask: { verb: 'propose', response: 'RS1', reason: 'In front of everybody.', letter: await letterFor({ account, code }, ref) } };
  if (letter.status === 'proposed') return { id: `${ref} approve`, ref, by: helen, ask: { verb: 'approve', proposal: 1, seal: letter.seal, goesAt: leavingAt(fastNow()) } };
  return letter.status === 'sent' ? { id: `${ref} close`, ref, by: daniel, ask: { verb: 'close', outcome: 'resolved', reason: 'All is quiet.' } } : null;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!stopping && !await holds()) await pause(100);
}

async function wrong(sent: readonly string[]): Promise<string[]> {
  const { findings } = await verifySchool(stores);
  const outcomes = (await stores.ledger.all()).map((each) => each.outcome);
  return [
    ...(await Promise.all(refs.map((ref) => wrongWith(ref, sent)))).flat(),
    ...findings.map((each) => `${each.ref} ${each.entry}: ${each.sentence}`),
    ...(outcomes.length === mails && outcomes.every((each) => each === 'raised') ? [] : [`mails came to ${outcomes.join()}`]),
    ...((await stores.log.references()).join() === refs.join() ? [] : ['a number was left out or taken twice']),
  ];
}

async function wrongWith(ref: string, sent: readonly string[]): Promise<string[]> {
  const { concern, version, done } = await loadConcern(stores.log, ref);
  const types = (await stores.log.events(ref)).map((row) => fromRow(row).event.data.type);
  const once = ['concern-raised', 'exhibit-added', 'first-look-taken', 'response-proposed', 'letter-approved', 'letter-leaving', 'letter-drafted', 'letter-sent', 'concern-closed'];
  const letters = sent.filter((mark) => mark.startsWith(`${ref}/`)).length;
  return [
    ...once.filter((type) => types.filter((each) => each === type).length !== 1).map((type) => `${ref}: ${type} not once`),
    ...(letters === 1 ? [] : [`${ref}: ${String(letters)} letters left`]),
    ...owed(concern, version, done, fastNow(), 'live').map(({ key }) => `${ref}: still owed ${key}`),
  ];
}
