import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { officeAtWork, type OfficeAtWork } from './words/office-at-work.ts';
import { everydayMails, sendAll, writtenAnew, writtenMails } from './words/many-emails.ts';
import { startSchool, type School } from './words/start-school.ts';
import { until } from './words/until.ts';

/** A month and more of a school's mail; `EMAILS=400` for a quicker look. */
const count = Number(process.env['EMAILS'] ?? 2000);
const within = 120_000 + count * 200;
jest.setTimeout(within + 60_000);

let school: School;
let office: OfficeAtWork;
beforeAll(async () => {
  school = await startSchool({ READ_EVERY_SECONDS: '2' });
  await school.clock.nextSchoolDayAt('10:00');
  office = officeAtWork(school.local.tenant.pageUrl);
}, 60_000);
afterAll(async () => { await school.close(); });

test('two thousand mixed emails while the office reads, files and deletes and notifications get lost: each has one outcome, and the mailbox is as the office left it', async () => {
  const mails = mixture(count);
  await loseAndDoubleNotifications();
  await sendAll(school.local.tenant.smtpPort, mails, async (sent) => {
    if (sent % 50 === 0) await workAtTheInbox();
    if (sent % 500 === 0) await loseAndDoubleNotifications();
  });
  const before = await school.mailbox();

  const till = await until('every email with an outcome', async () => {
    // Each look lists the whole mailbox, so it is not taken all the time.
    await new Promise((resolve) => { setTimeout(resolve, 15_000); });
    const { days } = JSON.parse((await school.desk('till', '--json')).said) as { days: { received: number; difference: number }[] };
    const received = days.reduce((sum, day) => sum + day.received, 0);
    return received >= new Set(mails.map((mail) => mail.toString('latin1'))).size && days.every((day) => day.difference === 0) && { days, received };
  }, within);

  // Twice the very same bytes is one email with two copies; everything else is its own, whatever Message-ID it bears.
  expect(till.received).toBe(new Set(mails.map((mail) => mail.toString('latin1'))).size);
  expect(await school.mailbox()).toEqual(before);
});

/** Mostly what any office gets; some of it twice, some under a Message-ID that another one bore, some that is about somebody. */
function mixture(most: number): Buffer[] {
  const office = [...everydayMails('office'), ...everydayMails('people'), ...everydayMails('unseen')];
  const [conduct, people] = [writtenMails('conduct'), writtenMails('people')];
  return Array.from({ length: most }, (_, n) => {
    const kind = n % 40 === 7 ? conduct : n % 40 === 23 ? people : office;
    const mail = kind[Math.floor(n / 20 + n) % kind.length] ?? Buffer.alloc(0);
    if (n % 40 === 39) return writtenAnew(office[n % office.length] ?? Buffer.alloc(0), 3, '<used-again@post.example>');
    return writtenAnew(mail, n % 25 === 24 ? n - 1 : n);
  });
}

async function loseAndDoubleNotifications(): Promise<void> {
  const answer = await fetch(`${school.local.tenant.controlUrl}/subscriptions/delivery`, { method: 'POST', body: JSON.stringify({ lose: 60, double: 60 }) });
  expect(answer.ok).toBe(true);
}

/** Reads one, files one, throws two away (one of them out of Deleted Items as well), and fishes nothing out. */
async function workAtTheInbox(): Promise<void> {
  const [first, second, third, fourth] = await office.inbox();
  if (first !== undefined) await office.read(first);
  if (second !== undefined) await office.move(second, 'archive');
  if (third !== undefined) await office.throwAway(third);
  if (fourth !== undefined) { await office.throwAway(fourth); await office.throwAway(fourth); }
}
