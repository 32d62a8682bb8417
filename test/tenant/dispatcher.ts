import { randomUUID } from 'node:crypto';
import { identifyCaller } from './bearer.ts';
import type { Faults } from './faults.ts';
import type { Throttle } from './mail/graph/throttle.ts';
import { TenantFault, type TenantReply, type TenantRequest } from './route.ts';
import type { Found, Router } from './router.ts';
import type { Signing } from './signing.ts';

export interface RawCall { method: string; url: string; headers: Record<string, string>; body: Buffer }
export interface Answer { status: number; headers: Record<string, string>; body: unknown }
/** One call from its bytes to its answer, whatever it came in by: TLS, or an item of a `$batch`. */
export type Dispatch = (call: RawCall) => Promise<Answer>;

interface Parts { router: Router; signing: Signing; faults: Faults; throttle: Throttle }

export function buildDispatcher(parts: Parts): Dispatch {
  return async (call) => {
    const ids = { 'request-id': randomUUID(), 'client-request-id': call.headers['client-request-id'] ?? randomUUID() };
    try {
      const reply = await parts.throttle.around(call.url, () => parts.faults.around(call.method, decodeLoosely(call.url), () => answer(parts, call)));
      return { status: reply.status, headers: { ...ids, ...reply.headers }, body: inEnvelope(reply, ids) };
    } catch (error) {
      if (!(error instanceof TenantFault)) throw error;
      return { status: error.status, headers: { ...ids, ...error.headers }, body: envelope(error.code, error.message, ids) };
    }
  };
}

async function answer(parts: Parts, call: RawCall): Promise<TenantReply> {
  const [rawPath, query] = splitAt(call.url, '?');
  const found = parts.router(call.method, rawPath);
  if ('unknown' in found) {
    throw new TenantFault(501, 'NotImplemented', `The local Microsoft 365 does not know this route: ${found.unknown}. See its README for what it imitates.`);
  }
  const caller = found.route.open === true ? null : await identifyCaller(parts.signing, found.path, call.headers['authorization']);
  return found.route.handle(requestOf(call, found, query, caller));
}

function requestOf(call: RawCall, found: Found, query: string, caller: TenantRequest['caller']): TenantRequest {
  return {
    method: call.method, path: found.path, params: found.params, query: new URLSearchParams(query), headers: call.headers, body: call.body, caller,
    json: () => parseJson(call.body),
  };
}

function parseJson(body: Buffer): unknown {
  try { return JSON.parse(body.toString('utf8')) as unknown; } catch {
    throw new TenantFault(400, 'BadRequest', 'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.');
  }
}

/** An injected fault may name only a code: it still arrives in Microsoft's envelope. */
function inEnvelope(reply: TenantReply, ids: Record<string, string>): unknown {
  if (reply.status < 400 || reply.body !== undefined) return reply.body;
  return envelope(CODES[reply.status] ?? 'UnknownError', 'A fault was injected by the control of the local Microsoft 365.', ids);
}

const CODES: Record<number, string> = {
  401: 'InvalidAuthenticationToken', 403: 'ErrorAccessDenied', 404: 'itemNotFound', 409: 'conflict', 410: 'SyncStateNotFound', 412: 'preconditionFailed',
  429: 'TooManyRequests', 500: 'InternalServerError', 502: 'BadGateway', 503: 'ServiceUnavailable', 504: 'GatewayTimeout',
};

/** Microsoft's error shape, the same for every Graph service. */
function envelope(code: string, message: string, ids: Record<string, string>): unknown {
  return { error: { code, message, innerError: { date: new Date().toISOString().slice(0, 19), ...ids } } };
}

function splitAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function decodeLoosely(url: string): string {
  try { return decodeURIComponent(url); } catch { return url; }
}

