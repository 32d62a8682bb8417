import { startBot } from './server.ts';
import { readSettings, SettingsFault } from '../src/config.ts';
import { logToStderr } from '../src/log.ts';

// The one process: doors for Teams, the tab and Graph's notifications, and the loops that read mail and do what is owed.
try {
  const bot = await startBot(readSettings(process.env), logToStderr);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => { void bot.stop().then(() => process.exit(0)); });
  process.stdout.write(`Concern Desk listens on port ${String(bot.port)}.\n`);
} catch (error) {
  process.stderr.write(`${error instanceof SettingsFault ? error.message : error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
  process.exit(1);
}
