import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { lookWhenModeChanged } from '../../bot/look-at-every-concern.ts';
import { doersOf } from '../../bot/open-school.ts';
import { handleCommand } from '../../src/concern/handle-command.ts';
import type { Letter } from '../../src/concern/rules/concern.ts';
import { owed } from '../../src/concern/rules/owed.ts';
import { loadConcern } from '../../src/concern/load-concern.ts';
import type { School } from '../../src/school.ts';
import { arrive, concernOf, doOwed, ledgerRow, listed, lookOnce, nothingOutside, outsideOf, personNamed, readInbox, startIntake, written, type Intake } from './intake-school.ts';

let intake: Intake;
beforeAll(async () => { intake = await startIntake('ING'); });
afterAll(async () => { await intake.stop(); });

const leaders = ['Daniel Okafor', 'Helen Whitlock', 'Priya Raman', 'Sara Lindqvist'];

/** Everything but reading: what is written, posted, sent or created in Microsoft 365. */
const written365 = () => intake.exchanges().filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);

async function raisedBy(school: School, subject: string, files: { name: string; bytes: Buffer }[] = []): Promise<string> {
  await arrive(intake, written({ subject, files }));
  await readInbox(school);
  return (await ledgerRow(intake.stores, subject)).concern ?? '';
}

describe('a school that only watches', () => {
  let watching: School;
  let ref = '';
  beforeAll(async () => {
    watching = await intake.open({ MODE: 'watch' });
    await lookWhenModeChanged(watching, doersOf(watching));
    ref = await raisedBy(watching, 'Only watched', Array.from({ length: 45 }, (_, index) => ({ name: `p${String(index)}.png`, bytes: Buffer.from(`picture ${String(index)}`) })));
    intake.laterByMachine(4 * 60_000);
    await lookOnce(watching);
  });

  test('posts, sends and creates nothing', () => {
    expect(outsideOf(intake, ref)).toEqual(nothingOutside);
    expect(intake.chats.shown.size).toBe(0);
    expect(written365()).toEqual([]);
  });

  test('has the concern with all that came with it, in its register and its journal', async () => {
    expect(await concernOf(watching, ref)).toMatchObject({ status: 'new', exhibits: 45, toCome: null });
    expect(listed(watching, 'Helen Whitlock')).toEqual([ref]);
    const journal = await intake.stores.journal.read(`${ref}.ndjson`);
    expect(journal?.trim().split('\n')).toHaveLength((await loadConcern(intake.stores.log, ref)).version);
  });

  test('brings everything up when it goes live, and does so once', async () => {
    const live = await intake.open({ MODE: 'live' });
    expect(outsideOf(intake, ref)).toEqual(nothingOutside);
    await lookWhenModeChanged(live, doersOf(live));
    expect(outsideOf(intake, ref)).toEqual({ listRows: 1, files: [`${ref} reading copy.pdf`], tasks: [`${ref}: first look due`], cards: leaders });
    const before = written365().length;
    await lookWhenModeChanged(live, doersOf(live));
    await doOwed(live, ref);
    expect(written365()).toHaveLength(before);
  });
});

describe('a school that is paused', () => {
  test('goes on taking mail in and showing it, while letters stay', async () => {
    const paused = await intake.open({ MODE: 'paused' });
    const ref = await raisedBy(paused, 'While paused');
    expect(outsideOf(intake, ref)).toEqual({ listRows: 1, files: [`${ref} reading copy.pdf`], tasks: [`${ref}: first look due`], cards: leaders });
    const { concern, version, done } = await loadConcern(intake.stores.log, ref);
    const letter: Letter = { n: 1, proposal: 1, seal: 's', day: '2026-11-24', status: 'approved', goesAt: 1, approvedBy: 'p', draft: null, problem: null };
    const due = (mode: 'paused' | 'live') => owed({ ...concern, letters: [letter] }, version, done, intake.local.clock.now(), mode).map((each) => each.key);
    expect(due('paused')).toEqual([]);
    expect(due('live')).toEqual(['let-leave-1']);
  });

  test('shows what people do meanwhile', async () => {
    const paused = await intake.open({ MODE: 'paused' });
    const { concern } = await ledgerRow(intake.stores, 'While paused');
    const ref = concern ?? '';
    const handled = await handleCommand(paused.engine, ref, {
      id: 'look', by: personNamed('Daniel Okafor'), seen: null, ask: { verb: 'take-first-look', route: 'conduct', priority: 'P2', clauses: [] },
    });
    await paused.afterCommand(ref, handled)();
    expect(outsideOf(intake, ref).tasks).toEqual([`${ref}: in hand`]);
  });
});
