import type { Route } from './route.ts';
import { TenantFault } from './route.ts';

export interface Found { route: Route; params: Record<string, string>; path: string }
export type Router = (method: string, rawPath: string) => Found | { unknown: string };

// OData allows users('x') for users/x; SDK users write both, and so do the resources of subscriptions.
const KEYED = /^(users|groups|mailFolders|childFolders|messages|attachments|subscriptions)\('((?:[^']|'')*)'\)$/i;

/** All routes of all services in one list; the first that fits answers. */
export function buildRouter(routes: Route[]): Router {
  const compiled = routes.map((route) => ({ route, match: matcher(route.path) }));
  return (method, rawPath) => {
    const segments = canonicalSegments(rawPath);
    const path = segments.map(decode).join('/');
    for (const { route, match } of compiled) {
      if (route.method !== method) continue;
      const params = match(segments, path);
      if (params !== null) return { route, params, path };
    }
    return { unknown: `${method} ${path}` };
  };
}

type Match = (segments: string[], path: string) => Record<string, string> | null;

function matcher(pattern: string | RegExp): Match {
  if (pattern instanceof RegExp) return (_segments, path) => { const found = pattern.exec(path); return found === null ? null : { ...found.groups }; };
  const wanted = pattern.split('/');
  return (segments) => matchSegments(wanted, segments);
}

function matchSegments(wanted: string[], segments: string[]): Record<string, string> | null {
  if (wanted.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [at, want] of wanted.entries()) {
    const got = segments[at] ?? '';
    if (want.startsWith(':')) { if (got === '') return null; params[want.slice(1)] = decode(got); }
    else if (want.toLowerCase() !== decode(got).toLowerCase()) return null;
  }
  return params;
}

/** `users('x')/mailFolders('Inbox')/messages/delta()` becomes `users/x/mailFolders/Inbox/messages/delta`. Drive paths are left alone. */
function canonicalSegments(rawPath: string): string[] {
  const segments = rawPath.split('/');
  if (rawPath.includes(':/') || !rawPath.startsWith('/v1.0/')) return segments;
  return segments.flatMap((segment) => {
    const keyed = KEYED.exec(decode(segment));
    if (keyed?.[1] !== undefined && keyed[2] !== undefined) return [keyed[1], encodeURIComponent(keyed[2].replaceAll("''", "'"))];
    return [segment.replace(/^microsoft\.graph\./, '').replace(/\(\)$/, '')];
  });
}

function decode(segment: string): string {
  try { return decodeURIComponent(segment); } catch { throw new TenantFault(400, 'BadRequest', 'The request path is not well-formed.'); }
}
