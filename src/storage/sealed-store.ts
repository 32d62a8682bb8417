import { createHash } from 'node:crypto';
import { Fault, type SealedStore } from '../ports.ts';
import type { Container } from './account/container.ts';

/** Originals under owner and SHA-256. The same picture in three mails is three blobs on purpose: each is disposed of by itself. */
export function sealedStore(container: Container): SealedStore {
  return {
    seal: async (owner, bytes) => {
      const sha256 = sha256Of(bytes);
      await container.write(nameOf(owner, sha256), bytes, { once: true, type: 'application/octet-stream' });
      return sha256;
    },
    open: (owner, sha256) => open(container, owner, sha256),
    has: (owner, sha256) => container.has(nameOf(owner, sha256)),
    remove: (owner, sha256) => container.remove(nameOf(owner, sha256)),
    list: async (owner) => (await container.names(`${owner}/`)).map((name) => name.slice(owner.length + 1)),
  };
}

async function open(container: Container, owner: string, sha256: string): Promise<Uint8Array> {
  const bytes = await container.read(nameOf(owner, sha256));
  if (bytes === null) throw new Fault(`The sealed file ${sha256.slice(0, 12)} of ${owner} is not there. It was disposed of, or storage lost it: run \`desk verify\`.`, 'never');
  if (sha256Of(bytes) !== sha256) throw new Fault(`The sealed file ${sha256.slice(0, 12)} of ${owner} is not what was sealed. Do not rely on it, and run \`desk verify\`.`, 'never');
  return bytes;
}

function nameOf(owner: string, sha256: string): string {
  return `${owner}/${sha256}`;
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
