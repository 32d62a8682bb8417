import { BlobServiceClient, StorageSharedKeyCredential, type ContainerClient } from '@azure/storage-blob';
import { checkKey } from './check-key.ts';
import { creatingFirst } from './creating-first.ts';
import { codeOf, statusOf } from '../faults.ts';
import { givingUp, type StorageSettings } from '../settings.ts';

export interface Container {
  /** False when a blob of that name was there already (`once`). */
  write(name: string, bytes: Uint8Array, options: { once: boolean; type: string; metadata?: Record<string, string> }): Promise<boolean>;
  read(name: string): Promise<Uint8Array | null>;
  has(name: string): Promise<boolean>;
  /** With its earlier versions and snapshots; soft delete keeps them for its days. */
  remove(name: string): Promise<void>;
  dropVersions(name: string): Promise<void>;
  names(prefix: string): Promise<string[]>;
}

/** Opens a container of one school; it is made when it is first used. Names are `part/part`, each part as strict as a table key. */
export function openContainer(settings: StorageSettings, name: string): Container {
  const client = clientOf(settings).getContainerClient(name);
  const run = creatingFirst(() => client.createIfNotExists({ abortSignal: givingUp() }));
  return {
    write: (blob, bytes, options) => run(() => write(client, checked(blob), bytes, options)),
    read: (blob) => run(() => read(client, checked(blob))),
    has: (blob) => run(() => client.getBlobClient(checked(blob)).exists({ abortSignal: givingUp() })),
    remove: (blob) => run(async () => {
      await client.getBlobClient(checked(blob)).deleteIfExists({ deleteSnapshots: 'include', abortSignal: givingUp() });
      await dropVersions(client, blob);
    }),
    dropVersions: (blob) => run(() => dropVersions(client, checked(blob))),
    names: (prefix) => run(async () => (await listed(client, prefix, false)).map((blob) => blob.name)),
  };
}

/** One short repeat, harmless: sealed blobs are written once, and the same text twice is the same text. */
function clientOf(settings: StorageSettings): BlobServiceClient {
  const { credential } = settings;
  const who = 'key' in credential ? new StorageSharedKeyCredential(credential.account, credential.key) : credential;
  return new BlobServiceClient(settings.blobsUrl, who, { retryOptions: { maxTries: 2, retryDelayInMs: 100, maxRetryDelayInMs: 500 } });
}

async function write(client: ContainerClient, name: string, bytes: Uint8Array, options: { once: boolean; type: string; metadata?: Record<string, string> }): Promise<boolean> {
  try {
    await client.getBlockBlobClient(name).upload(Buffer.from(bytes), bytes.byteLength, {
      ...(options.once ? { conditions: { ifNoneMatch: '*' } } : {}), ...(options.metadata ? { metadata: options.metadata } : {}),
      blobHTTPHeaders: { blobContentType: options.type }, abortSignal: givingUp(),
    });
    return true;
  } catch (error) {
    if (options.once && codeOf(error) === 'BlobAlreadyExists') return false;
    throw error;
  }
}

async function read(client: ContainerClient, name: string): Promise<Uint8Array | null> {
  try {
    const { readableStreamBody } = await client.getBlobClient(name).download(0, undefined, { abortSignal: givingUp() });
    const parts: Buffer[] = [];
    for await (const part of readableStreamBody ?? []) parts.push(Buffer.from(part));
    return Buffer.concat(parts);
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

/**
 * Where versioning is off (Azurite) there is nothing to drop. Deleting the current version is left to `remove`. In Azure this needs
 * `deleteBlobVersion`, which Storage Blob Data Owner holds and Storage Blob Data Contributor does not.
 */
async function dropVersions(client: ContainerClient, name: string): Promise<void> {
  for (const blob of await listed(client, name, true)) {
    if (blob.name !== name || blob.versionId === undefined || blob.isCurrentVersion === true) continue;
    await client.getBlobClient(name).withVersion(blob.versionId).deleteIfExists({ abortSignal: givingUp() });
  }
}

interface Listed { name: string; versionId?: string; isCurrentVersion?: boolean }

/** Page by page, so that each request has its own time to give up. */
async function listed(client: ContainerClient, prefix: string, includeVersions: boolean): Promise<Listed[]> {
  const blobs: Listed[] = [];
  let token: string | undefined;
  do {
    const pages = client.listBlobsFlat({ prefix, includeVersions, abortSignal: givingUp() })
      .byPage({ maxPageSize: 1000, ...(token === undefined ? {} : { continuationToken: token }) });
    const page = await pages.next();
    if (page.done === true) break;
    blobs.push(...page.value.segment.blobItems);
    token = page.value.continuationToken;
  } while (token !== undefined && token !== '');
  return blobs;
}

function checked(name: string): string {
  name.split('/').forEach(checkKey);
  return name;
}
