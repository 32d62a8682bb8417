import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A named map whose every change is written to the journal before the call returns. */
export interface Collection<T> {
  get(id: string): T | undefined;
  put(id: string, value: T): void;
  delete(id: string): void;
  values(): T[];
  entries(): [string, T][];
}

/** State of the small Microsoft 365: an append-only journal of changes, and big bytes as files named by their SHA-256. */
export class TenantStore {
  private readonly folder: string;
  private readonly maps = new Map<string, Map<string, unknown>>();

  /** `folder` is made when missing; what an earlier run left there is read back. */
  constructor(folder: string) {
    this.folder = folder;
    this.open();
  }

  collection<T>(name: string): Collection<T> {
    const map = (): Map<string, T> => {
      let found = this.maps.get(name);
      if (found === undefined) this.maps.set(name, (found = new Map<string, unknown>()));
      return found as Map<string, T>;
    };
    return {
      get: (id) => map().get(id),
      put: (id, value) => { map().set(id, value); this.write({ c: name, id, v: value }); },
      delete: (id) => { if (map().delete(id)) this.write({ c: name, id }); },
      values: () => [...map().values()],
      entries: () => [...map().entries()],
    };
  }

  /** Keeps bytes and gives back the lower-case hex SHA-256 that finds them again. */
  putBytes(bytes: Buffer): string {
    const sha = createHash('sha256').update(bytes).digest('hex');
    const file = join(this.folder, 'bytes', sha);
    if (!existsSync(file)) writeFileSync(file, bytes);
    return sha;
  }

  bytes(sha: string): Buffer {
    return readFileSync(join(this.folder, 'bytes', sha));
  }

  /** Forgets everything. */
  reset(): void {
    rmSync(this.folder, { recursive: true, force: true });
    this.open();
  }

  snapshot(name: string): void {
    cpSync(this.folder, this.beside(name), { recursive: true, force: true });
  }

  restore(name: string): void {
    rmSync(this.folder, { recursive: true, force: true });
    cpSync(this.beside(name), this.folder, { recursive: true });
    this.open();
  }

  private beside(name: string): string {
    return `${this.folder}-snapshot-${name.replace(/[^a-z0-9-]/gi, '')}`;
  }

  private get journal(): string {
    return join(this.folder, 'journal.ndjson');
  }

  private write(change: { c: string; id: string; v?: unknown }): void {
    appendFileSync(this.journal, `${JSON.stringify(change)}\n`);
  }

  /** Reads the journal back and writes it again without what was overwritten since. */
  private open(): void {
    mkdirSync(join(this.folder, 'bytes'), { recursive: true });
    this.maps.clear();
    if (!existsSync(this.journal)) { writeFileSync(this.journal, ''); return; }
    for (const line of readFileSync(this.journal, 'utf8').split('\n')) {
      const change = parseLine(line);
      if (change === null) continue;
      let map = this.maps.get(change.c);
      if (map === undefined) this.maps.set(change.c, (map = new Map<string, unknown>()));
      if (change.v === undefined) map.delete(change.id); else map.set(change.id, change.v);
    }
    const kept = [...this.maps].flatMap(([c, map]) => [...map].map(([id, v]) => `${JSON.stringify({ c, id, v })}\n`));
    writeFileSync(`${this.journal}.new`, kept.join(''));
    renameSync(`${this.journal}.new`, this.journal);
  }
}

/** A line cut short by a kill is no change: the call that wrote it never returned. */
function parseLine(line: string): { c: string; id: string; v?: unknown } | null {
  if (line === '') return null;
  try { return JSON.parse(line) as { c: string; id: string; v?: unknown }; } catch { return null; }
}
