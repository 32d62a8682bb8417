import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pageApiRoutes } from '../page-api/routes.ts';
import { TenantFault, type TenantReply } from '../route.ts';
import { buildRouter, type Router } from '../router.ts';
import type { Tenant } from '../tenant.ts';
import { listen, plainHeaders, readBody } from '../tls-server.ts';
import { streamNews } from './news.ts';
import { controlRoutes, type ControlParts } from './routes.ts';
import { findStaticFile } from './static-files.ts';

export interface Control { controlUrl: string; pageUrl: string; stop(): Promise<void> }

/** The plain http listener on 127.0.0.1: `/control/…`, the page's own routes, and the built page for everything else. */
export async function startControl(parts: ControlParts, port: number): Promise<Control> {
  const router = buildRouter([...controlRoutes(parts), ...pageApiRoutes(parts.tenant, parts.smtpPort)]);
  const server = createServer((request, response) => { void exchange(parts.tenant, router, request, response); });
  await listen(server, port, 'the page of the local Microsoft 365');
  const at = String((server.address() as AddressInfo).port);
  return { controlUrl: `http://127.0.0.1:${at}/control`, pageUrl: `http://localhost:${at}`, stop: () => close(server) };
}

async function exchange(tenant: Tenant, router: Router, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    refuseOtherHosts(request);
    if (request.method === 'GET' && request.url === '/control/news') { streamNews(tenant, response); return; }
    write(response, await answer(router, request));
  } catch (error) {
    const status = error instanceof TenantFault ? error.status : 500;
    const message = error instanceof Error ? error.message : String(error);
    if (status === 500) process.stderr.write(`local Microsoft 365: ${error instanceof Error ? (error.stack ?? message) : message}\n`);
    write(response, { status, body: { error: { code: error instanceof TenantFault ? error.code : 'InternalError', message } } });
  }
}

const OWN_HOSTS = new Set(['localhost', '127.0.0.1']);

/** A web page elsewhere must not steer the tenant, neither by a name of its own that points here nor by posting across. */
function refuseOtherHosts(request: IncomingMessage): void {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const origin = request.headers.origin;
  if (!OWN_HOSTS.has(host) || (origin !== undefined && !OWN_HOSTS.has(hostOf(origin)))) {
    throw new TenantFault(403, 'WrongHost', 'This listener answers to pages and programs of this machine only, as localhost or 127.0.0.1.');
  }
}

function hostOf(origin: string): string {
  try { return new URL(origin).hostname; } catch { return ''; }
}

/** Calls, which are never answered with the page itself. */
const CALLS = /^\/(control|page)\//;

async function answer(router: Router, request: IncomingMessage): Promise<TenantReply> {
  const [rawPath = '/', query = ''] = (request.url ?? '/').split('?', 2);
  const method = request.method ?? 'GET';
  const found = router(method, rawPath);
  if ('unknown' in found) return (method === 'GET' && !CALLS.test(rawPath) ? findStaticFile(rawPath) : null) ?? unknownRoute(found.unknown);
  const body = await readBody(request);
  return found.route.handle({
    method, path: found.path, params: found.params, query: new URLSearchParams(query), headers: plainHeaders(request), body, caller: null,
    json: () => parseJson(body),
  });
}

function unknownRoute(name: string): never {
  throw new TenantFault(501, 'NotImplemented', `Nothing here answers to ${name}.`);
}

function parseJson(body: Buffer): unknown {
  try { return JSON.parse(body.toString('utf8')) as unknown; } catch { throw new TenantFault(400, 'BadRequest', 'The body is not JSON.'); }
}

function write(response: ServerResponse, reply: TenantReply): void {
  const { body } = reply;
  const headers = { 'Cache-Control': 'no-store', ...reply.headers };
  if (body === undefined) { response.writeHead(reply.status, headers).end(); return; }
  const raw = typeof body === 'string' || Buffer.isBuffer(body);
  response.writeHead(reply.status, { 'Content-Type': raw ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8', ...headers });
  response.end(raw ? body : JSON.stringify(body));
}

function close(server: Server): Promise<void> {
  return new Promise((done) => { server.close(() => { done(); }); server.closeAllConnections(); });
}

