import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../bot/package-root.ts';
import { ended } from './start-azurite.ts';

export interface SupervisedBot {
  /** As a power cut would: nothing is put in order first. It is started again. */
  kill(): void;
  /** Ends it, and does not start it again until `start` is called. */
  halt(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The bot process, started again when it dies, as App Service would. Its log goes to a file. */
export async function superviseBot(environment: Readonly<Record<string, string>>, logFile: string): Promise<SupervisedBot> {
  let child: ChildProcess | null = null;
  let wanted = true;
  const launch = (): void => {
    const log = openSync(logFile, 'a');
    child = spawn(process.execPath, [join(packageRoot(), 'dist', 'bot', 'main.js')], { stdio: ['ignore', log, log], env: { ...process.env, ...environment } });
    closeSync(log);
    child.once('exit', () => { if (wanted) setTimeout(() => { if (wanted) launch(); }, 300); });
  };
  const healthy = `http://localhost:${environment['PORT'] ?? ''}/health`;
  const start = async (): Promise<void> => { wanted = true; launch(); await answers(healthy, () => child, logFile); };
  const halt = async (): Promise<void> => { wanted = false; if (child !== null) await ended(child); };
  process.once('exit', () => { wanted = false; child?.kill('SIGKILL'); });
  await start();
  return { kill: () => { child?.kill('SIGKILL'); }, halt, start, stop: halt };
}

async function answers(url: string, child: () => ChildProcess | null, logFile: string): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 100) {
    if (await fetch(url).then((reply) => reply.ok, () => false)) return;
    if (child()?.exitCode === 1 && waited > 5_000) break;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error(`Concern Desk did not start. What it said stands in ${logFile}.`);
}
