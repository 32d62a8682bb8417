import { RestError } from '@azure/data-tables';
import { Conflict, Fault } from '../ports.ts';

/** Refusals that mean "somebody else wrote first". 404 inside a write counts too: what was to be changed is no longer there. */
const conflicts = new Set(['EntityAlreadyExists', 'UpdateConditionNotSatisfied', 'ConditionNotMet', 'BlobAlreadyExists', 'TargetConditionNotMet']);

/** Refusals under 409 that pass by themselves (a table or container just deleted is made again later). */
const passing = new Set(['TableBeingDeleted', 'ContainerBeingDeleted', 'ServerBusy', 'OperationTimedOut', 'InternalError']);

/**
 * What an error of the storage SDK means to us. The SDK's error is never kept as `cause`: it holds the request, and with it URLs
 * with keys in them that logs must not show.
 */
export function translateStorageError(error: unknown): Error {
  if (error instanceof Fault || error instanceof Conflict) return error;
  if (isTimeout(error)) return new Fault('Storage did not answer within 15 seconds. Check the storage account and the network to it.', 'later');
  if (!isRestError(error)) return error instanceof Error ? error : new Error(String(error));
  return error.statusCode === undefined ? unreachable(error) : refusal(error, error.statusCode);
}

/** Runs one storage call; whatever it throws comes out as `Conflict` or `Fault`. */
export async function calling<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw translateStorageError(error);
  }
}

/** The HTTP status of an SDK error, or null. */
export function statusOf(error: unknown): number | null {
  return isRestError(error) ? error.statusCode ?? null : null;
}

/** The service's own name for a refusal. The tables SDK leaves `code` empty for some 400s and puts it in the parsed body. */
export function codeOf(error: unknown): string {
  if (!isRestError(error)) return '';
  const body = error.details as { odataError?: { code?: unknown }; errorCode?: unknown } | undefined;
  const code = error.code ?? body?.odataError?.code ?? body?.errorCode;
  return typeof code === 'string' ? code : '';
}

function refusal(error: RestError, status: number): Error {
  const code = codeOf(error);
  const said = `Storage answered ${String(status)}${code === '' ? '' : ` (${code})`}`;
  if (status === 412 || conflicts.has(code)) return new Conflict('Somebody else wrote first. Read it again.');
  if (passing.has(code) || status === 408 || status === 429 || status >= 500) return new Fault(`${said}. It will be tried again.`, 'later', { after: retryAfter(error) });
  if (status === 401 || status === 403) {
    return new Fault(`${said}. Check that the service's identity holds the roles Storage Table Data Contributor and Storage Blob Data Contributor, `
      + 'or that the local storage key is right, and that the machine\'s clock is.', 'never');
  }
  return new Fault(`${said}. Trying again will not help: check the storage settings, then the last change of the code.`, 'never');
}

function unreachable(error: RestError): Fault {
  return new Fault(`Storage could not be reached (${error.code ?? 'no answer'}). Check the storage addresses in the settings and the network.`, 'later');
}

function retryAfter(error: RestError): number | null {
  const seconds = Number(error.response?.headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) ? seconds : null;
}

/** By name, since both SDKs may carry their own copy of the class. */
function isRestError(error: unknown): error is RestError {
  return error instanceof RestError || (error instanceof Error && error.name === 'RestError');
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError');
}
