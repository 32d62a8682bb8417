import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { batchRoutes } from './batch.ts';
import { startControl } from './control/server.ts';
import { buildDispatcher, type Dispatch } from './dispatcher.ts';
import { Faults } from './faults.ts';
import { localCa } from './local-ca.ts';
import { startSmtp } from './mail/smtp.ts';
import { Throttle } from './mail/graph/throttle.ts';
import { openRecorder } from './record.ts';
import { openClock, type RehearsedClock } from './rehearsed-clock.ts';
import { buildRouter } from './router.ts';
import { seedTenant } from './seed/load.ts';
import { appId, tenantId } from './seed/people.ts';
import { allRoutes } from './services.ts';
import { openSigning, type Signing } from './signing.ts';
import { TenantStore } from './store.ts';
import { startNotifying } from './subscriptions/notify.ts';
import type { Tenant } from './tenant.ts';
import { listenTls, serve } from './tls-server.ts';

export interface TenantOptions {
  /** Everything is kept here: state, snapshots, signing key, and the CA unless `caFolder` says otherwise. */
  folder: string;
  /** Port of the TLS services; 0 takes a free one. */
  port: number;
  smtpPort: number;
  /** Port of the plain http listener: control and the page. */
  pagePort: number;
  /** Where the bot listens, e.g. `http://127.0.0.1:3978`; may be set later as `tenant.botUrl`. */
  botUrl?: string;
  caFolder?: string;
  /** Every Graph exchange is appended here as NDJSON. */
  recordFile?: string;
  /** The time underneath the rehearsed clock. */
  clock?: () => number;
}

export interface RunningTenant {
  tenant: Tenant;
  /** e.g. `https://localhost:3980`. */
  origin: string;
  smtpPort: number;
  /** e.g. `http://127.0.0.1:3979/control`. */
  controlUrl: string;
  /** e.g. `http://localhost:3979`. */
  pageUrl: string;
  faults: Faults;
  clock: RehearsedClock;
  stop(): Promise<void>;
}

/** Starts the whole of the small Microsoft 365 in this process and answers when all its doors are open. */
export async function startTenant(options: TenantOptions): Promise<RunningTenant> {
  const closers: (() => unknown)[] = [];
  const stop = async (): Promise<void> => { await Promise.all(closers.splice(0).map((close) => close())); };
  // a door that can't open must not leave the others standing: their ports would be busy at the next try
  try { return { ...await openDoors(options, closers), stop }; } catch (error) { await stop(); throw error; }
}

async function openDoors(options: TenantOptions, closers: (() => unknown)[]): Promise<Omit<RunningTenant, 'stop'>> {
  const tls = await listenTls(await localCa(options.caFolder ?? join(options.folder, 'ca')), options.port);
  closers.push(() => closeServer(tls.server));
  const signing = openSigning(options.folder);
  const store = new TenantStore(join(options.folder, 'state'));
  const clock = openClock(store, options.clock);
  const tenant = buildTenant(store, signing, clock, `https://localhost:${String(tls.port)}`, options.botUrl ?? 'http://127.0.0.1:3978');
  const faults = new Faults();
  seedTenant(tenant);
  serve(tls.server, buildDispatch(tenant, signing, faults), openRecorder(options.recordFile));
  closers.push(startNotifying(tenant));
  const smtp = await startSmtp(tenant, options.smtpPort);
  closers.push(() => smtp.stop());
  const control = await startControl({ tenant, clock, faults, smtpPort: smtp.port }, options.pagePort);
  closers.push(() => control.stop());
  return { tenant, faults, clock, origin: tenant.origin, smtpPort: smtp.port, controlUrl: control.controlUrl, pageUrl: control.pageUrl };
}

function buildTenant(store: TenantStore, signing: Signing, clock: RehearsedClock, origin: string, botUrl: string): Tenant {
  const events = new EventEmitter();
  events.setMaxListeners(50);
  return { store, tenantId, appId, origin, botUrl, now: () => clock.now(), sign: (claims) => signing.sign(claims), events };
}

function buildDispatch(tenant: Tenant, signing: Signing, faults: Faults): Dispatch {
  const routes = [...batchRoutes(() => dispatch), ...allRoutes(tenant, signing)];
  const dispatch: Dispatch = buildDispatcher({ router: buildRouter(routes), signing, faults, throttle: new Throttle() });
  return dispatch;
}

function closeServer(server: { close(done: () => void): unknown; closeAllConnections(): void }): Promise<void> {
  return new Promise((done) => { server.close(() => { done(); }); server.closeAllConnections(); });
}

