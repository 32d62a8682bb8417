import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocal, type RunningLocal } from '../tenant/local/start-local.ts';

/** A whole set-up of its own for one bench, gone afterwards. */
export async function withRunningLocal<T>(work: (local: RunningLocal) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'concern-desk-bench-'));
  const local = await startLocal({ folder, ports: { tls: 0, smtp: 0, page: 0, bot: 0 } });
  try { return await work(local); } finally {
    await local.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
