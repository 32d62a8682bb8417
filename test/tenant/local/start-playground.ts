import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { playgroundConfig } from './playground-config.ts';
import { ended } from './start-azurite.ts';
import { superviseBot } from './supervise-bot.ts';

export interface PlaygroundOptions { environment: Readonly<Record<string, string>>; folder: string; port: number; botPort: number }

/**
 * The Playground knows no sign-in, so it gets a bot process of its own with sign-in off, on loopback, over the storage that is running. That
 * process reads no mail and runs no loops: it is a second door, no more.
 */
export async function startPlayground({ environment, folder, port, botPort }: PlaygroundOptions): Promise<{ url: string; stop(): Promise<void> }> {
  const url = `http://localhost:${String(port)}`;
  const bot = await superviseBot({
    ...environment, PORT: String(botPort), PUBLIC_URL: `http://localhost:${String(botPort)}`, PLAYGROUND_URL: `${url}/_connector`,
  }, join(folder, 'playground-bot.log'));
  mkdirSync(join(folder, 'playground'), { recursive: true });
  const config = join(folder, 'playground', '.m365agentsplayground.yml');
  writeFileSync(config, playgroundConfig());
  const child = spawn(process.execPath, [
    createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js'), 'start', '-e', `http://localhost:${String(botPort)}/api/messages`,
    '-c', 'msteams', '-p', String(port), '--disable-telemetry',
  ], {
    stdio: 'ignore', cwd: join(folder, 'playground'),
    env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none', M365_AGENTS_PLAYGROUND_CONFIG_PATH: config },
  });
  process.once('exit', () => { child.kill('SIGKILL'); });
  await listens(url);
  return { url, stop: async () => { await Promise.all([ended(child), bot.stop()]); } };
}

async function listens(url: string): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (await fetch(url).then((reply) => reply.ok, () => false)) return;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error(`The Agents Playground did not start at ${url}.`);
}
