import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { aboutTheClassGroup, kevin, laila } from './words/email.ts';
import type { PersonAtTheirComputer } from './words/person-at-their-computer.ts';
import { startSchool, type School } from './words/start-school.ts';
import { until } from './words/until.ts';

jest.setTimeout(120_000);
let school: School;
let olive: PersonAtTheirComputer;
const theirs = 'Grove Primary School';

beforeAll(async () => {
  school = await startSchool({ READ_EVERY_SECONDS: '1' });
  await school.clock.nextSchoolDayAt('10:00');
  olive = await school.open('Olive Marsh');
}, 60_000);
afterAll(async () => { await school.close(); });

test('switched off, the office works as before; switched on again nothing is lost and nothing in the mailbox is changed by us', async () => {
  await school.switchOff();
  await school.email(aboutTheClassGroup);
  await school.email({ from: laila, subject: 'Rude messages', text: 'A dad in the class WhatsApp called Mr Ashby "useless" and told everybody to complain about him.' });
  await school.email({ from: kevin, subject: 'The year group chat', text: 'Somebody in the year group WhatsApp called another mum a liar and an idiot, and everybody joined in. Can something be done?' });
  await olive.mail.openFolder('Inbox', theirs);
  await olive.mail.read('Class WhatsApp');
  await olive.mail.move('Rude messages', 'Archive');
  await olive.mail.throwAway('The year group chat');
  const before = await school.mailbox();

  await school.switchOn();
  await until('every email with an outcome', async () => (await olive.tab.today()).includes('3 emails came in over the last 14 days, and every one has an outcome.'));
  await (await olive.tab.register('Open')).getByText('3 in this list').waitFor();
  expect(await school.mailbox()).toEqual(before);
});

test('while it runs, the office reads, files and deletes: nothing comes twice, and what they did stands', async () => {
  await olive.mail.openFolder('Inbox', theirs);
  await olive.mail.move('Class WhatsApp', 'Archive');
  await olive.mail.openFolder('Archive', theirs);
  await olive.mail.throwAway('Rude messages');
  await olive.mail.openFolder('Deleted Items', theirs);
  await olive.mail.throwAway('The year group chat');
  const before = await school.mailbox();

  await school.email({ from: laila, subject: 'The chat again', text: 'They go on in the class WhatsApp: a dad called another dad an idiot and a liar.' });
  await until('one more email', async () => (await olive.tab.today()).includes('4 emails came in over the last 14 days, and every one has an outcome.'));
  await (await olive.tab.register('Open')).getByText('4 in this list').waitFor();
  expect((await school.mailbox()).filter(({ subject }) => subject !== 'The chat again')).toEqual(before);
  expect((await school.mailbox()).filter(({ subject }) => subject === 'The chat again')).toMatchObject([{ isRead: false, folder: 'Inbox' }]);
});
