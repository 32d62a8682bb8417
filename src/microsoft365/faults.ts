import { Conflict, Fault } from '../ports.ts';
import { rights, type Right } from './graph/rights.ts';

/** What a fault is told of the call: nothing that holds a name, an address or a key. */
export interface CallFacts {
  /** "read a mail", as in "Microsoft 365 refused to read a mail". */
  doing: string;
  right: Right;
  /** A repeat might do it twice, so an unknown outcome means: look first. */
  once: boolean;
}

export interface Refusal { status: number; code: string; after: number | null; requestId: string }

/** A fault of which the adapter that asked may know more: 404 that means "gone", 410 that means "begin again". */
export class GraphRefusal extends Fault {
  readonly status: number;
  readonly code: string;

  constructor(message: string, again: Fault['again'], refusal: Refusal) {
    super(message, again, { after: refusal.after });
    this.status = refusal.status;
    this.code = refusal.code;
  }
}

/** The one place where an HTTP refusal of Graph becomes what the product understands. */
export function refusalFault(refusal: Refusal, call: CallFacts): GraphRefusal | Conflict {
  const { status } = refusal;
  const facts = `${String(status)} ${refusal.code}, request ${refusal.requestId}`;
  if (status === 409 || status === 412) return new Conflict(`Microsoft 365 has a newer state (${facts}): read again.`);
  if (status === 401 || status === 403) {
    // Planner's limits come as 403 too; their code (MaximumTasksInProject …) is in the sentence.
    return new GraphRefusal(`Microsoft 365 refused to ${call.doing} (${facts}). Check ${rights[call.right]}.`, 'never', refusal);
  }
  // throttled: certainly not done
  if (status === 429) return new GraphRefusal(`Microsoft 365 asks for a pause before it will ${call.doing} (${facts}).`, 'later', refusal);
  if (status >= 500 || status === 408) return new GraphRefusal(`Microsoft 365 could not ${call.doing} (${facts}).`, call.once ? 'look-first' : 'later', refusal);
  if (status === 404) return new GraphRefusal(`Microsoft 365 did not find what it needs to ${call.doing} (${facts}). Check ${rights[call.right]}.`, 'never', refusal);
  return new GraphRefusal(`Microsoft 365 did not accept the request to ${call.doing} (${facts}).`, 'never', refusal);
}

/** Null where the call was refused in the way that `expected` knows; every other fault is thrown on. */
export async function unlessRefused<T>(asked: Promise<T>, expected: (refusal: GraphRefusal) => boolean): Promise<T | null> {
  try { return await asked; } catch (error) {
    if (error instanceof GraphRefusal && expected(error)) return null;
    throw error;
  }
}

/** No answer: cut, refused or too late. Where the request can't have left, nothing can have happened. */
export function networkFault(cause: unknown, call: CallFacts): Fault {
  const again = call.once && !neverLeft(cause) ? 'look-first' : 'later';
  const why = isTimeout(cause) ? 'did not answer in time' : 'could not be reached';
  return new Fault(`Microsoft 365 ${why} when asked to ${call.doing}.`, again, { cause });
}

/** `Retry-After` in seconds or as a date; null where there is none. */
export function retryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1000));
}

/** The most specific code of Graph's envelope; messages are not kept since they may quote addresses. */
export function codeOf(body: unknown): string {
  let code = '';
  for (let at: unknown = isRecord(body) ? body['error'] : null; isRecord(at); at = at['innerError'] ?? at['innererror']) {
    if (typeof at['code'] === 'string' && at['code'] !== '') code = at['code'];
  }
  return code;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const beforeLeaving = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

/** The Graph client wraps the error of fetch, and fetch that of the socket. */
function neverLeft(cause: unknown): boolean {
  return causes(cause).some((one) => beforeLeaving.some((code) => one['code'] === code));
}

function isTimeout(cause: unknown): boolean {
  return causes(cause).some((one) => one['name'] === 'TimeoutError' || one['name'] === 'AbortError');
}

/** By shape: errors of fetch may come from another realm than ours. */
function causes(error: unknown): Record<string, unknown>[] {
  return isRecord(error) ? [error, ...causes(error['cause'])] : [];
}
