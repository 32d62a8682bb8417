import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettings, SettingsFault, type Settings } from '../config.ts';

/** Written by `npm start`: the environment of the running local bot. */
export const localSettingsFile = join('.local', 'settings.json');

/** The settings in the environment; where there are none, those of the local set-up that `npm start` left in the checkout. */
export function findSettings(env: Readonly<Record<string, string | undefined>> = process.env): Settings {
  if (env['TABLES_URL'] !== undefined) return readSettings(env);
  const root = checkoutOf(env['INIT_CWD'] ?? process.cwd()) ?? checkoutOf(dirname(fileURLToPath(import.meta.url)));
  if (root === null) throw new SettingsFault('There is no running set-up to be found. Start one with "npm start", or set the settings in the environment.');
  const kept = JSON.parse(readFileSync(join(root, localSettingsFile), 'utf8')) as Record<string, string>;
  return readSettings({ ...kept, MICROSOFT_LOCAL_ENDPOINTS: resolve(root, kept['MICROSOFT_LOCAL_ENDPOINTS'] ?? join('.local', 'endpoints.json')) });
}

/** The nearest folder above that holds a local set-up. */
function checkoutOf(from: string): string | null {
  if (existsSync(join(from, localSettingsFile))) return from;
  const parent = dirname(from);
  return parent === from ? null : checkoutOf(parent);
}
