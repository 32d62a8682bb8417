import type { Answer, Dispatch } from './dispatcher.ts';
import { TenantFault, type Route, type TenantRequest } from './route.ts';

interface Item { id: string; method: string; url: string; headers: Record<string, string>; body: unknown; dependsOn: string[] }
interface Outcome { id: string; status: number; headers: Record<string, string>; body?: unknown }

const MAX_ITEMS = 20;

/** `POST /v1.0/$batch`: up to twenty calls in one, not a transaction. `dispatch` is asked late: it holds this very route. */
export function batchRoutes(dispatch: () => Dispatch): Route[] {
  return [{ method: 'POST', path: '/v1.0/$batch', handle: async (request) => ({ status: 200, body: { responses: await runAll(dispatch(), request) } }) }];
}

async function runAll(dispatch: Dispatch, request: TenantRequest): Promise<Outcome[]> {
  const items = parseItems(request.json());
  const done = new Map<string, Outcome>();
  for (const item of items) done.set(item.id, await runOne(dispatch, request, item, done));
  return [...done.values()];
}

async function runOne(dispatch: Dispatch, outer: TenantRequest, item: Item, done: Map<string, Outcome>): Promise<Outcome> {
  if (item.dependsOn.some((id) => (done.get(id)?.status ?? 500) >= 400)) {
    return { id: item.id, status: 424, headers: {}, body: { error: { code: 'FailedDependency', message: 'A request this one depends on failed.' } } };
  }
  const answer = await dispatch({
    method: item.method, url: `/v1.0${item.url.startsWith('/') ? '' : '/'}${item.url}`,
    headers: { ...item.headers, authorization: outer.headers['authorization'] ?? '' }, body: bytesOf(item.body),
  });
  const body = bodyOf(answer);
  return { id: item.id, status: answer.status, headers: answer.headers, ...(body === undefined ? {} : { body }) };
}

/** JSON stays JSON; other bytes travel as base64 text. */
function bodyOf(answer: Answer): unknown {
  if (Buffer.isBuffer(answer.body)) return answer.body.toString('base64');
  return typeof answer.body === 'string' ? Buffer.from(answer.body).toString('base64') : answer.body;
}

function bytesOf(body: unknown): Buffer {
  if (body === undefined) return Buffer.alloc(0);
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

function parseItems(body: unknown): Item[] {
  const requests = (body as { requests?: unknown } | null)?.requests;
  if (!Array.isArray(requests)) throw bad('Invalid batch payload format.');
  if (requests.length > MAX_ITEMS) throw bad(`Number of batch request steps exceeds the maximum value of ${String(MAX_ITEMS)}.`);
  const items = requests.map(parseItem);
  const seen = new Set<string>();
  for (const item of items) {
    if (seen.has(item.id)) throw bad('Request Ids should be unique in a batch.');
    if (item.dependsOn.some((id) => !seen.has(id))) throw bad(`Request ${item.id} depends on a request that does not come before it.`);
    seen.add(item.id);
  }
  return items;
}

function parseItem(raw: unknown): Item {
  const item = (raw ?? {}) as Partial<Item>;
  if (typeof item.id !== 'string' || typeof item.method !== 'string' || typeof item.url !== 'string') throw bad('Invalid batch payload format.');
  const headers = Object.fromEntries(Object.entries(item.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  if (item.body !== undefined && headers['content-type'] === undefined) throw bad('A request with a body needs a Content-Type header.');
  return { id: item.id, method: item.method.toUpperCase(), url: item.url, headers, body: item.body, dependsOn: item.dependsOn ?? [] };
}

function bad(message: string): TenantFault {
  return new TenantFault(400, 'BadRequest', message);
}
