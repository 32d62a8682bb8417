import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installFor } from '../connector/teams.ts';
import { localCa } from '../local-ca.ts';
import { startTenant, type RunningTenant } from '../server.ts';
import { freePort } from './free-port.ts';
import { startAzurite } from './start-azurite.ts';
import { botEnvironment, endpointsOf, staffOids, type Addresses } from './bot-environment.ts';
import { superviseBot, type SupervisedBot } from './supervise-bot.ts';

export interface LocalOptions {
  /** Everything is kept here: `.local` for `npm start`, a folder of its own for each test. */
  folder: string;
  ports: { tls: number; smtp: number; page: number; bot: number };
  fresh?: boolean;
  recordFile?: string;
  /** Settings that differ from the invented school's. */
  settings?: Record<string, string>;
  say?: (line: string) => void;
}

export interface RunningLocal {
  tenant: RunningTenant;
  bot: SupervisedBot;
  botUrl: string;
  storage: { blobsUrl: string; tablesUrl: string };
  environment: Record<string, string>;
  /** Nothing was in the folder before. */
  isNew: boolean;
  stop(): Promise<void>;
}

/** Azurite, the small Microsoft 365 and the bot process, as one school's whole set-up on this machine. */
export async function startLocal(options: LocalOptions): Promise<RunningLocal> {
  const say = options.say ?? ((): void => undefined);
  const { folder } = options;
  if (options.fresh === true) rmSync(folder, { recursive: true, force: true });
  const isNew = !existsSync(join(folder, 'settings.json'));
  mkdirSync(folder, { recursive: true });
  const ports = await keptPorts(folder, options.ports);
  say('Starting storage (Azurite) …');
  const azurite = await startAzurite(join(folder, 'azurite'));
  say('Starting the small Microsoft 365 …');
  const caFolder = join(folder, 'ca');
  const tenant = await startTenant({
    folder: join(folder, 'tenant'), caFolder, port: ports.tls, smtpPort: ports.smtp, pagePort: ports.page, botUrl: `http://localhost:${String(ports.bot)}`,
    ...(options.recordFile === undefined ? {} : { recordFile: options.recordFile }),
  });
  const environment = await writeSettings(folder, { ...azurite, ...tenant, botPort: ports.bot, caFile: (await localCa(caFolder)).caFile }, options.settings);
  say('Starting Concern Desk …');
  const bot = await superviseBot(environment, join(folder, 'bot.log'));
  if (isNew) await Promise.all(staffOids.map((oid) => installFor(tenant.tenant, oid)));
  return {
    tenant, bot, botUrl: `http://localhost:${String(ports.bot)}`, storage: azurite, environment, isNew,
    stop: async () => { await bot.stop(); await tenant.stop(); await azurite.stop(); },
  };
}

async function writeSettings(folder: string, at: Omit<Addresses, 'endpointsFile'>, more: Record<string, string> = {}): Promise<Record<string, string>> {
  const endpointsFile = join(folder, 'endpoints.json');
  writeFileSync(endpointsFile, JSON.stringify(endpointsOf(at), null, 2));
  const environment = botEnvironment({ ...at, endpointsFile }, more);
  // The desk command finds the running set-up by this file.
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(environment, null, 2));
  return Promise.resolve(environment);
}

/** Delta links, serviceUrls and subscriptions hold ports, so a folder keeps those it began with. */
async function keptPorts(folder: string, wanted: LocalOptions['ports']): Promise<LocalOptions['ports']> {
  const file = join(folder, 'ports.json');
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as Partial<LocalOptions['ports']> : {};
  const entries = await Promise.all(Object.entries(wanted).map(async ([name, port]) => [name, port !== 0 ? port : kept[name as keyof typeof kept] ?? await freePort()] as const));
  const ports = Object.fromEntries(entries) as unknown as LocalOptions['ports'];
  writeFileSync(file, JSON.stringify(ports));
  return ports;
}
