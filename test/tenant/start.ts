import { createConnection } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../../bot/package-root.ts';
import { describeOwnWords } from '../../src/mail/load-words/load-mail-words.ts';
import { startLocal, type RunningLocal } from './local/start-local.ts';
import { openInBrowser } from './local/open-in-browser.ts';
import { sendSamples } from './local/send-samples.ts';
import { people } from './seed/people.ts';

// `npm start`: the whole product on one laptop, with no internet and no account.
const { values: given } = parseArgs({ options: { fresh: { type: 'boolean' }, record: { type: 'string' }, open: { type: 'boolean' } } });
const say = (line: string): void => { process.stdout.write(`${line}\n`); };
const port = (name: string, usual: number): number => Number(process.env[name] ?? usual);
const ports = { tls: port('TLS_PORT', 3980), smtp: port('SMTP_PORT', 2525), page: port('PAGE_PORT', 3979), bot: port('BOT_PORT', 3978) };

let running: RunningLocal | null = null;
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    say('\nStopping …');
    void (running?.stop() ?? Promise.resolve()).finally(() => process.exit(0));
  });
}

try {
  await refuseBusyPorts();
  const words = ownWords();
  running = await startLocal({
    folder: join(packageRoot(), '.local'), ports, say, ...(given.fresh === true ? { fresh: true } : {}), settings: words,
    ...(given.record === undefined ? {} : { recordFile: resolve(given.record) }),
  });
  if (running.isNew) {
    say('Sending the sample emails to school@grove.example …');
    await sendSamples(running.tenant.smtpPort);
  }
  tellWhatToOpen(running.tenant.pageUrl);
  if (given.open === true) openInBrowser(running.tenant.pageUrl);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  await running?.stop();
  process.exit(1);
}

/** `MAIL_WORDS=folder npm start` judges the mail with a school's own words too; with a broken folder nothing starts. */
function ownWords(): Record<string, string> {
  const given = process.env['MAIL_WORDS'] ?? '';
  if (given === '') return {};
  const folder = resolve(process.env['INIT_CWD'] ?? '.', given);
  say(describeOwnWords(folder));
  return { MAIL_WORDS: folder };
}

/** Said before anything starts, so that nothing has to be taken back. */
async function refuseBusyPorts(): Promise<void> {
  const names = { tls: 'TLS_PORT', smtp: 'SMTP_PORT', page: 'PAGE_PORT', bot: 'BOT_PORT' };
  for (const [key, number] of Object.entries(ports)) {
    if (await isBusy(number)) throw new Error(`Port ${String(number)} is in use. Stop what listens there, or choose another with ${names[key as keyof typeof names]}=… npm start`);
  }
}

function isBusy(number: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = createConnection({ port: number, host: '127.0.0.1' });
    socket.once('connect', () => { socket.destroy(); answer(true); });
    socket.once('error', () => { answer(false); });
  });
}

function tellWhatToOpen(pageUrl: string): void {
  say('');
  say(`Concern Desk is ready: ${pageUrl}`);
  say('You can be:');
  for (const person of people) say(`  ${person.displayName}, ${person.jobTitle.toLowerCase()}${person.outside ? ' (outside the school)' : ''}`);
  say('Ctrl-C stops everything; what you did is kept for the next start ("npm start -- --fresh" begins again).');
}
