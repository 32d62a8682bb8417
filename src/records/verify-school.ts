import { sha256 } from '../concern/chain.ts';
import { fromRow } from '../concern/record.ts';
import { Fault, type EventRow, type Stores } from '../ports.ts';
import { parseJournal } from './journal-text.ts';
import { readAnchors } from './anchors.ts';
import { verifyLog, type Finding, type Removed } from './verify-log.ts';

export interface Verification {
  concerns: number;
  events: number;
  blobs: number;
  removed: (Removed & { ref: string })[];
  /** The first entry of each concern that does not hold. */
  findings: (Finding & { ref: string })[];
}

/** Checks every log, item and sealed blob, each against its journal copy and the nightly anchors: a cut tail shows there. */
export async function verifySchool(stores: Stores, only: string | null = null): Promise<Verification> {
  const result: Verification = { concerns: 0, events: 0, blobs: 0, removed: [], findings: [] };
  const journals = (await stores.journal.names('')).filter((name) => /^[A-Z]+-\d\d-\d+\.ndjson$/.test(name)).map((name) => name.replace('.ndjson', ''));
  const refs = [...new Set([...await stores.log.references(), ...journals])].sort().filter((ref) => only === null || ref === only);
  const anchors = await readAnchors(stores.anchors);
  result.findings.push(...anchors.findings.map((finding) => ({ ref: 'anchors', ...finding })));
  for (const ref of refs) await verifyConcern(stores, ref, anchors.heads, result);
  await verifyMails(stores, result);
  return result;
}

async function verifyConcern(stores: Stores, ref: string, anchored: ReadonlyMap<string, { version: number; hash: string }>, result: Verification): Promise<void> {
  const [rows, loaded, journal] = await Promise.all([stores.log.events(ref), stores.log.load(ref), stores.journal.read(`${ref}.ndjson`)]);
  const log = verifyLog(ref, rows, loaded.head);
  result.concerns += 1;
  result.events += log.events;
  result.removed.push(...log.removed.map((each) => ({ ref, ...each })));
  const finding = log.finding ?? againstJournal(rows, journal) ?? againstAnchor(rows, anchored.get(ref)) ?? await againstBlobs(stores, log.sealed, result);
  if (finding !== null) result.findings.push({ ref, ...finding });
}

/** The journal may lag behind the log by what was written in the last minutes; it may never be ahead of it or differ. */
function againstJournal(rows: readonly EventRow[], text: string | null): Finding | null {
  const copies = text === null ? [] : parseJournal(text);
  for (const copy of copies) {
    const row = rows[copy.n - 1];
    const entry = `e-${String(copy.n).padStart(6, '0')}`;
    if (row === undefined) return { entry, sentence: `Entry ${entry} stands in the journal and is gone from the log.` };
    if (row.hash !== copy.hash || row.body !== copy.body) return { entry, sentence: `Entry ${entry} differs from its copy in the journal.` };
    if (copy.item !== null && row.item !== null && (copy.item.salt !== row.item.salt || copy.item.text !== row.item.text)) {
      return { entry, sentence: `The words of entry ${entry} differ from their copy in the journal.` };
    }
    if (copy.item !== null && row.item === null && copies.some((each) => removes(each, copy.n))) {
      return { entry, sentence: `The words of entry ${entry} were removed and still stand in the journal.` };
    }
  }
  return null;
}

function removes(row: EventRow, n: number): boolean {
  if (!row.body.includes('"shape":"items-removed/')) return false;
  const { data } = fromRow(row).event;
  return data.type === 'items-removed' && data.items.includes(n);
}

function againstAnchor(rows: readonly EventRow[], anchor: { version: number; hash: string } | undefined): Finding | null {
  if (anchor === undefined || rows[anchor.version - 1]?.hash === anchor.hash) return null;
  return { entry: `e-${String(anchor.version).padStart(6, '0')}`, sentence: `The log does not hold what was anchored at night for version ${String(anchor.version)}.` };
}

async function againstBlobs(stores: Stores, sealed: { owner: string; sha256: string; entry: string }[], result: Verification): Promise<Finding | null> {
  for (const each of sealed) {
    const problem = await blobProblem(stores, each.owner, each.sha256);
    if (problem !== null) return { entry: each.entry, sentence: `A sealed file of entry ${each.entry} ${problem}.` };
    result.blobs += 1;
  }
  return null;
}

async function verifyMails(stores: Stores, result: Verification): Promise<void> {
  for (const mail of await stores.ledger.all()) {
    if (mail.raw === null) continue;
    const problem = await blobProblem(stores, mail.identity, mail.raw);
    if (problem === null) result.blobs += 1; else result.findings.push({ ref: mail.concern ?? 'mail', entry: mail.identity, sentence: `The sealed original ${problem}.` });
  }
}

async function blobProblem(stores: Stores, owner: string, sha: string): Promise<string | null> {
  try {
    return sha256(await stores.sealed.open(owner, sha)) === sha ? null : 'is not as it was sealed';
  } catch (error) {
    if (error instanceof Fault && error.again === 'never') return 'is missing or not as it was sealed';
    throw error;
  }
}
