import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { letterToKevin } from './words/letters.ts';
import { aboutTheClassGroup, amara, laila, type Email } from './words/email.ts';
import { everydayMails, everydayTexts, sendAll, writtenAnew } from './words/many-emails.ts';
import { notificationsOf } from './words/notifications.ts';
import type { PersonAtTheirComputer } from './words/person-at-their-computer.ts';
import { read } from './words/read.ts';
import { startSchool, type School } from './words/start-school.ts';
import { until } from './words/until.ts';

jest.setTimeout(600_000);
let school: School;
let daniel: PersonAtTheirComputer;
let helen: PersonAtTheirComputer;
beforeAll(async () => {
  school = await startSchool({ READ_EVERY_SECONDS: '1' });
  [daniel, helen] = await Promise.all([school.open('Daniel Okafor'), school.open('Helen Whitlock')]);
  await Promise.all([daniel.teams.open(), helen.teams.open()]);
}, 60_000);
afterAll(async () => { await school.close(); });

const days = 5;
const mailsADay = 100;
/** How often in a week the phone may ring for this, by person: the office twice a day, and nobody who has nothing to do with it. */
const most: Readonly<Record<string, number>> = { 'Olive Marsh': 2 * days, 'Daniel Okafor': 10, 'Priya Raman': 10, 'Helen Whitlock': 12, 'Sara Lindqvist': 10, 'Marcus Bell': 10, 'Tom Ashby': 0 };
const realMatters: Readonly<Record<number, Email>> = {
  0: aboutTheClassGroup,
  1: { from: laila, subject: 'The parents\' chat', text: 'In the Year 5 WhatsApp a mum called me a liar and an idiot in front of everybody, and three others laughed at it. I would like the school to do something.' },
  3: { from: amara, subject: 'Facebook', text: 'A parent has posted on the parents\' Facebook group that Mrs Raman is useless and should be sacked. She used her full name and lots of people commented.' },
};

test('five hundred emails in a week and three matters among them: nobody is disturbed more than the school can bear', async () => {
  const before = await everybodysNotifications();
  // Each is another one, as in a real week: the same few again and again would count a rare mistake many times.
  const everyday = [
    ...everydayMails('office'), ...everydayMails('people'), ...everydayMails('unseen-two'), ...everydayTexts('six'), ...everydayTexts('four'), ...everydayMails('unseen'),
    ...everydayTexts('two'),
  ];
  let n = 0;
  for (let day = 0; day < days; day++) {
    await school.clock.nextSchoolDayAt('07:40');
    for (const [hour, part] of [[1.5, 0.4], [4, 0.6]] as const) {
      await school.clock.minutesLater(hour * 60);
      const mails = Array.from({ length: Math.round(mailsADay * part) }, () => writtenAnew(everyday[n % everyday.length] ?? Buffer.alloc(0), n++));
      await sendAll(school.local.tenant.smtpPort, mails);
      const matter = hour < 2 ? realMatters[day] : undefined;
      if (matter !== undefined) { await school.email(matter); n += 1; }
      await allAccountedFor(n);
      if (matter !== undefined) await work(matter.subject, day === 0);
    }
  }
  // The welcome at the beginning belongs to no week.
  const counted = Object.fromEntries(Object.entries(await everybodysNotifications()).map(([name, rang]) => [name, rang.slice(before[name]?.length ?? 0)]));
  for (const [name, rang] of Object.entries(counted)) {
    expect({ name, rang, within: rang.length <= (most[name] ?? 0) }).toEqual({ name, rang, within: true });
    // For one concern at most the first look and one decision.
    const references = rang.flatMap((words) => /GRV-\d\d-\d+/.exec(words) ?? []);
    expect({ name, often: references.filter((ref) => references.filter((other) => other === ref).length > 2) }).toEqual({ name, often: [] });
  }
  // The office hears of what needs a look, and the deputy of each of the three.
  expect(counted['Olive Marsh']?.length).toBeGreaterThanOrEqual(1);
  expect(counted['Daniel Okafor']?.length).toBeGreaterThanOrEqual(3);
  expect(counted['Helen Whitlock']?.length).toBeGreaterThanOrEqual(3);
});

async function everybodysNotifications(): Promise<Record<string, string[]>> {
  return Object.fromEntries(await Promise.all(Object.keys(most).map(async (name) => [name, await notificationsOf(school.local.tenant.pageUrl, name)] as const)));
}

async function allAccountedFor(count: number): Promise<void> {
  await until(`${String(count)} emails with an outcome`, async () => {
    await new Promise((resolve) => { setTimeout(resolve, 1_500); });
    const { days: till } = JSON.parse((await school.desk('till', '--json')).said) as { days: { received: number; difference: number }[] };
    return till.reduce((sum, day) => sum + day.received, 0) >= count && till.every((day) => day.difference === 0);
  }, 180_000);
}

/** One of the deputies takes it; the gravest ends with a letter that the head approves, the others at once. */
async function work(subject: string, withLetter: boolean): Promise<void> {
  const row = (await daniel.tab.waitForRow('Open', subject)).getByRole('row').filter({ hasText: subject });
  const ref = /GRV-\d\d-\d{4,}/.exec(await read(row.first()))?.[0] ?? '';
  await daniel.teams.takeTheFirstLook(ref);
  if (withLetter) {
    await daniel.teams.proposeWarningLetter(ref, letterToKevin);
    await helen.teams.approve(ref);
  } else await daniel.teams.proposeNothingMore(ref, 'A quiet word was enough.');
}
