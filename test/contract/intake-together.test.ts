import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sweepMailbox } from '../../src/mail/reading/read-mailbox.ts';
import type { Stores } from '../../src/ports.ts';
import type { School } from '../../src/school.ts';
import { arrive, concernOf, doOwed, lookOnce, outsideOf, readAll, readInbox, schoolMailbox, startIntake, written, type Intake } from './intake-school.ts';

let intake: Intake;
beforeAll(async () => { intake = await startIntake('INJ'); });
afterAll(async () => { await intake.stop(); });

test('two instances that read and sweep at once make one concern of each mail, numbered without a gap', async () => {
  const [one, other] = [await intake.open(), await intake.open()];
  for (let n = 0; n < 6; n++) await arrive(intake, written({ subject: `Together ${String(n)}` }));
  await Promise.all([readInbox(one), readInbox(other), sweepMailbox(one), sweepMailbox(other)]);
  for (const school of [one, other]) await readAll(school);
  intake.laterByMachine(4 * 60_000);
  await lookOnce(one);
  const mails = await intake.stores.ledger.all();
  expect(mails.map(({ outcome, copies }) => [outcome, copies])).toEqual(mails.map(() => ['raised', 1]));
  expect(mails.map(({ concern }) => Number(concern?.slice(-4))).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
  for (const { concern, identity } of mails) {
    expect(await concernOf(one, concern)).toMatchObject({ status: 'new', mail: identity, mails: 1 });
    expect(outsideOf(intake, concern ?? '')).toMatchObject({ listRows: 1, tasks: [`${concern ?? ''}: first look due`] });
  }
});

/** The school whose storage stops answering at the n-th write of a mail's way in, as when the process is killed there. */
function dyingAt(school: School, n: number): { school: School; died(): boolean } {
  let writes = 0;
  const counted = <T extends object>(store: T, names: readonly (keyof T)[]): T => ({
    ...store,
    ...Object.fromEntries(names.map((name) => [name, (...given: unknown[]): unknown => {
      writes += 1;
      if (writes >= n) return Promise.reject(new Error('killed'));
      return (store[name] as unknown as (...all: unknown[]) => unknown)(...given);
    }])),
  });
  const { log, wake, ledger, sealed, register, links, journal, anchors } = school.stores;
  const stores: Stores = {
    log: counted(log, ['append', 'saveDone']), wake: counted(wake, ['put', 'replace']), ledger: counted(ledger, ['claim', 'addCopy', 'number', 'save']),
    sealed: counted(sealed, ['seal', 'remove']), register: counted(register, ['put', 'remove']), links: counted(links, ['put', 'remove']), journal: counted(journal, ['write']),
    anchors,
  };
  return { school: { ...school, stores, engine: { ...school.engine, log: stores.log, wake: stores.wake, me: `killed-${String(n)}` } }, died: () => writes >= n };
}

test('killed at any write on the way in, the next start finishes the mail: one concern, its bytes, its views', async () => {
  const next = await intake.open();
  await readAll(next);
  let killed = 0;
  for (let n = 1; ; n++) {
    const subject = `Killed at write ${String(n)}.`;
    await arrive(intake, written({ subject, files: [{ name: 'a.png', bytes: Buffer.from(subject) }] }));
    const dying = dyingAt(next, n);
    await readInbox(dying.school).catch(() => undefined);
    intake.laterByMachine(4 * 60_000);
    await readInbox(next);
    await lookOnce(next);
    const mails = (await intake.stores.ledger.all()).filter((mail) => mail.words?.subject === subject);
    expect(mails).toMatchObject([{ outcome: 'raised', copies: 1 }]);
    const ref = mails[0]?.concern ?? '';
    await doOwed(next, ref);
    expect(await concernOf(next, ref)).toMatchObject({ status: 'new', mails: 1, exhibits: 1 });
    expect(await intake.stores.sealed.has(mails[0]?.identity ?? '', mails[0]?.raw ?? '')).toBe(true);
    expect(outsideOf(intake, ref)).toMatchObject({ listRows: 1, tasks: [`${ref}: first look due`] });
    if (!dying.died()) break;
    killed += 1;
  }
  // Bytes, wake row, claim, exhibit, wake row, commit, outcome, cursor.
  expect(killed).toBeGreaterThanOrEqual(8);
  const numbers = (await intake.stores.ledger.all()).map(({ concern }) => Number(concern?.slice(-4))).sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  expect(await intake.stores.links.get('cursor', `${schoolMailbox}~inbox`)).toEqual(expect.any(String));
}, 60_000);
