import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { kevin } from './words/email.ts';
import type { PersonAtTheirComputer } from './words/person-at-their-computer.ts';
import { read } from './words/read.ts';
import { startSchool, type School } from './words/start-school.ts';

jest.setTimeout(120_000);
let school: School;
let daniel: PersonAtTheirComputer;
let helen: PersonAtTheirComputer;
const [first, second] = ['GRV-26-0001', 'GRV-26-0002'];

beforeAll(async () => {
  school = await startSchool();
  await school.clock.nextSchoolDayAt('10:00');
  [daniel, helen] = await Promise.all([school.open('Daniel Okafor'), school.open('Helen Whitlock')]);
  await school.email({
    from: 'Rosa Silva <rosa.silva@mail.example>', subject: 'Messages last night',
    text: 'Hello,\n\nLast night Gary Pike wrote in the Year 4 WhatsApp group that Miss Osman is "a liar and a thief", and lots of people laughed. She taught my boy and she does not deserve it.\n\nRosa',
  });
  await daniel.teams.card(first);
  await school.email({
    from: 'Owen Vaughan <owen.vaughan@post.example>', subject: 'Not on',
    text: 'Dear all,\n\nHas school seen the Y4 chat? Yesterday evening Mr Pike called Miss Osman a liar and a thief in front of everybody. My wife was in tears for her.\n\nOwen Vaughan',
  });
  await daniel.teams.card(second);
}, 120_000);
afterAll(async () => { await school.close(); });

test('two parents tell of one incident: it is suggested with the reasons, and joined by a person, not by itself', async () => {
  const card = await read(await daniel.teams.card(`This may be the same incident as ${first}`));
  expect(card).toContain('both name Mr Pike, Miss Osman, the Year 4 group');
  expect(card).toContain('1 earlier concern may be about the same adult.');

  const part = await related(daniel, second);
  expect(await read(part)).toContain('May be the same incident');
  expect(await read(part)).not.toMatch(/Silva|Vaughan|Rosa|Owen/);
  await part.getByRole('button', { name: 'It is the same incident' }).click();
  await daniel.tab.frame.getByText('Both say now that they are about one incident.').waitFor();
  await part.getByText('Leads on it: nobody yet').waitFor();
  expect(await read(part)).not.toContain('May be the same incident');

  const other = await read(await related(helen, first));
  expect(other).toContain('The same incident');
  expect(other).toContain(second);
  expect((await helen.tab.chronology(first)).join(' ')).toContain(`Daniel Okafor said that ${second} is the same incident`);
});

test('what belongs together is told to nobody who may not know of both', async () => {
  await school.email({
    from: kevin, subject: 'Something I need to raise',
    text: 'Good evening,\n\nI am writing about Mr Okafor, the deputy head. On Thursday he shouted at my son in front of the whole dining hall, and when I rang to ask why he lied to me about who had been there.\n\nKevin Doyle',
  });
  const about = await helen.teams.referenceOn('Something I need to raise');
  const hidden = await related(helen, about);
  await hidden.getByRole('button', { name: 'Name another concern about it' }).click();
  await hidden.getByRole('textbox', { name: 'Its reference' }).fill(first);
  await hidden.getByRole('button', { name: 'It is the same incident' }).click();
  await helen.tab.frame.getByText('Both say now that they are about one incident.').waitFor();
  expect(await read(await related(helen, first))).toContain(about);

  expect(await read(await daniel.tab.register('Open'))).not.toContain('Something I need to raise');
  expect(await read(await related(daniel, first))).not.toContain(about);
  expect((await daniel.tab.chronology(first)).join(' ')).not.toContain(about);
  expect(await read(await daniel.teams.card(first))).not.toContain(about);
});

test('it is taken back with a sentence, on both, and not suggested again', async () => {
  const part = await related(daniel, first);
  await part.getByRole('button', { name: 'It is another incident' }).click();
  await part.getByRole('textbox', { name: 'Why they are two' }).fill('They tell of two evenings.');
  await part.getByRole('button', { name: 'Keep them apart' }).click();
  await daniel.tab.frame.getByText('It is written down on both that these are two incidents.').waitFor();
  for (const ref of [first, second]) expect((await daniel.tab.chronology(ref)).join(' ')).toContain('is another incident: "They tell of two evenings."');
  expect(await read(await related(daniel, second))).not.toContain('May be the same incident');
});

async function related(person: PersonAtTheirComputer, ref: string): Promise<Locator> {
  await person.tab.waitForRow('Open', ref);
  const part = (await person.tab.concern(ref)).getByRole('region', { name: 'What may belong with it' });
  await part.waitFor();
  return part;
}
