import type { TokenCredential } from '@azure/identity';
import { Fault } from '../ports.ts';

/** Where the storage account is and who asks. Shared keys are for Azurite on this machine only; in Azure they are off. */
export interface StorageSettings {
  tablesUrl: string;
  blobsUrl: string;
  credential: TokenCredential | { account: string; key: string };
}

/** The service gives up after 30 seconds, we after 15: nothing can land after its wake row (three minutes on) was looked at. */
const GIVE_UP_AFTER_MS = 15_000;

/** A fresh signal for one request. `requestOptions.timeout` does nothing in these SDKs, and without a signal they wait for ever. */
export function givingUp(): AbortSignal {
  return AbortSignal.timeout(GIVE_UP_AFTER_MS);
}

/** Azurite speaks plain http; that nothing but loopback does is `config.ts`'s to refuse. */
export function isPlainHttp(url: string): boolean {
  return new URL(url).protocol === 'http:';
}

/** School codes stand in table names, container names and references, so two to six letters. */
export function parseSchoolCode(school: string): string {
  if (!/^[a-z]{2,6}$/i.test(school)) throw new Fault('The school code must be two to six letters, such as GRV. Check the school\'s settings.', 'never');
  return school.toLowerCase();
}
