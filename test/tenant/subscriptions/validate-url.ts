import { randomUUID } from 'node:crypto';
import { TenantFault } from '../route.ts';

const TIME_LIMIT_MS = 10_000;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Graph's handshake: the address must give back the token, decoded, as text/plain with 200, within ten seconds. */
export async function validateUrl(address: string): Promise<void> {
  const url = parseAddress(address);
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()} +/&?`;
  url.searchParams.set('validationToken', token);
  let answer: Response;
  try { answer = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'text/plain; charset=utf-8' }, signal: AbortSignal.timeout(TIME_LIMIT_MS) }); } catch {
    throw failed('The request timed out or the connection was refused.');
  }
  const body = await answer.text();
  if (answer.status !== 200) throw failed(`Notification endpoint must respond with 200 OK to validation request. It answered ${String(answer.status)}.`);
  if (!(answer.headers.get('content-type') ?? '').startsWith('text/plain')) throw failed('The answer must be text/plain.');
  if (body !== token) throw failed('The answer must be the decoded validation token and nothing else.');
}

/** https anywhere; plain http only to this machine, where Microsoft 365 itself would refuse it. */
function parseAddress(address: string): URL {
  let url: URL;
  try { url = new URL(address); } catch { throw new TenantFault(400, 'InvalidRequest', 'Invalid notificationUrl.'); }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.has(url.hostname))) throw new TenantFault(400, 'InvalidRequest', 'NotificationUrl must be https.');
  return url;
}

function failed(why: string): TenantFault {
  return new TenantFault(400, 'InvalidRequest', `Subscription validation request failed. ${why}`);
}
