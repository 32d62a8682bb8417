import { TenantFault } from '../../route.ts';
import type { Tenant } from '../../tenant.ts';

/** Everything a delta link remembers; the client can't change a round's options half way. */
export interface DeltaToken {
  generation: number;
  folder: string;
  select: string | null;
  /** Lower bound of receivedDateTime as asked, e.g. `ge 2026-09-01T00:00:00Z`. */
  bound: { operator: 'ge' | 'gt'; at: number } | null;
  changeType: string | null;
  /** The first round lists the folder; later ones the changes. */
  phase: 'listing' | 'changes';
  /** Where the round of changes began; while listing, where the first such round will begin. */
  roundFrom: number;
  /** Changes up to here are told. */
  upTo: number;
  /** Where the listing goes on: after this mail. */
  after: { receivedAt: number; key: string } | null;
  /** How many rounds were finished; some begin with an empty page, as Graph's do. */
  round: number;
  emptyPageGiven: boolean;
}

const settingsOf = (tenant: Tenant): { get(): number; put(n: number): void } => {
  const settings = tenant.store.collection<{ n: number }>('mail-settings');
  return { get: () => settings.get('delta-generation')?.n ?? 1, put: (n) => { settings.put('delta-generation', { n }); } };
};

/** All delta links given out so far stop working. */
export function expireDeltaTokens(tenant: Tenant): void {
  settingsOf(tenant).put(settingsOf(tenant).get() + 1);
}

export function currentGeneration(tenant: Tenant): number {
  return settingsOf(tenant).get();
}

export function writeToken(token: DeltaToken): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

/** Reads a token back; an expired one is 410 with the address of a fresh start. */
export function readToken(tenant: Tenant, text: string, freshStart: string): DeltaToken {
  let token: DeltaToken;
  try { token = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as DeltaToken; } catch {
    throw new TenantFault(400, 'ErrorInvalidSyncStateData', 'The sync state data is corrupted or otherwise invalid.');
  }
  const generation = currentGeneration(tenant);
  if (token.generation !== generation) {
    throw new TenantFault(410, 'SyncStateNotFound', `The sync state generation is not found; generation=${String(token.generation)};[highest=${String(generation)}]`, { Location: freshStart });
  }
  return token;
}
