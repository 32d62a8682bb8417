import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { atLondon, londonDay } from '../../src/calendar/rules/london-time.ts';
import { nextWorkingDay } from '../../src/calendar/rules/working-days.ts';
import { aboutTheClassGroup, kevin, laila } from './words/email.ts';
import { letterToKevin } from './words/letters.ts';
import type { PersonAtTheirComputer } from './words/person-at-their-computer.ts';
import { read } from './words/read.ts';
import { startSchool, type School } from './words/start-school.ts';
import { until } from './words/until.ts';

jest.setTimeout(120_000);
let school: School;
let daniel: PersonAtTheirComputer;
const ref = 'GRV-26-0001';

beforeAll(async () => {
  school = await startSchool({ MODE: 'watch', GO_LIVE: new Date(atLondon(nextWorkingDay(londonDay(Date.now())), '09:00')).toISOString() });
  daniel = await school.open('Daniel Okafor');
}, 60_000);
afterAll(async () => { await school.close(); });

test('while we only watch, email is read and shown in the tab, and nothing is posted or created; what came before the first day is neither read nor copied', async () => {
  await school.email({ from: laila, subject: 'Before the first day', text: 'A dad called the teacher useless in the class WhatsApp.' });
  await school.clock.nextSchoolDayAt('10:00');
  await school.email(aboutTheClassGroup);
  const list = await daniel.tab.waitForRow('Open', 'Class WhatsApp');
  await list.getByText('Watching only').waitFor();
  await list.getByText('1 in this list').waitFor();
  expect(await daniel.tab.today()).toContain('1 email came in over the last 14 days');

  expect(await daniel.teams.whole()).not.toContain(ref);
  expect(await daniel.site.wholeList()).toContain('No concerns yet');
  expect(await daniel.site.folders()).toContain('Nothing here yet');
  expect(await daniel.site.wholeBoard()).not.toContain(ref);
  expect((JSON.parse((await school.desk('mail', '--json')).said) as { mails: unknown[] }).mails).toMatchObject([{ outcome: 'raised', concern: ref }]);
});

test('switched to live, what was watched is worked on; paused, nothing leaves and email is still read', async () => {
  await school.switchOn({ MODE: 'live' });
  // A concern that was only watched is shown when something is done about it.
  await school.email({ from: kevin, subject: `Re: Class WhatsApp (${ref})`, text: 'Somebody in the class WhatsApp called Mr Ashby useless again.' });
  await daniel.teams.takeTheFirstLook(ref);
  await daniel.teams.proposeWarningLetter(ref, letterToKevin);
  const helen = await school.open('Helen Whitlock');
  await helen.teams.approve(ref);

  await school.switchOn({ MODE: 'paused' });
  await school.clock.minutesLater(11);
  await school.email({ from: laila, subject: 'Photos in the class chat', text: 'A mum posted photos in the class WhatsApp and wrote that "that boy" is disgusting.' });
  await daniel.teams.card('GRV-26-0002');
  await until('the notice that it is paused', async () => (await read(await daniel.tab.register('Open'))).includes('Paused'));
  const parent = await school.open('Kevin Doyle');
  await parent.mail.openFolder('Inbox');
  expect(await parent.mail.subjects()).toEqual([]);
  // Its hour has passed, and it neither left nor came back.
  const happened = await helen.tab.chronology(ref);
  expect(happened.at(-1)).toContain('Helen Whitlock approved the letter');
});
