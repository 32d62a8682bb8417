import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { nudgeOffice } from '../../bot/nudge-office.ts';
import { tellOfDifference } from '../../bot/tell-of-difference.ts';
import { balanceTill } from '../../src/mail/till/balance-till.ts';
import { mailCheck } from '../../src/mail/till/mail-check.ts';
import type { School } from '../../src/school.ts';
import { deleteMessage, loadMessage } from '../tenant/mail/messages.ts';
import { arrive, personNamed, readAll, schoolMailbox, startIntake, written, type Intake } from './intake-school.ts';

let intake: Intake;
let school: School;
beforeAll(async () => { intake = await startIntake('TIL'); school = await intake.open(); });
afterAll(async () => { await intake.stop(); });
beforeEach(() => { intake.local.faults.clear(); intake.chats.shown.clear(); });

const till = (days = 14) => balanceTill({ ledger: intake.stores.ledger, mailbox: school.mailbox, clock: school.clock, mail: school.settings.mail }, days);
const olive = personNamed('Olive Marsh').oid;
/** Toasts: cards that were posted, not updated. */
const cardsOf = (oid: string) => [...intake.chats.shown.values()].filter((each) => each.oid === oid);
const says = (oid: string) => cardsOf(oid).map(({ card }) => /"text":"([^"]+)"/.exec(JSON.stringify(card))?.[1]);
const at = (iso: string): void => { intake.local.clock.setTo(Date.parse(iso)); };

describe('the till', () => {
  test('holds the mailbox against the ledger by day: outcomes, copies, what was deleted before it was read', async () => {
    at('2027-03-01T10:00:00Z');
    const twice = written({ subject: 'Came twice', id: '<twice@mail.example>' });
    await arrive(intake, twice);
    await arrive(intake, twice);
    const gone = await arrive(intake, written({ subject: 'Gone' }));
    await arrive(intake, written({ subject: 'This month\'s offers', text: 'Everything for the new term.', headers: ['Precedence: bulk', 'List-Unsubscribe: <https://supplies.example/leave>'], from: 'news@supplies.example' }));
    expect((await till()).map(({ received, difference, byOutcome }) => ({ received, difference, byOutcome }))).toEqual([{ received: 4, difference: 4, byOutcome: {} }]);
    intake.local.faults.add({ method: 'GET', path: `${gone.key}.*value`, times: 20, status: 503 });
    await readAll(school);
    expect(await till()).toMatchObject([{ day: '2027-03-01', received: 3, difference: 1 }]);
    for (let i = 0; i < 3; i += 1) deleteMessage(intake.local.tenant, loadMessage(intake.local.tenant, schoolMailbox, gone.key));
    intake.local.faults.clear();
    await readAll(school);
    expect(await till()).toEqual([{
      day: '2027-03-01', received: 3, difference: 0, copies: 1, deletedBeforeRead: 1, sentByHand: 0, byOutcome: { raised: 1, unreadable: 1, 'set-aside': 1 },
    }]);
  });
});

describe('an email that stays without an outcome', () => {
  test('is told to the office alone, once, after a quarter of an hour, and put right in place', async () => {
    at('2027-03-02T10:00:00Z');
    const stuck = await arrive(intake, written({ subject: 'Stuck in the mailbox' }));
    intake.local.faults.add({ method: 'GET', path: `${stuck.key}.*value`, times: 500, status: 503 });
    await readAll(school);
    await tellOfDifference(school);
    expect(intake.chats.shown.size).toBe(0);
    expect(await mailCheck(school, personNamed('Olive Marsh'))).toContainEqual(expect.objectContaining({ day: '2027-03-02', received: 1, difference: 1 }));
    at('2027-03-02T10:16:00Z');
    await tellOfDifference(school);
    await tellOfDifference(school);
    expect(says(olive)).toEqual(['The mail check does not add up: 1 email of Tuesday 2 March 2027 is not accounted for yet.']);
    expect([...intake.chats.shown.values()].map((each) => each.oid)).toEqual([olive]);
    intake.local.faults.clear();
    await readAll(school);
    // At once, not when the mailbox is next held against the ledger.
    expect(await mailCheck(school, personNamed('Olive Marsh'))).toContainEqual(expect.objectContaining({ day: '2027-03-02', received: 1, difference: 0 }));
    await tellOfDifference(school);
    expect(says(olive).slice(0, 1)).toEqual(['The mail check adds up again: every email is accounted for.']);
    expect(cardsOf(olive).filter(({ summary }) => summary.includes('mail check'))).toHaveLength(1);
  });
});

describe('what needs a look', () => {
  const look = (n: number) => written({
    subject: `Away ${String(n)}`, text: `I am away. My son says another parent called Mrs Hale a stupid cow in the WhatsApp group ${String(n)}.`, headers: ['Auto-Submitted: auto-replied'],
  });
  const nudges = () => cardsOf(olive).filter(({ summary }) => summary.includes('look')).map(({ summary }) => summary);

  test('is told to the office at most twice a school day, in one card that counts and is brought up to date', async () => {
    const waiting = () => school.index.find(personNamed('Olive Marsh'), { status: ['needs-a-look'], kind: 'mail', limit: 1, offset: 0 }).total;
    const before = waiting();
    at('2027-03-03T09:00:00Z');
    await arrive(intake, look(1));
    await readAll(school);
    expect(waiting()).toBe(before + 1);
    await nudgeOffice(school);
    expect(nudges()).toEqual([]);
    at('2027-03-03T09:31:00Z');
    for (let i = 0; i < 3; i += 1) await nudgeOffice(school);
    const inWords = (count: number): string => (count === 1 ? '1 email needs a look' : `${String(count)} emails need a look`);
    expect(nudges()).toEqual([inWords(before + 1)]);
    await arrive(intake, look(2));
    await readAll(school);
    await nudgeOffice(school);
    expect(nudges()).toEqual([inWords(before + 2)]);
    at('2027-03-03T14:05:00Z');
    await nudgeOffice(school);
    await nudgeOffice(school);
    expect(nudges()).toEqual([inWords(before + 2), inWords(before + 2)]);
    at('2027-03-03T18:00:00Z');
    await nudgeOffice(school);
    expect(nudges()).toHaveLength(2);
    expect([...intake.chats.shown.values()].filter(({ summary }) => summary.includes('look')).map((each) => each.oid)).toEqual([olive, olive]);
  });

  test('is told neither at weekends nor on closed days, nor where the school wants none or only watches', async () => {
    at('2027-03-06T10:00:00Z');
    await nudgeOffice(school);
    at('2027-03-08T10:00:00Z');
    for (const settings of [{ CLOSED_DAYS: '2027-03-08' }, { NUDGES: 'off' }, { MODE: 'watch' }]) await nudgeOffice(await intake.open(settings));
    expect(nudges()).toEqual([]);
    await nudgeOffice(school);
    expect(nudges()).toHaveLength(1);
  });
});
