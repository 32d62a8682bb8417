import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettings, SettingsFault, type Settings } from '../config.ts';

/** Written by `npm start`: the environment of the running local bot. */
export const localSettingsFile = join('.local', 'settings.json');

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings in the environment; where there are none, those of the local set-up that `npm start` left in the checkout. */
export function findSettings(env: Environment = process.env): Settings {
  if (env['TABLES_URL'] !== undefined) return readSettings(env);
  const local = localSetUp(env);
  if (local === null) throw new SettingsFault('There is no running set-up to be found. Start one with "npm start", or set the settings in the environment.');
  return readSettings({ ...local.kept, MICROSOFT_LOCAL_ENDPOINTS: resolve(local.root, local.kept['MICROSOFT_LOCAL_ENDPOINTS'] ?? join('.local', 'endpoints.json')) });
}

/** The certificate authority of the local set-up that this process would speak to and was not told of; null where there is nothing to be told. */
export function untoldCa(env: Environment = process.env): string | null {
  if (env['TABLES_URL'] !== undefined) return null;
  const local = localSetUp(env);
  const file = local?.kept['NODE_EXTRA_CA_CERTS'];
  if (local === null || file === undefined) return null;
  // A machine may name a certificate authority of its own (a proxy's, say), which knows nothing of this one.
  const own = resolve(local.root, file);
  return env['NODE_EXTRA_CA_CERTS'] === own ? null : own;
}

function localSetUp(env: Environment): { root: string; kept: Record<string, string> } | null {
  const root = checkoutOf(env['INIT_CWD'] ?? process.cwd()) ?? checkoutOf(dirname(fileURLToPath(import.meta.url)));
  if (root === null) return null;
  try { return { root, kept: JSON.parse(readFileSync(join(root, localSettingsFile), 'utf8')) as Record<string, string> }; } catch (cause) {
    throw new SettingsFault(`${join(root, localSettingsFile)} can't be read. "npm start" writes it anew.`, { cause });
  }
}

/** The nearest folder above that holds a local set-up. */
function checkoutOf(from: string): string | null {
  if (existsSync(join(from, localSettingsFile))) return from;
  const parent = dirname(from);
  return parent === from ? null : checkoutOf(parent);
}
