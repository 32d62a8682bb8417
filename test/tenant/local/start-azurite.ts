import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface RunningAzurite { blobsUrl: string; tablesUrl: string; stop(): Promise<void> }

/** Azurite's well-known account: public, and good for nothing but a developer's own machine. */
export const azuriteAccount = { name: 'devstoreaccount1', key: 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==' };

/** Microsoft's storage emulator on free ports, its data in `folder`. Ended by SIGTERM, which keeps what was written. */
export async function startAzurite(folder: string): Promise<RunningAzurite> {
  mkdirSync(folder, { recursive: true });
  const child = spawn(process.execPath, [
    createRequire(import.meta.url).resolve('azurite/dist/src/azurite.js'), '--location', folder, '--blobPort', '0', '--queuePort', '0', '--tablePort', '0',
    '--skipApiVersionCheck', '--disableTelemetry', '--silent',
  ], { stdio: ['ignore', 'pipe', 'ignore'] });
  // A child that outlives its parent would hold the folder, and in CI the job.
  process.once('exit', () => { child.kill('SIGTERM'); });
  const ports = await portsOf(child);
  const url = (service: string): string => `http://127.0.0.1:${ports[service] ?? ''}/${azuriteAccount.name}`;
  return { blobsUrl: url('Blob'), tablesUrl: url('Table'), stop: () => ended(child) };
}

function portsOf(child: ChildProcess): Promise<Record<string, string>> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (text: Buffer) => {
      said += text.toString();
      const found = [...said.matchAll(/(Blob|Queue|Table) service is successfully listening at http:\/\/127\.0\.0\.1:(\d+)/g)];
      if (found.length >= 3) resolve(Object.fromEntries(found.map((each) => [each[1] ?? '', each[2] ?? ''])));
    });
    child.once('exit', () => { reject(new Error(`Azurite ended before it listened.\n${said}`)); });
  });
}

/** Asked to end, then waited for; killed when it will not. */
export function ended(child: ChildProcess, withinMs = 10_000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => { child.kill('SIGKILL'); }, withinMs);
    child.once('exit', () => { clearTimeout(timer); resolve(); });
    child.kill('SIGTERM');
  });
}
