import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { aboutTheClassGroup, amara } from './words/email.ts';
import { fillInAndPress } from './words/fill-in.ts';
import { letterToKevin } from './words/letters.ts';
import type { PersonAtTheirComputer } from './words/person-at-their-computer.ts';
import { startSchool, type School } from './words/start-school.ts';

jest.setTimeout(120_000);
let school: School;
let daniel: PersonAtTheirComputer;
let priya: PersonAtTheirComputer;
beforeAll(async () => {
  school = await startSchool();
  await school.clock.nextSchoolDayAt('10:00');
  await school.email(aboutTheClassGroup);
  [daniel, priya] = await Promise.all([school.open('Daniel Okafor'), school.open('Priya Raman')]);
}, 60_000);
afterAll(async () => { await school.close(); });

const ref = 'GRV-26-0001';

test('a press on a card that is out of date is answered with how it stands', async () => {
  const old = await priya.teams.card(ref);
  await old.getByRole('button', { name: 'Take the first look' }).waitFor();
  await priya.line.showsOldCards();
  await daniel.teams.takeTheFirstLook(ref);
  await old.getByRole('button', { name: 'Take the first look' }).click();
  await old.getByText('This has moved on. Here is the latest.').waitFor();
  await old.getByText('Leads on it: Daniel Okafor').waitFor();
  await priya.line.mend();
});

test('the same press twice is one', async () => {
  await daniel.line.sendsEachPressTwice();
  await daniel.teams.addNote(ref, 'Rang Mr Ashby at four.');
  await daniel.line.mend();
  expect((await daniel.tab.chronology(ref)).filter((each) => each === 'Daniel Okafor wrote a staff note.')).toHaveLength(1);
});

test('two different notes from one card are both kept', async () => {
  const old = await priya.teams.card(ref);
  await old.getByRole('button', { name: 'Add a note' }).waitFor();
  await priya.line.showsOldCards();
  await priya.line.losesAnswers();
  await fillInAndPress(old, { opener: 'Add a note', fields: { Note: 'Spoke to Amara at the gate.' }, send: 'Keep the note' });
  await old.getByRole('alert').waitFor();
  await fillInAndPress(old, { opener: 'Add a note', fields: { Note: 'Kevin has asked for a meeting.' }, send: 'Keep the note' });
  await old.getByRole('alert').waitFor();
  await priya.line.mend();
  const record = await priya.tab.concern(ref);
  await record.getByText('Spoke to Amara at the gate.').waitFor();
  await record.getByText('Kevin has asked for a meeting.').waitFor();
  expect((await priya.tab.chronology(ref)).filter((each) => each === 'Priya Raman wrote a staff note.')).toHaveLength(2);
});

test('an email that comes between card and press does not void the approval, but is shown first', async () => {
  await daniel.teams.proposeWarningLetter(ref, letterToKevin);
  const helen = await school.open('Helen Whitlock');
  await helen.teams.card('Goes to');
  const card = await helen.teams.card(ref);
  await card.getByRole('button', { name: 'Approve' }).waitFor();
  await helen.line.showsOldCards();
  await school.email({ from: amara, subject: `Re: Class WhatsApp (${ref})`, text: 'He has written in the group again this morning, and worse.' });
  await daniel.teams.card('He has written in the group again this morning');

  await card.getByRole('button', { name: 'Approve' }).click();
  await card.getByText('A new email came in since this was shown to you. Please look first, then press again.').waitFor();
  await card.getByText('He has written in the group again this morning, and worse.').waitFor();
  await card.getByRole('button', { name: 'Approve' }).click();
  await card.getByText(/Goes on /).waitFor();
});
