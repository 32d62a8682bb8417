import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { openDoor } from '../../bot/open-door.ts';
import { atLondon } from '../../src/calendar/rules/london-time.ts';
import type { Press, PressAnswer } from '../../src/concern/rules/press.ts';
import type { PersonVerb } from '../../src/concern/rules/transitions.ts';
import type { School } from '../../src/school.ts';
import { membershipOf, setMembership } from '../tenant/directory/membership.ts';
import { messagesIn } from '../tenant/mail/messages.ts';
import { pdfText } from '../unit/letters-pdf-text.ts';
import { arrive, concernOf, doOwed, fileOf, ledgerRow, outsideOf, personNamed, readAll, startIntake, written, type Intake, type Written } from './intake-school.ts';

let intake: Intake;
let school: School;
beforeAll(async () => { intake = await startIntake('THX'); intake.local.clock.setTo(atLondon('2026-11-24', '10:00')); school = await intake.open(); });
afterAll(async () => { await intake.stop(); });

const amara = 'amara.nwosu@mail.example';
const olive = 'Olive Marsh';

async function writes(mail: Written & { subject: string }): Promise<string> {
  await arrive(intake, written(mail));
  await readAll(school);
  const { concern } = await ledgerRow(intake.stores, mail.subject);
  return concern ?? '';
}

/** What is owed after the answer is done before this gives it. */
async function presses(name: string, ref: string, verb: PersonVerb, more: Partial<Press> = {}, on = school): Promise<PressAnswer> {
  const works: (() => Promise<void>)[] = [];
  await on.directory.people();
  const answer = await openDoor(on, (work) => { works.push(work); }).press(personNamed(name), { ref, verb, n: null, seen: 99, seal: null, nonce: randomUUID(), fields: {}, ...more });
  for (const work of works) await work();
  return answer;
}

const lettersTo = (who: string) => messagesIn(intake.local.tenant, 'letters@grove.example', null).filter((each) => JSON.stringify(each).includes(who) && JSON.stringify(each).includes('Thank you, we have your message'));

describe('a thank-you', () => {
  test('leaves on whatever day its hour comes, once, without being made again; what goes to the parent lies in no folder that others read', async () => {
    const ref = await writes({ subject: 'The chat of Year 4' });
    expect(await presses(olive, ref, 'thank')).toMatchObject({ outcome: 'done' });
    expect(await presses(olive, ref, 'thank')).toMatchObject({ outcome: 'refused' });
    const before = (await concernOf(school, ref)).letters[0];
    intake.local.clock.setTo(atLondon('2026-11-26', '10:30'));
    await doOwed(school, ref);
    expect((await concernOf(school, ref)).letters).toMatchObject([{ status: 'sent', seal: before?.seal, problem: null }]);
    expect(lettersTo(amara)).toHaveLength(1);
    await doOwed(school, ref);
    expect(lettersTo(amara)).toHaveLength(1);
    expect(outsideOf(intake, ref).files).toEqual([`${ref} reading copy.pdf`]);
  });

  test('stays when whoever pressed is no longer of the school, and somebody else can send it', async () => {
    const ref = await writes({ subject: 'The chat of Year 5' });
    await presses(olive, ref, 'thank');
    const groups = ['Concern Desk Office', 'Concern Desk Staff'].map((group) => [group, membershipOf(intake.local.tenant, group)] as const);
    for (const [group, members] of groups) setMembership(intake.local.tenant, group, members.filter((oid) => oid !== personNamed(olive).oid));
    intake.local.clock.advance(11 * 60_000);
    await doOwed(school, ref);
    for (const [group, members] of groups) setMembership(intake.local.tenant, group, members);
    expect(await concernOf(school, ref)).toMatchObject({ letters: [{ status: 'stopped', problem: 'approver-left-office' }], proposals: [{ status: 'withdrawn' }] });
    expect(await presses('Daniel Okafor', ref, 'thank')).toMatchObject({ outcome: 'done' });
  });

  test('never goes to a colleague; who may not know who wrote is not told that it was one', async () => {
    const ref = await writes({ subject: 'From a colleague', from: 'Tom Ashby <tom.ashby@grove.example>' });
    expect(await presses('Helen Whitlock', ref, 'thank')).toMatchObject({ outcome: 'refused', sentence: 'It was written by somebody at the school. Thank them in person.' });
    expect(await presses('Daniel Okafor', ref, 'thank')).toMatchObject({ outcome: 'refused', sentence: 'No thank-you can go to whoever wrote this. The head or the safeguarding lead can see why.' });
  });

  test('never goes to an automatic reply that a person made a concern of', async () => {
    await arrive(intake, written({ subject: 'Automatic reply: the chat', headers: ['Auto-Submitted: auto-replied'] }));
    await readAll(school);
    const { identity } = await ledgerRow(intake.stores, 'Automatic reply: the chat');
    const made = await openDoor(school, () => undefined).makeConcern(personNamed('Helen Whitlock'), identity, 'nonce-0001');
    expect((await presses('Helen Whitlock', made.ref ?? '', 'thank')).sentence).toBe('The email is an automatic reply, so there is nobody to thank.');
  });
});

describe('who wrote a scanned letter', () => {
  test('is one of those named in it, by number, for whoever may know them; the reading copy is made again without the name', async () => {
    const ref = await writes({ subject: 'Scan of a letter', from: 'Copier <copier@grove.example>', text: 'Laila writes: in the class WhatsApp group a parent called the teacher a stupid cow.\n\nKind regards\nLaila Haddad' });
    const [mail = ''] = (await concernOf(school, ref)).unnamed;
    expect((await presses('Daniel Okafor', ref, 'say-who-wrote', { fields: { mail, who: '1' } })).sentence).toMatch(/^Write the name/);
    expect((await presses('Helen Whitlock', ref, 'say-who-wrote', { fields: { mail, who: 'other', name: 'Laila', address: 'laila at home' } })).sentence).toMatch(/is not one email address/);
    expect(pdfText(fileOf(intake, ref, `${ref} reading copy.pdf`))).not.toMatch(/Laila Haddad/i);
    expect(await presses('Helen Whitlock', ref, 'say-who-wrote', { fields: { mail, who: '1' } })).toMatchObject({ outcome: 'done' });
    await doOwed(school, ref);
    expect(pdfText(fileOf(intake, ref, `${ref} reading copy.pdf`))).not.toMatch(/Laila|Haddad/i);
    const door = openDoor(school, () => undefined);
    expect((await door.page(personNamed('Helen Whitlock'), ref))?.mail).toMatchObject([{ from: 'Laila Haddad', how: 'Somebody at school said so' }]);
    expect(JSON.stringify(await door.page(personNamed('Daniel Okafor'), ref))).not.toMatch(/Laila|Haddad/i);
    expect(school.index.find(personNamed('Daniel Okafor'), { text: 'Haddad', limit: 10, offset: 0 }).total).toBe(0);
  });
});
