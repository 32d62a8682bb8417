import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { stepMs } from '../../src/concern/rules/alert.ts';
import { Fault } from '../../src/ports.ts';
import type { School } from '../../src/school.ts';
import { messagesIn } from '../tenant/mail/messages.ts';
import { arrive, concernOf, doOwed, ledgerRow, lookOnce, personNamed, readInbox, startIntake, written, type Intake, type Written } from './intake-school.ts';
import { control } from './tenant-mail-set-up.ts';

let intake: Intake;
let school: School;
beforeAll(async () => {
  intake = await startIntake('DNG');
  // A Tuesday morning, so that somebody can be expected at the school.
  intake.local.clock.setTo(Date.parse('2026-11-24T10:00:00Z'));
  const usual = intake.chats.post.bind(intake.chats);
  intake.chats.post = (oid, card, summary) => {
    if (teams.away) return Promise.reject(new Fault('Teams is away.', 'later'));
    return teams.without === oid ? Promise.resolve(null) : usual(oid, card, summary);
  };
  school = await intake.open();
});
afterAll(async () => { await intake.stop(); });
/** Teams as it is at the moment: away, or without the app for one person. */
const teams: { away: boolean; without: string | null } = { away: false, without: null };
afterEach(() => { Object.assign(teams, { away: false, without: null }); intake.local.faults.clear(); });

const threat = 'Somebody in the Year 4 WhatsApp group wrote that he knows where the teacher parks and will be waiting for her with a bat tonight. He will kill her.';
const conduct = 'In the Year 4 WhatsApp group another parent called the teaching assistant a stupid cow.';
const sender = 'kevin.doyle@post.example';

async function taken(mail: Written, from?: string): Promise<string> {
  await arrive(intake, written(mail), from);
  await readInbox(school);
  return (await ledgerRow(intake.stores, mail.subject ?? '')).concern ?? 'none';
}

/** Who was posted a card of this concern, once for each post, with the words of the toast. */
const posts = (ref: string): string[] => [...intake.chats.shown.values()].filter(({ summary }) => summary.includes(ref)).map(({ oid, summary }) => `${oid} ${summary}`);
const alertsOf = (ref: string): string[] => posts(ref).filter((each) => each.includes('needs somebody')).map((each) => each.split(' ')[0] ?? '').sort();
const oids = (...names: string[]): string[] => names.map((name) => personNamed(name).oid).sort();
const emails = (address: string, ref: string): string[] => messagesIn(intake.local.tenant, address, null).filter((each) => each.subject.includes(ref)).map((each) => each.body.content);

describe('mail that would only need a look, and speaks of danger', () => {
  test('sent to many by a machine: a concern of its own, and an alert', async () => {
    const ref = await taken({ subject: 'From the list', text: threat, headers: ['Precedence: bulk'] });
    expect(await ledgerRow(intake.stores, 'From the list')).toMatchObject({ outcome: 'raised' });
    expect(alertsOf(ref)).toEqual(oids('Helen Whitlock', 'Sara Lindqvist'));
  });

  test('an answer whose sender could not be verified: beside the concern, not in it', async () => {
    await control(intake.local, 'POST', '/sender-verdict', { sender, results: 'spf=fail smtp.mailfrom=post.example; dkim=none; dmarc=fail action=none; compauth=fail reason=001' });
    const ref = await taken({ subject: 'Before the danger', text: conduct });
    const own = await taken({ from: `Amara Nwosu <${sender}>`, subject: `Re: ${ref} I will come`, text: threat }, sender);
    expect(own).not.toBe(ref);
    expect(await concernOf(school, ref)).toMatchObject({ mails: 1, danger: null });
    expect(alertsOf(own)).toEqual(oids('Helen Whitlock', 'Sara Lindqvist'));
  });

  test.each([['an automatic reply', ['Auto-Submitted: auto-replied']], ['a delivery report', ['X-Failed-Recipients: somebody@grove.example']]])('%s that quotes us wakes nobody', async (what, headers) => {
    const ref = await taken({ subject: `Before ${what}`, text: conduct });
    await arrive(intake, written({ subject: `${what} to Danger now: ${ref} needs somebody`, text: threat, headers }));
    await readInbox(school);
    expect((await ledgerRow(intake.stores, `${what} to Danger`)).outcome).toMatch(/needs-a-look|set-aside/);
    expect(alertsOf(ref)).toEqual([]);
  });
});

describe('somebody whom Teams does not reach', () => {
  test('is told by email at the first step, once; the others have their card', async () => {
    teams.without = personNamed('Sara Lindqvist').oid;
    const ref = await taken({ subject: 'Not in Teams', text: threat });
    await doOwed(school, ref);
    expect(alertsOf(ref)).toEqual(oids('Helen Whitlock'));
    expect(emails('sara.lindqvist@grove.example', ref)).toEqual([expect.stringContaining('Nobody has taken it yet.')]);
    expect(emails('helen.whitlock@grove.example', ref)).toEqual([]);
  });

  test('nor anybody else, since Teams is away: all of them by email, and by card when it is back', async () => {
    teams.away = true;
    const ref = await taken({ subject: 'Teams is away', text: threat });
    expect(emails('sara.lindqvist@grove.example', ref)).toHaveLength(1);
    expect(emails('helen.whitlock@grove.example', ref)).toHaveLength(1);
    teams.away = false;
    intake.laterByMachine(61_000);
    await lookOnce(school);
    expect(alertsOf(ref)).toEqual(oids('Helen Whitlock', 'Sara Lindqvist'));
    expect(emails('helen.whitlock@grove.example', ref)).toHaveLength(1);
  });
});

test('an email whose sending was cut off is looked for before it is sent again', async () => {
  teams.without = personNamed('Sara Lindqvist').oid;
  intake.local.faults.add({ method: 'POST', path: '/send$', times: 1, drop: 'after' });
  const ref = await taken({ subject: 'Cut off', text: threat });
  intake.laterByMachine(61_000);
  await lookOnce(school);
  expect(emails('sara.lindqvist@grove.example', ref)).toHaveLength(1);
  expect((await concernOf(school, ref)).danger).toMatchObject({ step: 0, takenBy: null });
});

test('while we only watch, nothing is told; switched to live within the day, it is', async () => {
  const watching = await intake.open({ MODE: 'watch' });
  await arrive(intake, written({ subject: 'Only watched', text: threat }));
  await readInbox(watching);
  const ref = (await ledgerRow(intake.stores, 'Only watched')).concern ?? 'none';
  intake.local.clock.advance(3 * stepMs);
  await lookOnce(watching);
  expect(posts(ref)).toEqual([]);
  expect((await concernOf(school, ref)).danger).toMatchObject({ step: -1 });
  await doOwed(school, ref);
  expect(alertsOf(ref)).toEqual(oids('Helen Whitlock', 'Sara Lindqvist'));
});
