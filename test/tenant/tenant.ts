import type { EventEmitter } from 'node:events';
import type { TenantStore } from './store.ts';

/** What every service of the small Microsoft 365 is given. Made once, in `server.ts`. */
export interface Tenant {
  store: TenantStore;
  tenantId: string;
  /** The app registration of Concern Desk (Graph, bot and tab use the same). */
  appId: string;
  /** Origin of all TLS services, e.g. `https://localhost:3980`: Graph is `${origin}/v1.0/…`, the connector `${origin}/connector/v3/…`. */
  origin: string;
  /** Where the bot listens, e.g. `http://127.0.0.1:3978`; activities go to `${botUrl}/api/messages`. Set later by tests that start the bot second. */
  botUrl: string;
  /** Milliseconds; the rehearsed clock (machine time plus an offset that control moves). Dates that people see use it. */
  now(): number;
  /** One signing key for sign-in and for the connector. `claims` hold iss, aud and the rest. */
  sign(claims: Record<string, unknown>): Promise<string>;
  /** Inside news: `mail-arrived`, `mail-changed`, `activity-posted`, `activity-updated`, `clock-moved` … with ids only. */
  events: EventEmitter;
}

/** A person of the school, or a parent outside. Seeded from `seed/people.ts`. */
export interface Person {
  /** Entra object id (GUID). Parents outside have one too, used by the page only; Graph never shows them. */
  oid: string;
  displayName: string;
  mail: string;
  jobTitle: string;
  outside: boolean;
  /** Names of the groups the person is in, e.g. `Concern Desk Head`. */
  groups: string[];
}
