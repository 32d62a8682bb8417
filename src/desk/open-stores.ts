import { DefaultAzureCredential } from '@azure/identity';
import type { Settings } from '../config.ts';
import type { Stores } from '../ports.ts';
import { storesOf } from '../storage/stores-of.ts';
import { findSettings } from './local-settings.ts';

/** Here Azurite on loopback; in Azure the operator's own Entra sign-in, since shared keys are off. */
export function openStores(settings: Settings = findSettings()): Stores {
  const { account, tablesUrl, blobsUrl } = settings.storage;
  return storesOf({ tablesUrl, blobsUrl, credential: account === null ? new DefaultAzureCredential() : { account: account.name, key: account.key } }, settings.school.code);
}
