import { createHash } from 'node:crypto';
import type { JournalStore } from '../ports.ts';
import type { Container } from './account/container.ts';

/** Copies of the logs and the nightly anchors: the only backup, since tables have none. The container keeps versions. */
export function journalStore(container: Container): JournalStore {
  return {
    write: async (name, text) => {
      const sha256 = createHash('sha256').update(text).digest('hex');
      await container.write(name, Buffer.from(text), { once: false, type: 'application/x-ndjson; charset=utf-8', metadata: { sha256 } });
    },
    read: async (name) => {
      const bytes = await container.read(name);
      return bytes && Buffer.from(bytes).toString('utf8');
    },
    dropVersions: (name) => container.dropVersions(name),
    names: (prefix) => container.names(prefix),
  };
}
