import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { loadConcern } from '../../src/concern/load-concern.ts';
import type { EventRow, Stores } from '../../src/ports.ts';
import { anchorHeads } from '../../src/records/anchors.ts';
import { removeItems } from '../../src/records/remove-items.ts';
import { restoreLog } from '../../src/records/restore-log.ts';
import { verifySchool } from '../../src/records/verify-school.ts';
import { writeJournal } from '../../src/records/write-journal.ts';
import { openContainer } from '../../src/storage/account/container.ts';
import { openTable } from '../../src/storage/account/table.ts';
import { eventKey, eventValues, headKey, headValues, itemKey, itemValues } from '../../src/storage/log-rows.ts';
import { storesOf } from '../../src/storage/stores-of.ts';
import { azurite } from './storage-azurite.ts';
import { keepConcern, type Kept } from './records-concern.ts';

const code = 'recs';
const stores = storesOf(azurite(), code);
/** Where somebody with rights on the account could write past the product. */
const concerns = openTable(azurite(), `${code}concerns`);
const sealed = openContainer(azurite(), `${code}-sealed`);
const operator = '00000000-0000-4000-8000-0000000000aa';

let number = 0;
const keep = (): Promise<Kept> => keepConcern(stores, `RECS-26-${String(number += 1).padStart(4, '0')}`);
const findings = async (ref: string, from: Stores = stores): Promise<string[]> => (await verifySchool(from, ref)).findings.map((each) => `${each.entry}: ${each.sentence}`);

async function rowOf(ref: string, n: number): Promise<EventRow> {
  const row = await stores.log.event(ref, n);
  if (row === null) throw new Error(`There is no entry ${String(n)}`);
  return row;
}

describe('what was kept is as it was written', () => {
  test('untouched, everything holds: entries, words, sealed files', async () => {
    const { ref } = await keep();
    expect(await verifySchool(stores, ref)).toMatchObject({ concerns: 1, events: 6, findings: [], removed: [] });
  });

  test('one byte of an entry changed: the entry is named', async () => {
    const { ref } = await keep();
    const row = await rowOf(ref, 3);
    await concerns.put(ref, eventKey(3), eventValues({ ...row, body: row.body.replace('"route":"conduct"', '"route":"conducT"') }));
    expect(await findings(ref)).toEqual(['e-000003: Entry e-000003 is not as it was written: its text or its hash was changed.']);
  });

  test('one letter of its words changed: the entry is named', async () => {
    const { ref } = await keep();
    const row = await rowOf(ref, 4);
    await concerns.put(ref, itemKey(4), itemValues({ salt: row.item?.salt ?? '', text: row.item?.text.replace('cried', 'tried') ?? '' }));
    expect(await findings(ref)).toEqual(['e-000004: The words of entry e-000004 are not as they were written.']);
  });

  test('words taken away past the product: named, since nobody recorded it', async () => {
    const { ref } = await keep();
    await concerns.remove(ref, itemKey(4));
    expect(await findings(ref)).toEqual(['e-000004: The words of entry e-000004 are gone, and nobody recorded that they were removed.']);
  });

  test('the last entry cut off and the head set back: the journal still knows it', async () => {
    const { ref } = await keep();
    const { head } = await stores.log.load(ref);
    const rows = await stores.log.events(ref);
    await concerns.remove(ref, eventKey(6));
    const before = await rebuilt(ref, rows.slice(0, 5));
    await concerns.put(ref, headKey, headValues({ ...before, fold: head?.fold ?? 1 }));
    expect(await findings(ref)).toEqual(['e-000006: Entry e-000006 stands in the journal and is gone from the log.']);
  });

  test('the tail cut off log and journal alike: the night\'s anchor still knows it', async () => {
    const other = storesOf(azurite(), 'reca');
    const table = openTable(azurite(), 'recaconcerns');
    const { ref } = await keepConcern(other, 'RECA-26-0001');
    await anchorHeads(other, '2026-11-24');
    const rows = (await other.log.events(ref)).slice(0, 5);
    await table.remove(ref, eventKey(6));
    await table.put(ref, headKey, headValues(await rebuilt(ref, rows)));
    await writeJournal(other, ref);
    expect(await findings(ref, other)).toEqual(['e-000006: The log does not hold what was anchored at night for version 6.']);
  });

  test('a state in the head that the entries do not fold to is named', async () => {
    const { ref } = await keep();
    const { head } = await stores.log.load(ref);
    if (head !== null) await concerns.put(ref, headKey, headValues({ ...head, state: head.state.replace('"status":"open"', '"status":"closed"') }));
    expect(await findings(ref)).toEqual(['head: The head holds another state than the entries fold to.']);
  });

  test('a sealed file changed or gone is named by the entry that speaks of it', async () => {
    const { ref } = await keep();
    const [first = ''] = (await stores.log.events(ref)).flatMap((row) => /"sha256":"([0-9a-f]{64})"/.exec(row.body)?.[1] ?? []);
    await sealed.write(`${ref}/${first}`, Buffer.from('another picture'), { once: false, type: 'application/octet-stream' });
    expect(await findings(ref)).toEqual(['e-000002: A sealed file of entry e-000002 is missing or not as it was sealed.']);
    await stores.sealed.remove(ref, first);
    expect(await findings(ref)).toEqual(['e-000002: A sealed file of entry e-000002 is missing or not as it was sealed.']);
  });
});

describe('anchors', () => {
  test('stand on the night before; one that was written anew breaks the chain', async () => {
    const nightly = storesOf(azurite(), 'recn');
    await keepConcern(nightly, 'RECN-26-0001');
    const shown = await anchorHeads(nightly, '2026-11-24');
    expect(shown).toMatch(/^[0-9a-f]{12}$/);
    expect(await anchorHeads(nightly, '2026-11-24')).toBe(shown);
    await keepConcern(nightly, 'RECN-26-0002');
    expect(await anchorHeads(nightly, '2026-11-25')).not.toBe(shown);
    expect((await verifySchool(nightly)).findings).toEqual([]);
    const first = await nightly.anchors.read('2026-11-24.json') ?? '';
    await nightly.anchors.write('2026-11-24.json', first.replace(/"hash":"./, '"hash":"x'));
    expect((await verifySchool(nightly)).findings.map((each) => each.entry)).toContain('2026-11-25.json');
  });
});

describe('words that are removed', () => {
  test('are gone from log, head and journal, the chain holds, and it is reported who removed them and why', async () => {
    const { ref, engine } = await keep();
    expect(await removeItems(engine, stores, ref, { items: [4, 1], reason: 'correction', by: operator })).toEqual([1, 4]);
    const { findings: wrong, removed } = await verifySchool(stores, ref);
    expect(wrong).toEqual([]);
    expect(removed).toEqual([1, 4].map((n) => ({ ref, entry: eventKey(n), by: operator, reason: 'correction' })));
    const everything = [await stores.journal.read(`${ref}.ndjson`), JSON.stringify(await stores.log.load(ref)), JSON.stringify(await stores.log.events(ref))].join();
    for (const word of ['cried', 'Parent 1', 'parent1@mail.example']) expect(everything).not.toContain(word);
  });

  test('change no state, and every view is owed anew', async () => {
    const { ref, engine } = await keep();
    const before = (await loadConcern(stores.log, ref)).concern;
    await removeItems(engine, stores, ref, { items: [1, 2, 4, 5], reason: 'disposal', by: operator });
    const { concern, version } = await loadConcern(stores.log, ref);
    expect(concern).toEqual({ ...before, shown: version });
  });

  test('twice is once, and what never had words is refused with a sentence', async () => {
    const { ref, engine } = await keep();
    const removal = { items: [4], reason: 'hand-over' as const, by: operator };
    await removeItems(engine, stores, ref, removal);
    expect(await removeItems(engine, stores, ref, removal)).toEqual([]);
    expect(await stores.log.events(ref)).toHaveLength(7);
    await expect(removeItems(engine, stores, ref, { ...removal, items: [3] })).rejects.toThrow(`Entry 3 of ${ref} never had words.`);
    await expect(removeItems(engine, stores, 'RECS-26-9999', removal)).rejects.toThrow('There is no concern RECS-26-9999.');
  });

  test('that still stand in the journal are named', async () => {
    const { ref, engine } = await keep();
    const old = (await stores.journal.read(`${ref}.ndjson`) ?? '').split('\n');
    await removeItems(engine, stores, ref, { items: [4], reason: 'disposal', by: operator });
    const now = (await stores.journal.read(`${ref}.ndjson`) ?? '').split('\n');
    await stores.journal.write(`${ref}.ndjson`, [...old.slice(0, 4), ...now.slice(4)].join('\n'));
    expect(await findings(ref)).toEqual(['e-000004: The words of entry e-000004 were removed and still stand in the journal.']);
  });
});

describe('restoring from the journal', () => {
  test('gives the very same rows, head, state, words and the ids of the last commands', async () => {
    const { ref } = await keep();
    const [rows, { head }] = [await stores.log.events(ref), await stores.log.load(ref)];
    const elsewhere = storesOf(azurite(), 'recr');
    expect(await restoreLog({ log: elsewhere.log, journal: stores.journal }, ref)).toBe(6);
    expect(await elsewhere.log.events(ref)).toEqual(rows);
    expect((await elsewhere.log.load(ref)).head).toEqual(head);
    await expect(restoreLog({ log: elsewhere.log, journal: stores.journal }, ref)).rejects.toThrow('is in the tables already');
  });

  test('brings back no word that was removed', async () => {
    const { ref, engine } = await keep();
    await removeItems(engine, stores, ref, { items: [1, 4], reason: 'disposal', by: operator });
    const elsewhere = storesOf(azurite(), 'recb');
    await restoreLog({ log: elsewhere.log, journal: stores.journal }, ref);
    const [there, here] = [await elsewhere.log.load(ref), await stores.log.load(ref)];
    expect({ ...there.head, words: JSON.parse(there.head?.words ?? '{}') as unknown }).toEqual({ ...here.head, words: JSON.parse(here.head?.words ?? '{}') as unknown });
    expect(await elsewhere.log.events(ref)).toEqual(await stores.log.events(ref));
  });

  test('refuses a journal that does not hold', async () => {
    const { ref } = await keep();
    await stores.journal.write(`${ref}.ndjson`, (await stores.journal.read(`${ref}.ndjson`) ?? '').replace('\\"conduct\\"', '\\"conducT\\"'));
    const elsewhere = storesOf(azurite(), 'recx');
    await expect(restoreLog({ log: elsewhere.log, journal: stores.journal }, ref)).rejects.toThrow('does not hold at entry 1');
  });
});

const python = spawnSync('python3', ['--version']).status === 0;
if (!python) console.warn('The independent verifier is not tried here, since there is no python3 on this machine.');

(python ? describe : describe.skip)('the verifier in Python, which shares no code with ours', () => {
  const folder = mkdtempSync(join(tmpdir(), 'journal-'));
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });
  const program = fileURLToPath(new URL('../../src/records/verify-journal.py', import.meta.url));
  const verify = (text: string, ...more: string[]): { code: number | null; said: string } => {
    const file = join(folder, 'journal.ndjson');
    writeFileSync(file, text);
    const { status, stdout } = spawnSync('python3', [program, file, ...more], { encoding: 'utf8' });
    return { code: status, said: stdout };
  };

  test('agrees that all is as it was written, removed words included', async () => {
    const { ref, engine } = await keep();
    const head = async (): Promise<string> => (await stores.log.load(ref)).head?.hash ?? '';
    expect(verify(await stores.journal.read(`${ref}.ndjson`) ?? '', await head())).toEqual({ code: 0, said: `6 entries, last hash ${await head()}: all is as it was written.\n` });
    await removeItems(engine, stores, ref, { items: [4], reason: 'disposal', by: operator });
    expect(verify(await stores.journal.read(`${ref}.ndjson`) ?? '', await head())).toEqual({
      code: 0, said: `e-000004: its words were removed on purpose.\n7 entries, last hash ${await head()}: all is as it was written.\n`,
    });
  });

  test('names a changed entry, changed words, words taken away, a missing entry and a cut tail', async () => {
    const { ref } = await keep();
    const text = await stores.journal.read(`${ref}.ndjson`) ?? '';
    const last = (await stores.log.load(ref)).head?.hash ?? '';
    const lines = text.split('\n');
    const cases: [string, string, string][] = [
      [text.replace('"route\\":\\"conduct', '"route\\":\\"conducT'), '', 'Entry e-000001 is not as it was written.'],
      [text.replace('cried', 'tried'), '', 'The words of entry e-000004 are not as they were written.'],
      [text.replace(/"text":"[^\n]*cried[^\n]*"\}/, '"text":null}'), '', 'The words of entry e-000004 are gone, and nobody recorded that they were removed.'],
      [lines.filter((_, index) => index !== 2).join('\n'), '', 'Entry e-000003 is missing: e-000004 stands in its place.'],
      [lines.slice(0, 5).join('\n'), last, 'not the one that was anchored'],
      ['no JSON\n', '', 'Line 1 is no entry.'],
    ];
    for (const [changed, anchor, said] of cases) {
      expect(changed).not.toBe(text);
      expect(verify(changed, ...(anchor === '' ? [] : [anchor]))).toMatchObject({ code: 1, said: expect.stringContaining(said) as unknown });
    }
  });

  test('needs nothing but the standard library', () => {
    const alone = spawnSync('python3', ['-I', '-S', program], { encoding: 'utf8' });
    expect(alone).toMatchObject({ status: 2, stdout: '' });
    expect(alone.stderr).toContain('its standard library are enough');
  });
});

/** The head as it was after these entries, as somebody would set it back who knows how it is made. */
async function rebuilt(of: string, rows: readonly EventRow[]): Promise<NonNullable<Awaited<ReturnType<Stores['log']['load']>>['head']>> {
  const scratch = storesOf(azurite(), 'rect');
  const ref = `RECT-26-${String(number += 1).padStart(4, '0')}`;
  await scratch.journal.write(`${ref}.ndjson`, rows.map((row) => `${JSON.stringify({ key: eventKey(row.n), body: row.body, hash: row.hash, salt: row.item?.salt ?? null, text: row.item?.text ?? null })}\n`).join(''));
  await restoreLog(scratch, ref);
  const { head } = await scratch.log.load(ref);
  if (head === null) throw new Error('Nothing was rebuilt');
  return { ...head, state: head.state.replaceAll(ref, of) };
}
