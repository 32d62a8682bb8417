// Everything a test process must have before it starts: the local CA (Node reads NODE_EXTRA_CA_CERTS once, at start),
// an unpacked Chromium (two workers unpacking at once fail with ETXTBSY) and Azurite. Arguments are jest's own;
// `--screenshots` lets the browser journeys write the pictures of the README.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const STORAGE_KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
const children = [];

const folder = mkdtempSync(join(tmpdir(), 'concern-desk-tests-'));
// a child that outlives its parent and holds stdout would hang CI until its limit
process.on('exit', () => { for (const child of children) child.kill('SIGKILL'); rmSync(folder, { recursive: true, force: true }); });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => { process.exit(130); });

// said outright: Azurite's pipes would keep this process for ever
process.exit(await main(process.argv.slice(2)));

async function main(given) {
  const localCaFile = join(root, 'dist', 'test', 'tenant', 'local-ca.js');
  if (!existsSync(localCaFile)) {
    console.error('There is no built `dist`: run `npm run build` first (npm ci does it by itself).');
    return 1;
  }
  const [ca, chromium, azurite] = await Promise.all([makeCa(localCaFile), unpackChromium(), startAzurite()]);
  const screenshots = given.includes('--screenshots');
  const results = join(folder, 'results.json');
  const code = await runJest(given.filter((one) => one !== '--screenshots'), results, {
    NODE_EXTRA_CA_CERTS: ca, CA_DIR: dirname(ca), CHROMIUM: chromium, STORAGE_KEY,
    AZURITE_BLOBS: `http://127.0.0.1:${azurite.Blob}/devstoreaccount1`, AZURITE_TABLES: `http://127.0.0.1:${azurite.Table}/devstoreaccount1`,
    ...(screenshots ? { SCREENSHOTS: '1' } : {}),
  });
  return report(results, code);
}

async function makeCa(localCaFile) {
  const { localCa } = await import(localCaFile);
  return (await localCa(join(folder, 'ca'))).caFile;
}

async function unpackChromium() {
  // lets the package unpack its own system libraries where a bare machine has none
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}

function startAzurite() {
  const child = spawn(process.execPath, [require.resolve('azurite/dist/src/azurite.js'), '--inMemoryPersistence', '--blobPort', '0', '--queuePort', '0',
    '--tablePort', '0', '--skipApiVersionCheck', '--disableTelemetry', '--silent'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  return new Promise((ready, refuse) => {
    let heard = '';
    const listen = (data) => {
      heard += data;
      const found = [...heard.matchAll(/(Blob|Queue|Table) service is successfully listening at http:\/\/127\.0\.0\.1:(\d+)/g)];
      if (found.length >= 3) ready(Object.fromEntries(found.map((one) => [one[1], one[2]])));
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', (code) => { refuse(new Error(`Azurite ended before it was ready (code ${code}): ${heard}`)); });
  });
}

function runJest(given, results, environment) {
  const child = spawn(process.execPath, ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', require.resolve('jest/bin/jest'),
    '--json', `--outputFile=${results}`, ...given], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...environment } });
  children.push(child);
  return new Promise((done) => { child.on('exit', (code) => { done(code ?? 1); }); });
}

/** jest's own summary is read by nobody; the last line is. A suite that could not run counts as a failure. */
function report(results, code) {
  if (!existsSync(results)) { console.log('0 passed, 1 failed'); return 1; }
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(results, 'utf8'));
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  console.log(`${numPassedTests} passed, ${failed === 0 && code !== 0 ? 1 : failed} failed`);
  return code !== 0 || failed > 0 ? 1 : 0;
}
