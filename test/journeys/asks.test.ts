import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { pdfText } from '../unit/letters-pdf-text.ts';
import { aboutTheClassGroup, amara } from './words/email.ts';
import { fillInAndPress } from './words/fill-in.ts';
import type { PersonAtTheirComputer } from './words/person-at-their-computer.ts';
import { read } from './words/read.ts';
import { startSchool, type School } from './words/start-school.ts';
import { until } from './words/until.ts';

jest.setTimeout(120_000);
let school: School;
let olive: PersonAtTheirComputer;
let helen: PersonAtTheirComputer;
let daniel: PersonAtTheirComputer;
beforeAll(async () => {
  school = await startSchool();
  await school.clock.nextSchoolDayAt('10:00');
  [olive, helen, daniel] = await Promise.all([school.open('Olive Marsh'), school.open('Helen Whitlock'), school.open('Daniel Okafor')]);
}, 90_000);
afterAll(async () => { await school.close(); });

test('the office thanks the parent who wrote, once, without learning who it is', async () => {
  await school.email(aboutTheClassGroup);
  const ref = await daniel.teams.referenceOn('Needs a first look');
  const page = await olive.tab.concern(ref);
  await page.getByRole('button', { name: 'Send "Thank you, we have it"' }).click();
  const shown = await read(page);
  expect(shown).toContain('If a child or anybody else is in danger now, ring 999.');
  expect(shown).toContain('Olive Marsh\nSchool office');
  await page.getByRole('button', { name: 'Send the thank-you' }).click();
  await page.getByText('Thank-you to the person who told us: goes on').waitFor();

  const mum = await school.open('Amara Nwosu');
  await mum.mail.openFolder('Inbox');
  expect(await mum.mail.subjects()).toEqual([]);
  await school.clock.minutesLater(11);
  const thanks = await mum.mail.read(`Thank you, we have your message (${ref})`);
  expect(thanks).toContain('ring 999');
  expect(thanks).toContain('Olive Marsh');
  expect(await mum.mail.downloads()).toEqual([]);
  await (await daniel.teams.card(ref)).getByText(/Thank-you sent to the person who told us, .* by Olive Marsh\./).waitFor();
  expect(await mum.mail.subjects()).toHaveLength(1);
  const after = await olive.tab.concern(ref);
  expect(await read(after)).toContain('Thank-you sent to the person who told us');
  for (const text of [shown, await read(after), (await olive.tab.chronology(ref)).join('\n'), await daniel.teams.whole()]) expect(text).not.toMatch(/Amara|Nwosu/);
});

test('of a scanned letter the head says who wrote it; nobody else learns the name', async () => {
  await school.email({
    from: 'Photocopier <copier@grove.example>', subject: 'Scanned letter about the group chat',
    text: 'Dear school,\n\nLaila here. In the Year 3 WhatsApp group one of the dads called Mr Ashby "useless" and a "clown" and others joined in.\n\nKind regards,\nLaila Haddad\n',
  });
  const asked = await helen.teams.card('Who wrote this?');
  const ref = /GRV-\d\d-\d{4,}/.exec(await read(asked))?.[0] ?? '';
  await fillInAndPress(asked, { opener: 'Say who wrote it', fields: {}, send: 'That is who wrote it' });
  await (await helen.teams.card(ref)).getByText(/^Write the name of whoever wrote it/).waitFor();
  const open = await read(await daniel.teams.card(ref));
  expect(open).toContain('Nobody can tell from an email who wrote it.');
  expect(open).not.toMatch(/Laila|Haddad/);

  const again = await helen.teams.card(ref);
  await again.getByRole('radio', { name: 'Laila Haddad' }).click();
  await again.getByRole('button', { name: 'That is who wrote it', exact: true }).click();
  await (await helen.teams.card(ref)).getByText('Who told us: Laila Haddad').waitFor();
  expect(await read(await helen.tab.concern(ref))).toContain('Somebody at school said so');
  const others = await read(await daniel.tab.concern(ref));
  expect(others).toContain('[the person who told us]');
  expect(others).not.toMatch(/Laila|Haddad/);
  await until('a reading copy without the name', async () => {
    await helen.site.files(ref, `${ref} reading copy.pdf`);
    return !/Laila|Haddad/.test(pdfText(await helen.site.save(`${ref} reading copy.pdf`)));
  });
});

test('a request for data that hides in an angry email says by when it must be answered', async () => {
  await school.email({
    from: amara, subject: 'Enough',
    text: 'In the Year 3 WhatsApp group one of the dads called me "a liar" and "a clown" again last night. And while I am writing: I want a copy of everything you hold about my son, every email and every note, as is my right '
      + 'under data protection law.\n\nAmara Nwosu',
  });
  const card = await read(await helen.teams.card(/Asks for personal data: answer due by \w+ \d+ \w+ \d{4}\./));
  expect(card).toContain('Pass it to the data protection lead today.');
});
