import type { StorageSettings } from '../../src/storage/settings.ts';

/** The Azurite that `test/run.mjs` started. Each test file takes a school code of its own, so that files can run side by side. */
export function azurite(): StorageSettings {
  return { tablesUrl: given('AZURITE_TABLES'), blobsUrl: given('AZURITE_BLOBS'), credential: { account: 'devstoreaccount1', key: given('STORAGE_KEY') } };
}

function given(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set. Run the tests with \`npm test\`, which starts Azurite.`);
  return value;
}
