import { handleCommand } from '../../concern/handle-command.ts';
import { sha256 } from '../../concern/chain.ts';
import { faultName } from '../../log.ts';
import type { School } from '../../school.ts';
import { copyHashOf, type Arrived } from './arrived.ts';
import { parseMail } from '../parse-mail.ts';
import { isBeingScanned } from '../rules/being-scanned.ts';
import type { ParsedMail } from '../rules/mail.ts';

/** A mail that came with a placeholder where an attachment will be. Times are the machine's. */
interface Scanned extends Arrived { identity: string; raw: string; since: number; tries: number; next: number }

const kind = 'being-scanned';
const minute = 60_000;
/** Scanning takes minutes; after a day it has failed. */
const steps = [1, 2, 5, 15, 30];
const longestMs = 24 * 60 * minute;

/** Written down before the mail is claimed, so that a crash on the way does not forget that more is to come. */
export async function awaitScanned(school: School, arrived: Arrived, identity: string, parsed: ParsedMail | null, raw: Uint8Array): Promise<void> {
  if (parsed === null || arrived.sent === true || !parsed.exhibits.some(isBeingScanned)) return;
  const now = school.clock.machine();
  const row: Scanned = { mailbox: arrived.mailbox, id: arrived.id, receivedAt: arrived.receivedAt, identity, raw: sha256(raw), since: now, tries: 0, next: now + minute };
  await school.stores.links.put(kind, copyHashOf(arrived), row);
}

/** Reads a mail's new bytes as one more copy of it, under a hash of their own. */
export type TakeInAgain = (arrived: Arrived, raw: Uint8Array, copyHash: string) => Promise<() => Promise<void>>;

/** Looks again at each mail whose attachments were still being scanned, when its minute has come. One that fails never holds up the next. */
export async function fetchScanned(school: School, takeInAgain: TakeInAgain): Promise<void> {
  for (const { key, value } of await school.stores.links.all(kind)) {
    const row = value as Scanned;
    if (row.next > school.clock.machine()) continue;
    try { await fetchOne(school, key, row, takeInAgain); } catch (error) { school.log({ what: 'scanned-left-over', count: row.tries, fault: faultName(error) }); }
  }
}

async function fetchOne(school: School, key: string, row: Scanned, takeInAgain: TakeInAgain): Promise<void> {
  const { links } = school.stores;
  const raw = await school.mailbox.raw(row.mailbox, row.id);
  if (raw !== null && sha256(raw) !== row.raw && !(await parseMail(raw)).exhibits.some(isBeingScanned)) {
    const after = await takeInAgain(row, raw, sha256(`${key}\nscanned`));
    await links.remove(kind, key);
    await after();
    return;
  }
  // Where the scanner puts a second mail in the place of the first, that one is read as a copy that says more.
  if (raw === null && await hasSuccessor(school, row)) { await links.remove(kind, key); return; }
  const now = school.clock.machine();
  if (now - row.since >= longestMs) {
    await sayItNeverCame(school, row);
    await links.remove(kind, key);
    return;
  }
  const tries = row.tries + 1;
  await links.put(kind, key, { ...row, tries, next: now + (steps[tries] ?? 60) * minute } satisfies Scanned);
}

async function hasSuccessor(school: School, { identity, receivedAt }: Scanned): Promise<boolean> {
  const near = await school.stores.ledger.receivedBetween(receivedAt - longestMs, receivedAt + 2 * longestMs);
  return near.some((mail) => mail.sameIdAs === identity);
}

/** A mail that is no concern has nobody to tell. */
async function sayItNeverCame(school: School, { identity }: Scanned): Promise<void> {
  const found = await school.stores.ledger.find(identity);
  const ref = found?.mail.concern ?? null;
  if (ref === null) return;
  const handled = await handleCommand(school.engine, ref, { id: `never-came:${identity}`, by: 'service', seen: null, ask: { verb: 'say-attachment-missing', mail: identity } });
  await school.afterCommand(ref, handled)();
}
