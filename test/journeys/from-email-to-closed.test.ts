import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { expectInOrder } from './words/expect-in-order.ts';
import { aboutTheClassGroup } from './words/email.ts';
import { letterToKevin } from './words/letters.ts';
import { startSchool, type School } from './words/start-school.ts';

jest.setTimeout(120_000);
let school: School;
beforeAll(async () => { school = await startSchool(); await school.clock.nextSchoolDayAt('10:00'); }, 60_000);
afterAll(async () => { await school.close(); });

const ref = 'GRV-26-0001';

test('a parent\'s email becomes a concern, a warning letter leaves once, and the matter is closed', async () => {
  const daniel = await school.open('Daniel Okafor');
  await daniel.teams.open();
  await school.email(aboutTheClassGroup);

  // Daniel is told, and sees what it is about, but not who told us.
  const card = await daniel.teams.card('Needs a first look');
  expect(await card.innerText()).toContain(ref);
  expect(await card.innerText()).not.toContain('Amara');
  await daniel.teams.takeTheFirstLook(ref);
  await daniel.teams.addNote(ref, 'Rang Mr Ashby; he has seen the messages.');
  await daniel.teams.proposeWarningLetter(ref, letterToKevin);

  // Helen reads the letter as it will be sent, and approves it.
  const helen = await school.open('Helen Whitlock');
  const decision = await helen.teams.card('Goes to');
  expect(await decision.innerText()).toContain('Dear Kevin Doyle');
  expect(await decision.innerText()).toContain('It clearly goes against the code of conduct.');
  await helen.teams.approve(ref);

  // Nothing has left yet; at its hour the letter goes, once.
  const kevin = await school.open('Kevin Doyle');
  await kevin.mail.openFolder('Inbox');
  expect(await kevin.mail.subjects()).toEqual([]);
  await school.clock.minutesLater(11);
  expect(await kevin.mail.read(/Letter from Grove Primary School/)).toContain('Dear Kevin Doyle');
  await (await daniel.teams.card(/Sent/)).waitFor();
  expect(await kevin.mail.subjects()).toHaveLength(1);

  // List, folder and plan show where it stands, and name nobody.
  const row = await helen.site.listRow(ref, 'Open');
  expect(row).not.toMatch(/Amara|Kevin|Daniel/);
  const files = await helen.site.files(ref, `${ref} letter 1.pdf`);
  expect(files).toEqual(expect.arrayContaining([`${ref} reading copy.pdf`, `${ref} letter 1.docx`, `${ref} letter 1.pdf`]));
  expect((await helen.site.save(`${ref} letter 1.pdf`)).subarray(0, 4).toString()).toBe('%PDF');
  await helen.site.taskIn('In hand', ref);

  // Closed; the parent who wrote gets a neutral note.
  await daniel.teams.close(ref, 'Resolved', 'The parent has apologised.');
  await helen.site.taskIn('Done', `${ref}: done`);
  await helen.site.listRow(ref, 'Closed');
  await daniel.teams.writeClosingNote(ref, 'She should know that it was looked into.');
  await helen.teams.approve(ref);
  await school.clock.minutesLater(11);
  const amara = await school.open('Amara Nwosu');
  await amara.mail.openFolder('Inbox');
  const note = await amara.mail.read(/Your message to Grove Primary School/);
  expect(note).toContain('Thank you for telling us.');
  expect(note).not.toContain('Kevin');

  // Who did what when, in the tab.
  const chronology = await helen.tab.chronology(ref, 'Closed');
  expectInOrder(chronology, [
    'became a concern', 'Daniel Okafor took the first look', 'Daniel Okafor wrote a staff note', 'Daniel Okafor proposed: Warning letter', 'Helen Whitlock approved the letter',
    'The letter was sent', 'Daniel Okafor closed this: resolved', 'Daniel Okafor proposed: Closing note', 'Helen Whitlock approved the letter', 'The letter was sent',
  ]);
  expect(await kevin.mail.subjects()).toHaveLength(1);
});
