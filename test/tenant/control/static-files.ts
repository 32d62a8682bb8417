import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, normalize, sep } from 'node:path';
import type { TenantReply } from '../route.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.ico': 'image/x-icon', '.json': 'application/json; charset=utf-8', '.map': 'application/json; charset=utf-8', '.woff2': 'font/woff2',
};

/** A file of the built page; a path without a dot is one of its own views and gets `index.html`. */
export function findStaticFile(rawPath: string): TenantReply | null {
  const folder = pageFolder();
  const wanted = normalize(join(folder, decodeURIComponent(rawPath)));
  if (wanted !== folder && !wanted.startsWith(folder + sep)) return null;
  const file = extname(wanted) === '' ? join(folder, 'index.html') : wanted;
  if (!existsSync(file) || !statSync(file).isFile()) return null;
  return { status: 200, headers: { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' }, body: readFileSync(file) };
}

/** `dist/tenant-page` of the checkout, whether this runs from `dist` or from source. */
function pageFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    if (dirname(folder) === folder) throw new Error('No package.json above this file, so the built page cannot be found.');
    folder = dirname(folder);
  }
  return join(folder, 'dist', 'tenant-page');
}
