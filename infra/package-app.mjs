// Puts together what Azure gets: `node infra/package-app.mjs` fills build/app, `--list` only names it (files, then packages, as JSON).
// Only the parts named here are shipped: no tests, no local Microsoft 365, no certificate authority, no storage emulator.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);
const shipped = ['dist/bot', 'dist/src', 'dist/tab', 'src/desk/desk.mjs', 'src/mail/words', 'package.json', 'package-lock.json', 'LICENSE'];

if (!existsSync(join(root, 'dist', 'bot', 'main.js'))) {
  console.error('There is no built dist: run "npm ci" first, which builds it.');
  process.exit(1);
}
if (process.argv.includes('--list')) console.log(JSON.stringify({ files: shipped.flatMap(filesOf), packages: packages() }));
else packageApp();

function packageApp() {
  const app = join(root, 'build', 'app');
  rmSync(app, { recursive: true, force: true });
  for (const part of shipped) {
    mkdirSync(dirname(join(app, part)), { recursive: true });
    cpSync(join(root, part), join(app, part), { recursive: true });
  }
  // App Service is Linux on x64, whatever machine this is. Without --ignore-scripts `prepare` would try to build again.
  execFileSync('npm', ['ci', '--omit=dev', '--ignore-scripts', '--os=linux', '--cpu=x64', '--libc=glibc', '--no-audit', '--no-fund'],
    { cwd: app, stdio: 'inherit', shell: process.platform === 'win32' });
}

function filesOf(part) {
  const entries = part.includes('.') || part === 'LICENSE' ? null : readdirSync(join(root, part), { withFileTypes: true, recursive: true });
  return entries === null ? [part] : entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name).slice(root.length + 1).replaceAll('\\', '/'));
}

/** By name, as `npm ci --omit=dev` installs them. */
function packages() {
  const { packages: locked } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(locked).filter(([path, { dev }]) => path !== '' && dev !== true).map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
}
