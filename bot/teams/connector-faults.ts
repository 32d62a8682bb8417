import { Fault } from '../../src/ports.ts';

/** What the Teams connector said, read once. Its own texts may quote what was sent, so they go nowhere. */
export interface ConnectorFault { status: number; code: string; retryAfter: number | null }

export function connectorFault(error: unknown): ConnectorFault | null {
  if (typeof error !== 'object' || error === null || !('statusCode' in error) || typeof error.statusCode !== 'number') return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { status: error.statusCode, code, retryAfter: retryAfterOf(error) };
}

/** The same reference can never work again: made by another registration of the bot, or the conversation is gone. */
export function isStaleReference({ status }: ConnectorFault): boolean {
  return status === 404 || status === 400;
}

/** Fault with what the operator should check. */
export function toFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const found = connectorFault(error);
  if (found === null) return new Fault('Teams could not be reached. Check the network, and the sign-in settings of the bot.', 'later', { cause: error });
  const said = `Teams answered ${String(found.status)}${found.code === '' ? '' : ` ${found.code}`}.`;
  if (found.status === 401) return new Fault(`${said} Check the bot's app id, its tenant and its registration with the Bot Service.`, 'never', { cause: error });
  if (found.status === 413) return new Fault(`${said} The card is larger than Teams takes.`, 'never', { cause: error });
  if (found.status === 429 || found.status === 412 || found.status >= 500) return new Fault(said, 'later', { after: found.retryAfter, cause: error });
  return new Fault(`${said} Check that the app is installed for this person and that serviceUrl is right.`, 'never', { cause: error });
}

function retryAfterOf(error: object): number | null {
  const response = 'response' in error ? error.response : null;
  const headers = typeof response === 'object' && response !== null && 'headers' in response ? response.headers : null;
  if (typeof headers !== 'object' || headers === null || !('get' in headers) || typeof headers.get !== 'function') return null;
  const seconds = Number((headers.get as (name: string) => unknown).call(headers, 'retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}
