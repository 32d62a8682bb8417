import { readFileSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Answer, Dispatch, RawCall } from './dispatcher.ts';
import { DroppedConnection } from './faults.ts';
import type { LocalCa } from './local-ca.ts';

const GRAPH_JSON = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

/** Listens on 127.0.0.1; a busy port is a sentence that names it. */
export async function listenTls(ca: LocalCa, port: number): Promise<{ server: Server; port: number }> {
  const server = createServer({ key: readFileSync(ca.keyFile), cert: readFileSync(ca.certFile) });
  await listen(server, port, 'the TLS services of the local Microsoft 365');
  return { server, port: (server.address() as AddressInfo).port };
}

/** Resolves when `server` listens on loopback; `what` names it in the refusal. */
export function listen(server: Server, port: number, what: string): Promise<void> {
  return new Promise((done, refuse) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      refuse(error.code === 'EADDRINUSE' ? new Error(`Port ${String(port)} is already in use, so ${what} can't start. Stop what uses it, or choose another port.`) : error);
    });
    server.listen(port, '127.0.0.1', done);
  });
}

/** Hands every request to `dispatch`. What goes wrong inside is a bug of ours: 500 with its message, never a silent hang. */
export function serve(server: Server, dispatch: Dispatch, heard: (call: RawCall, answer: Answer) => void): void {
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void exchange(request, response, dispatch, heard).catch((error: unknown) => {
      if (error instanceof DroppedConnection) { response.destroy(); return; }
      process.stderr.write(`local Microsoft 365: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      write(response, '', { status: 500, headers: {}, body: { error: { code: 'InternalServerError', message: String(error) } } });
    });
  });
}

async function exchange(request: IncomingMessage, response: ServerResponse, dispatch: Dispatch, heard: (call: RawCall, answer: Answer) => void): Promise<void> {
  const call: RawCall = { method: request.method ?? 'GET', url: request.url ?? '/', headers: plainHeaders(request), body: await readBody(request) };
  const answer = await dispatch(call);
  heard(call, answer);
  write(response, call.url, answer);
}

function write(response: ServerResponse, url: string, answer: Answer): void {
  const { body } = answer;
  if (body === undefined) { response.writeHead(answer.status, { 'Content-Length': '0', ...answer.headers }).end(); return; }
  const raw = typeof body === 'string' || Buffer.isBuffer(body);
  const type = raw ? 'text/plain' : url.startsWith('/v1.0/') ? GRAPH_JSON : 'application/json; charset=utf-8';
  response.writeHead(answer.status, { 'Content-Type': type, ...answer.headers }).end(raw ? body : JSON.stringify(body));
}

/** Lower-case names, repeated ones joined. */
export function plainHeaders(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]));
}

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
