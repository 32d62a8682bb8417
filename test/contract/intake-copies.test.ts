import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { School } from '../../src/school.ts';
import { moveMessage } from '../tenant/mail/messages.ts';
import { loadFolder } from '../tenant/mail/folders.ts';
import { arrive, concernOf, ledgerRow, listed, personNamed, readAll, schoolMailbox, startIntake, written, type Intake, type Written } from './intake-school.ts';

let intake: Intake;
let school: School;
beforeAll(async () => { intake = await startIntake('INC'); school = await intake.open(); });
afterAll(async () => { await intake.stop(); });
beforeEach(() => { intake.local.faults.clear(); });

const conduct = 'In the Year 4 WhatsApp group another parent called the teaching assistant a stupid cow.';

async function taken(mail: Written, sender?: string): Promise<string | null> {
  await arrive(intake, written(mail), sender);
  await readAll(school);
  return (await ledgerRow(intake.stores, mail.subject ?? '')).concern;
}

const counted = async () => (await intake.stores.ledger.all()).length;

describe('copies of one mail', () => {
  test('moved to another folder it is the same copy', async () => {
    const message = await arrive(intake, written({ subject: 'Moved about', text: conduct }));
    await readAll(school);
    const before = await intake.stores.ledger.all();
    moveMessage(intake.local.tenant, message, loadFolder(intake.local.tenant, schoolMailbox, 'archive').id);
    await readAll(school);
    expect(await intake.stores.ledger.all()).toEqual(before);
  });

  test('delivered twice it is one concern with two copies, both sealed', async () => {
    const mail = { subject: 'Twice over', text: conduct, id: '<twice@mail.example>' };
    await arrive(intake, written(mail));
    await arrive(intake, written({ ...mail, headers: ['X-Scanner: clean'] }));
    await readAll(school);
    const row = await ledgerRow(intake.stores, 'Twice over');
    expect(row).toMatchObject({ outcome: 'raised', copies: 2 });
    expect(await intake.stores.sealed.list(row.identity)).toHaveLength(2);
    expect(await concernOf(school, row.concern)).toMatchObject({ mails: 1 });
  });

  test('another mail under a Message-ID that was used before is its own, and the ledger tells whose id it bears', async () => {
    const first = await taken({ subject: 'First of that id', text: conduct, id: '<reused@mail.example>' });
    const second = await taken({ subject: 'Second of that id', text: 'A parent swore at the crossing patrol and threatened her.', id: '<reused@mail.example>' });
    expect(second).not.toBe(first);
    expect((await ledgerRow(intake.stores, 'Second of that id')).sameIdAs).toBe((await ledgerRow(intake.stores, 'First of that id')).identity);
    expect(await ledgerRow(intake.stores, 'First of that id')).not.toHaveProperty('sameIdAs');
  });

  test('a copy that hides more text behind a known one is read, and joins its concern', async () => {
    const long = `${conduct} ${'He went on about it for a while. '.repeat(40)}`;
    const mail = { subject: 'Longer than it looks', id: '<longer@mail.example>' };
    const ref = await taken({ ...mail, text: long });
    await arrive(intake, written({ ...mail, text: `${long}\r\nHe also said that he will come to school with a bat.` }));
    await readAll(school);
    const rows = (await intake.stores.ledger.all()).filter((row) => row.words?.subject === mail.subject);
    expect(rows.map((row) => [row.outcome, row.concern]).sort()).toEqual([['joined', ref], ['raised', ref]]);
    expect(await concernOf(school, ref)).toMatchObject({ mails: 2 });
    // A further copy of the longer one, on another way, is a copy of that.
    await arrive(intake, written({ ...mail, text: `${long}\r\nHe also said that he will come to school with a bat.`, headers: ['X-Way: another'] }));
    const count = await counted();
    await intake.stores.links.remove('cursor', `${schoolMailbox}~inbox`);
    await readAll(school);
    expect(await counted()).toBe(count);
  });

  test('a copy with a further attachment adds it to the concern', async () => {
    const mail = { subject: 'Now with a picture', id: '<picture@mail.example>', text: conduct };
    const ref = await taken(mail);
    await arrive(intake, written({ ...mail, files: [{ name: 'chat.png', bytes: Buffer.from('a picture') }] }));
    await readAll(school);
    expect(await concernOf(school, ref)).toMatchObject({ mails: 2, exhibits: 1 });
  });
});

describe('mail that is not a concern', () => {
  test('an out-of-office reply is set aside with its reason and joins nothing', async () => {
    const ref = await taken({ subject: 'Before the holiday', text: conduct, id: '<holiday@mail.example>' });
    await taken({ subject: 'Automatic reply: holiday', text: 'I am away until Monday.', headers: ['Auto-Submitted: auto-replied', 'In-Reply-To: <holiday@mail.example>'] });
    const row = await ledgerRow(intake.stores, 'Automatic reply: holiday');
    expect(row).toMatchObject({ outcome: 'set-aside', reason: 'It is an automatic reply.', concern: null });
    expect(listed(school, 'Olive Marsh')).toContain(row.identity);
    expect(await concernOf(school, ref)).toMatchObject({ mails: 1 });
  });

  test('a newsletter is set aside with its reason', async () => {
    await taken({ from: 'School Games <news@games.example>', subject: 'Autumn newsletter', text: 'Our autumn news: new balls and bibs.', headers: ['List-Unsubscribe: <mailto:out@games.example>', 'Precedence: bulk'] });
    const row = await ledgerRow(intake.stores, 'Autumn newsletter');
    expect(row).toMatchObject({ outcome: 'set-aside', reason: 'It is a mailing to many.', concern: null });
    expect(school.index.find(personNamed('Olive Marsh'), { text: 'Autumn newsletter', limit: 10, offset: 0 }).rows).toMatchObject([{ key: row.identity, status: 'set-aside', words: { reason: row.reason } }]);
  });
});
