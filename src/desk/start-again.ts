import { spawn } from 'node:child_process';

/**
 * Node reads NODE_EXTRA_CA_CERTS once, at its start: the same command again in a process that was told of it. Answers that process's exit code;
 * what it prints is printed here.
 */
export function startAgain(caFile: string): Promise<number> {
  const child = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit', env: { ...process.env, NODE_EXTRA_CA_CERTS: caFile } });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => { resolve(code ?? 1); });
  });
}
