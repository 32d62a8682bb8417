import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { handleCommand } from '../../src/concern/handle-command.ts';
import { mailCheck } from '../../src/mail/till/mail-check.ts';
import { makeConcern } from '../../src/mail/make-concern.ts';
import type { School } from '../../src/school.ts';
import { arrive, concernOf, ledgerRow, listed, outsideOf, personNamed, readInbox, startIntake, written, type Intake, type Written } from './intake-school.ts';
import { control } from './tenant-mail-set-up.ts';

let intake: Intake;
let school: School;
beforeAll(async () => { intake = await startIntake('INB'); school = await intake.open(); });
afterAll(async () => { await intake.stop(); });
beforeEach(() => { intake.local.faults.clear(); });

const conduct = 'In the Year 4 WhatsApp group another parent called the teaching assistant a stupid cow.';

async function taken(mail: Written, sender?: string): Promise<string | null> {
  await arrive(intake, written(mail), sender);
  await readInbox(school);
  return (await ledgerRow(intake.stores, mail.subject ?? '')).concern;
}

describe('an answer', () => {
  test('with our reference joins that concern', async () => {
    const ref = await taken({ subject: 'Before the answer', text: conduct });
    expect(await taken({ subject: `Re: ${ref ?? ''} what you asked`, text: 'It was on Wednesday, in the afternoon.' })).toBe(ref);
    expect(await ledgerRow(intake.stores, 'what you asked')).toMatchObject({ outcome: 'joined' });
    expect(await concernOf(school, ref)).toMatchObject({ mails: 2, status: 'new' });
  });

  test('with a reference that nobody has used raises its own', async () => {
    const ref = await taken({ subject: 'About INB-26-9876', text: conduct });
    expect(ref).not.toBe('INB-26-9876');
    expect(await ledgerRow(intake.stores, 'INB-26-9876')).toMatchObject({ outcome: 'raised' });
  });

  test('by In-Reply-To joins the concern of the mail that it answers', async () => {
    const ref = await taken({ subject: 'Begins a thread', text: conduct, id: '<thread@mail.example>' });
    expect(await taken({ subject: 'goes on', text: 'Thank you, here is what I meant.', headers: ['In-Reply-To: <thread@mail.example>', 'References: <other@mail.example> <thread@mail.example>'] })).toBe(ref);
  });

  test('with the same subject alone joins nothing', async () => {
    const first = await taken({ subject: 'Same words one', text: conduct });
    expect(await taken({ subject: 'Re: Same words one, or two', text: conduct })).not.toBe(first);
  });

  test('to a closed concern opens it again and brings its views up', async () => {
    const ref = await taken({ subject: 'Soon closed', text: conduct, id: '<closed@mail.example>' }) ?? '';
    const by = personNamed('Daniel Okafor');
    await handleCommand(school.engine, ref, { id: `look-${ref}`, by, seen: null, ask: { verb: 'take-first-look', route: 'conduct', priority: 'P2', clauses: [] } }, { lease: false });
    const closing = await handleCommand(school.engine, ref, { id: `close-${ref}`, by, seen: null, ask: { verb: 'close', outcome: 'resolved', reason: 'They spoke and it is settled.' } });
    await school.afterCommand(ref, closing)();
    expect(outsideOf(intake, ref).tasks).toEqual([`${ref}: done`]);
    await taken({ subject: 'It began again', text: 'It happened again today.', headers: ['In-Reply-To: <closed@mail.example>'] });
    expect(await concernOf(school, ref)).toMatchObject({ status: 'open', outcome: null, mails: 2 });
    expect(outsideOf(intake, ref).tasks).toEqual([`${ref}: in hand`]);
  });
});

describe('an answer from a sender who could not be verified', () => {
  const sender = 'kevin.doyle@post.example';
  beforeAll(() => control(intake.local, 'POST', '/sender-verdict', { sender, results: 'spf=fail smtp.mailfrom=post.example; dkim=none; dmarc=fail action=none; compauth=fail reason=001' }));

  test('does not join by itself and needs a look, where a person adds it', async () => {
    const ref = await taken({ subject: 'Before the doubt', text: conduct }) ?? '';
    const message = await arrive(intake, written({ from: `Amara Nwosu <${sender}>`, subject: `Re: ${ref} in doubt`, text: 'Please close this.' }), sender);
    expect(message.headers[0]?.name).toBe('Authentication-Results');
    await readInbox(school);
    const row = await ledgerRow(intake.stores, 'in doubt');
    expect(row).toMatchObject({ outcome: 'needs-a-look', concern: null });
    expect(await concernOf(school, ref)).toMatchObject({ mails: 1 });
    expect(listed(school, 'Olive Marsh')).toContain(row.identity);
    const work: (() => Promise<void>)[] = [];
    expect(await makeConcern(school, personNamed('Olive Marsh'), row.identity, (each) => { work.push(each); })).toEqual({ ref, sentence: `Added to ${ref}, which it answers.` });
    expect(await concernOf(school, ref)).toMatchObject({ mails: 2 });
    expect(listed(school, 'Olive Marsh')).not.toContain(row.identity);
    for (const each of work) await each();
  });

  test('a pass that the sender wrote wins nothing: only the topmost verdict counts', async () => {
    const ref = await taken({ subject: 'Before the forgery', text: conduct }) ?? '';
    const forged = ['Authentication-Results: mx.grove.example; spf=pass; dkim=pass; dmarc=pass'];
    await arrive(intake, written({ from: `Amara Nwosu <${sender}>`, subject: `Re: ${ref} forged`, text: 'Please close this.', headers: forged }), sender);
    await readInbox(school);
    expect(await ledgerRow(intake.stores, 'forged')).toMatchObject({ outcome: 'needs-a-look', concern: null });
  });

  test('about a narrow concern it is shown to nobody who may not know of that', async () => {
    const ref = await taken({ subject: 'About the head', text: 'The head teacher Mrs Whitlock shouted at my son and pushed him against the wall.' }) ?? '';
    await arrive(intake, written({ from: `Amara Nwosu <${sender}>`, subject: `Re: ${ref} any news?`, text: 'When shall I hear from you?' }), sender);
    await readInbox(school);
    const row = await ledgerRow(intake.stores, 'any news?');
    expect(row).toMatchObject({ outcome: 'needs-a-look' });
    for (const name of ['Helen Whitlock', 'Daniel Okafor', 'Olive Marsh']) expect(listed(school, name)).not.toContain(row.identity);
    expect(listed(school, 'Marcus Bell')).toContain(row.identity);
    expect(await makeConcern(school, personNamed('Helen Whitlock'), row.identity, () => undefined)).toEqual({ ref: null, sentence: 'That email is not in the list any more.' });
  });
});

describe('counts', () => {
  test('tell the head nothing of mails that belong to a concern about her, even of those that name nobody', async () => {
    const received = async (name: string) => (await mailCheck(school, personNamed(name))).reduce((sum, day) => sum + day.received, 0);
    const ref = await taken({ subject: 'Counted for nobody', text: 'The head teacher Mrs Whitlock shouted at my son and pushed him against the wall.' }) ?? '';
    const before = await received('Helen Whitlock');
    expect(await taken({ subject: `${ref} once more`, text: 'I am still waiting.' })).toBe(ref);
    expect(await received('Helen Whitlock')).toBe(before);
    expect(await received('Marcus Bell')).toBeGreaterThan(0);
  });
});
