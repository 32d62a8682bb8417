import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { aboutTheClassGroup } from './words/email.ts';
import { letterToKevin } from './words/letters.ts';
import type { PersonAtTheirComputer } from './words/person-at-their-computer.ts';
import { startSchool, type School } from './words/start-school.ts';
import { until } from './words/until.ts';

// A process that dies while it works leaves a lease behind: whoever comes after it waits two to three minutes. Usually it dies idle.
jest.setTimeout(300_000);
let school: School;
let daniel: PersonAtTheirComputer;
let helen: PersonAtTheirComputer;
let kevin: PersonAtTheirComputer;
beforeAll(async () => {
  school = await startSchool();
  await school.clock.nextSchoolDayAt('10:00');
  [daniel, helen, kevin] = await Promise.all([school.open('Daniel Okafor'), school.open('Helen Whitlock'), school.open('Kevin Doyle')]);
  await kevin.mail.openFolder('Inbox');
}, 60_000);
afterAll(async () => { await school.close(); });

test('the service dies between approval and sending: after its restart one letter leaves', async () => {
  const ref = 'GRV-26-0001';
  await school.email(aboutTheClassGroup);
  await daniel.teams.takeTheFirstLook(ref);
  await daniel.teams.proposeWarningLetter(ref, letterToKevin);
  await helen.teams.approve(ref);
  await until('everything outside shows the approval', async () => (await school.desk('show', ref)).said.includes('Nothing is waiting to be done.'));
  school.local.bot.kill();
  await school.clock.minutesLater(11);
  await kevin.mail.waitFor(ref, 240_000);
  await daniel.teams.card('Sent');
  await school.clock.minutesLater(60);
  expect((await daniel.tab.chronology(ref)).filter((each) => each === 'The letter was sent.')).toHaveLength(1);
  expect((await kevin.mail.subjects()).filter((each) => each.includes(ref))).toHaveLength(1);
});
