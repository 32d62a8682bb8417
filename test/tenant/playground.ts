import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../bot/package-root.ts';
import { startPlayground } from './local/start-playground.ts';

// `npm run playground`: Microsoft's Agents Playground, a second client that we did not write, over the storage of a running `npm start`.
const settingsFile = join(packageRoot(), '.local', 'settings.json');
if (!existsSync(settingsFile)) {
  process.stderr.write('There is no running set-up. Start one first with "npm start", and leave it running.\n');
  process.exit(1);
}
const environment = JSON.parse(readFileSync(settingsFile, 'utf8')) as Record<string, string>;
const port = Number(process.env['PLAYGROUND_PORT'] ?? 56_150);
try {
  const playground = await startPlayground({ environment, folder: join(packageRoot(), '.local'), port, botPort: Number(process.env['PLAYGROUND_BOT_PORT'] ?? 3_977) });
  process.stdout.write(`The Agents Playground is ready: ${playground.url}\nYou are the head. Write "what is waiting?". Ctrl-C stops it.\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { void playground.stop().then(() => process.exit(0)); });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
