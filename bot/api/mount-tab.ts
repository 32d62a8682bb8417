import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Response, type Router } from 'express';
import type { Settings } from '../../src/config.ts';

/** The built tab. Its page gets a fresh nonce each time: Fluent makes its styles at run time, and without the nonce every style is lost. */
export function tabRoutes(folder: string, { endpoints }: Pick<Settings, 'endpoints'>): Router {
  const router = express.Router();
  const page = (name: string) => (_: unknown, response: Response): void => {
    const nonce = randomBytes(16).toString('base64');
    response.setHeader('Content-Security-Policy', contentPolicy(nonce, endpoints.tabFrameAncestors));
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(readFileSync(join(folder, name), 'utf8').replaceAll('__NONCE__', nonce).replaceAll('__ORIGINS__', endpoints.tabOrigins.join(' ')));
  };
  router.get(['/', '/index.html'], page('index.html'));
  router.use(express.static(folder, { index: false, immutable: true, maxAge: '1y', setHeaders: (response) => { response.setHeader('X-Content-Type-Options', 'nosniff'); } }));
  return router;
}

/** teams-js asks Microsoft's CDN for its list of hosts; everything else is ours. */
function contentPolicy(nonce: string, ancestors: readonly string[]): string {
  return [
    'default-src \'none\'', 'script-src \'self\'', `style-src 'self' 'nonce-${nonce}'`, 'img-src \'self\' data: blob:', 'font-src \'self\' data:',
    'connect-src \'self\' https://res.cdn.office.net', 'base-uri \'none\'', 'form-action \'none\'', `frame-ancestors ${ancestors.join(' ') || '\'none\''}`,
  ].join('; ');
}
