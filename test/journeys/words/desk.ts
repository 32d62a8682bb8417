import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../../../bot/package-root.ts';

export interface DeskAnswer { code: number; said: string; complained: string }

/** `npx desk …` as the operator types it, against this school's set-up. */
export function desk(environment: Readonly<Record<string, string>>, words: readonly string[]): Promise<DeskAnswer> {
  const child = spawn(process.execPath, [join(packageRoot(), 'src', 'desk', 'desk.mjs'), ...words], { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  const parts = { said: '', complained: '' };
  child.stdout.on('data', (text: Buffer) => { parts.said += text.toString(); });
  child.stderr.on('data', (text: Buffer) => { parts.complained += text.toString(); });
  return new Promise((resolve) => { child.once('close', (code) => { resolve({ code: code ?? 1, ...parts }); }); });
}
