import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PersonCommand } from '../../src/concern/rules/commands.ts';
import type { Person } from '../../src/concern/rules/words-of-the-school.ts';
import { openInjector } from './injector.ts';
import { parseWire, toWire } from './wire.ts';
import { portsOnto, type OutsideWorld } from './world.ts';

/** Something that somebody presses: given to a worker, and given again when that worker was killed before it said that it was done. */
export interface Job { id: string; ref: string; by: Person; ask: PersonCommand }

export interface KillWorld { url: string; jobs: Job[]; done: Set<string>; close(): Promise<void> }

const answeredWithinMs = 1_500;

/** The world outside in a process that is not killed: workers reach it over loopback, so that what they did to it stays done. */
export async function openKillWorld(world: OutsideWorld): Promise<KillWorld> {
  const ports = portsOnto(world, openInjector(null)) as unknown as Record<string, Record<string, (...given: unknown[]) => Promise<unknown>>>;
  const jobs: Job[] = [];
  const done = new Set<string>();
  const given = new Map<string, number>();
  const nextJob = (): Job | null => {
    const job = jobs.find((each) => !done.has(each.id) && Date.now() - (given.get(each.id) ?? 0) > answeredWithinMs) ?? null;
    if (job !== null) given.set(job.id, Date.now());
    return job;
  };
  const answer = async (path: string, body: unknown): Promise<unknown> => {
    if (path === '/job') return nextJob();
    if (path === '/done') { done.add(String(body)); return null; }
    world.time = fastNow();
    const { port, method, args } = body as { port: string; method: string; args: unknown[] };
    return ports[port]?.[method]?.(...args);
  };
  const server = createServer((request, reply) => {
    read(request).then((text) => answer(request.url ?? '', parseWire(text))).then(
      (value) => { reply.end(toWire(value ?? null)); },
      (error: unknown) => { reply.statusCode = 500; reply.end(toWire(error instanceof Error ? error.constructor.name : 'Error')); },
    );
  });
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, jobs, done, close: () => closed(server) };
}

/** Two hundred seconds pass in one, from the same moment in every process: a lease of two minutes ends after 0.6 s. */
export function fastNow(): number {
  const from = Number(process.env['FAST_FROM']);
  const machine = Date.now();
  return from + (machine - Number(process.env['FAST_MACHINE'])) * 200;
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => { server.close(() => { resolve(); }); });
}
