import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { RunningTenant } from '../tenant/server.ts';

/** Any standard mail client: nodemailer over the SMTP door. */
export async function post(local: RunningTenant, mail: SendMailOptions): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: local.smtpPort, secure: false, ignoreTLS: true });
  try { await transport.sendMail({ from: 'Amara Nwosu <amara.nwosu@mail.example>', to: 'school@grove.example', ...mail }); } finally { transport.close(); }
}

/** A call of the control listener. */
export async function control(local: RunningTenant, method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`${local.controlUrl}${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${await answer.text()}`);
  const text = await answer.text();
  return text === '' ? undefined : JSON.parse(text) as unknown;
}

export interface Seen { url: string; body: string }

/** An app's notification address: answers the handshake as it must, and keeps what it is told. */
export interface Endpoint { url: string; seen: Seen[]; answerWith(status: number): void; handshake(on: boolean): void; close(): Promise<void> }

export async function openEndpoint(): Promise<Endpoint> {
  const seen: Seen[] = [];
  let status = 202;
  let shakes = true;
  const server: Server = createServer((request: IncomingMessage, response) => {
    let body = '';
    request.on('data', (part: Buffer) => { body += part.toString(); });
    request.on('end', () => {
      const token = new URL(request.url ?? '/', 'http://localhost').searchParams.get('validationToken');
      if (token !== null) { response.writeHead(shakes ? 200 : 404, { 'Content-Type': 'text/plain' }).end(token); return; }
      seen.push({ url: request.url ?? '', body });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, seen,
    answerWith: (next) => { status = next; }, handshake: (on) => { shakes = on; },
    close: () => new Promise((done) => { server.close(() => { done(); }); server.closeAllConnections(); }),
  };
}

/** Waits for a condition, not for a time. */
export async function until<T>(what: () => T | undefined | false, withinMs = 8000): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const found = what();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error('What was waited for did not happen.');
    await new Promise((soon) => { setTimeout(soon, 10); });
  }
}
