/**
 * How every door of the small Microsoft 365 is written: a list of routes, each a method, a path and a function of the
 * request. Nothing here knows a service; the services (`mail/`, `sharepoint/`, `planner/`, `directory/`, `connector/`,
 * `sign-in/`) each export one function `(tenant) => Route[]`.
 */
export interface TenantRequest {
  method: string;
  /** Decoded path without query, e.g. `/v1.0/users/school@…/messages/AAMk…/$value`. */
  path: string;
  /** Named parts of the route's path, decoded. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: Buffer;
  /** The body as JSON; throws `TenantFault` 400 in Graph's own words when it is not. */
  json(): unknown;
  /** Who calls, from the bearer token; null where the route is public. */
  caller: Caller | null;
}

/** `app` from client credentials, `user` from a delegated token (then `oid` is the person). */
export interface Caller { kind: 'app' | 'user'; appId: string; oid: string; audience: string; scopes: string[] }

export interface TenantReply {
  status: number;
  headers?: Record<string, string>;
  /** An object is sent as JSON, a string or Buffer as it is, undefined as an empty body. */
  body?: unknown;
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/v1.0/users/:user/messages/:id` (a `:name` never crosses a slash) or a RegExp with named groups. */
  path: string | RegExp;
  /** Anybody may call it (sign-in metadata, keys). */
  open?: true;
  handle(request: TenantRequest): TenantReply | Promise<TenantReply>;
}

/** Thrown by a route to answer with Microsoft's error envelope; `headers` for Retry-After, Location and the like. */
export class TenantFault extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;

  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}
