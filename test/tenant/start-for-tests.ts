import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTenant, type RunningTenant, type TenantOptions } from './server.ts';

/** A tenant of its own for one test file: empty, on free ports, with the runner's CA; `stop` takes its folder away. */
export async function startTenantForTests(options: Partial<TenantOptions> = {}): Promise<RunningTenant> {
  const caFolder = process.env['CA_DIR'];
  if (caFolder === undefined) throw new Error('CA_DIR is not set: run tests with `node test/run.mjs`, which makes the CA that Node must be told of at its start.');
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'tenant-'));
  const running = await startTenant({ folder, caFolder, port: 0, smtpPort: 0, pagePort: 0, ...options });
  return { ...running, stop: async () => { await running.stop(); if (options.folder === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 3 }); } };
}
