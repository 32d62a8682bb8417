import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { expectInOrder } from './words/expect-in-order.ts';
import { aboutTheClassGroup } from './words/email.ts';
import { startSchool, type School } from './words/start-school.ts';
import { letterToKevin } from './words/letters.ts';

jest.setTimeout(120_000);
let school: School;
beforeAll(async () => { school = await startSchool(); await school.clock.nextSchoolDayAt('10:00'); }, 60_000);
afterAll(async () => { await school.close(); });

const ref = 'GRV-26-0001';

test('a letter is sent back by the head, changed, approved, stopped, changed and approved again: one letter leaves, the last one', async () => {
  await school.email(aboutTheClassGroup);
  const daniel = await school.open('Daniel Okafor');
  await daniel.teams.takeTheFirstLook(ref);
  await daniel.teams.proposeWarningLetter(ref, letterToKevin);

  const helen = await school.open('Helen Whitlock');
  await helen.teams.sendBack(ref, 'Say which day it was.');
  await daniel.teams.card('Say which day it was.');
  await daniel.teams.changeWarningLetter(ref, { when: 'the evening of 23 November 2026', group: 'class WhatsApp group', summary: 'A member of staff was called names in it.' });

  await helen.teams.card('the evening of 23 November 2026');
  await helen.teams.approve(ref);
  await (await daniel.teams.card(/Goes on /)).getByText('Approved by: Helen Whitlock').waitFor();
  await daniel.teams.stopTheLetter(ref);

  const kevin = await school.open('Kevin Doyle');
  await kevin.mail.openFolder('Inbox');
  await school.clock.minutesLater(15);
  await daniel.teams.changeWarningLetter(ref, { when: 'the evening of 23 November 2026', group: 'class WhatsApp group', summary: 'A teacher was called names in it.' });
  await helen.teams.card('A teacher was called names in it.');
  expect(await kevin.mail.subjects()).toEqual([]);
  await helen.teams.approve(ref);
  await school.clock.minutesLater(11);

  expect(await kevin.mail.read(/Letter from Grove Primary School/)).toContain('A teacher was called names in it.');
  await daniel.teams.card('Sent');
  await school.clock.minutesLater(120);
  expectInOrder(await daniel.tab.chronology(ref), [
    'Daniel Okafor proposed: Warning letter', 'Helen Whitlock sent the proposal back: "Say which day it was."', 'Daniel Okafor proposed: Warning letter', 'Helen Whitlock approved the letter',
    'Daniel Okafor stopped the letter before it left.', 'Daniel Okafor proposed: Warning letter', 'Helen Whitlock approved the letter', 'The letter was sent.',
  ]);
  expect(await kevin.mail.subjects()).toHaveLength(1);
  expect((await daniel.site.files(ref, `${ref} letter 3.pdf`)).filter((name) => name.endsWith('.pdf'))).toContain(`${ref} letter 3.pdf`);
});
