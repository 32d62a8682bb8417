import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openDoor } from '../../bot/open-door.ts';
import { loadConcern } from '../../src/concern/load-concern.ts';
import { handleCommand } from '../../src/concern/handle-command.ts';
import { mailCheck } from '../../src/mail/till/mail-check.ts';
import { sweepMailbox } from '../../src/mail/reading/read-mailbox.ts';
import type { School } from '../../src/school.ts';
import { findMailbox } from '../tenant/mail/mailboxes.ts';
import type { Message } from '../tenant/mail/model.ts';
import { sendBytes } from '../tenant/mail/sending/send.ts';
import { loadFolder } from '../tenant/mail/folders.ts';
import { moveMessage } from '../tenant/mail/messages.ts';
import { arrive, concernOf, idOf, ledgerRow, listed, mailboxAsItIs, personNamed, readAll, schoolMailbox, startIntake, written, type Intake } from './intake-school.ts';

let intake: Intake;
let school: School;
beforeAll(async () => { intake = await startIntake('BYH'); school = await intake.open(); });
afterAll(async () => { await intake.stop(); });

const parent = 'amara.nwosu@mail.example';
const secret = 'Please do not worry, Mr Ashby will ring you';

/** A parent writes; gives the concern's reference and the Message-ID that an answer names. */
async function parentWrites(subject: string): Promise<{ ref: string; id: string }> {
  const id = `<${subject.replace(/\W/g, '-')}@mail.example>`;
  await arrive(intake, written({ subject, id }));
  await readAll(school);
  const { concern } = await ledgerRow(intake.stores, subject);
  if (concern === null) throw new Error('No concern.');
  return { ref: concern, id };
}

interface Sent { from?: string; to?: string; subject: string; answers?: string; text?: string; more?: string[] }

/** Bytes of an answer written in Outlook. */
function answer({ from = `Grove Primary <${schoolMailbox}>`, to = parent, subject, answers, text, more = [] }: Sent): Buffer {
  return Buffer.from([
    `From: ${from}`, `To: ${to}`, `Subject: ${subject}`, 'Date: Tue, 24 Nov 2026 09:00:00 +0000', `Message-ID: <${subject.replace(/\W/g, '-')}@grove.example>`,
    ...(answers === undefined ? [] : [`In-Reply-To: ${answers}`, `References: ${answers}`]), ...more, '', text ?? secret, '',
  ].join('\r\n'));
}

/** Sent from the school's mailbox: a copy lies in Sent Items. */
async function fromSchool(sent: Sent, recipients = [parent]): Promise<Message> {
  const mailbox = findMailbox(intake.local.tenant, schoolMailbox);
  if (mailbox === undefined) throw new Error('No mailbox.');
  return sendBytes(intake.local.tenant, mailbox, answer(sent), recipients);
}

const sentRows = async () => (await intake.stores.ledger.all()).filter((mail) => mail.sent === true);
const rowOf = async (message: Message) => (await sentRows()).find((mail) => mail.mailId === message.key);

describe('an answer from the school\'s mailbox in a known thread', () => {
  test('joins the concern as sent by hand, with whose hand it was, and is no mail that came in', async () => {
    const { ref, id } = await parentWrites('About the class chat');
    const before = mailboxAsItIs(intake);
    const sent = await fromSchool({ subject: 'Re: About the class chat', answers: id, more: ['Sender: Olive Marsh <olive.marsh@grove.example>'] });
    const { mails } = await concernOf(school, ref);
    await readAll(school);
    const { concern, version } = await loadConcern(school.stores.log, ref);
    expect(concern).toMatchObject({ sentByHand: 1, mails, news: { 'sent-by-hand': version } });
    expect(await rowOf(sent)).toMatchObject({ outcome: 'sent-by-hand', concern: ref, sent: true });
    expect(JSON.stringify(mailboxAsItIs(intake)).length).toBeGreaterThan(JSON.stringify(before).length);
    const row = await sentPage(ref, 'Helen Whitlock');
    expect(row).toMatchObject({ byHand: 'Olive Marsh', subject: 'Re: About the class chat', text: secret });
    // Read again, swept, moved: it stands there once.
    moveMessage(intake.local.tenant, sent, loadFolder(intake.local.tenant, schoolMailbox, 'archive').id);
    await readAll(school);
    await sweepMailbox(school);
    expect(await concernOf(school, ref)).toMatchObject({ sentByHand: 1 });
  });

  test('its words, and to whom, are for those alone who may know who told us', async () => {
    const { ref, id } = await parentWrites('Who told us stays with few');
    await fromSchool({ subject: 'Re: Who told us stays with few', answers: id });
    await readAll(school);
    for (const [name, may] of [['Helen Whitlock', true], ['Daniel Okafor', false]] as const) {
      const page = JSON.stringify(await pageFor(ref, name));
      expect([name, page.includes(secret), page.includes(parent)]).toEqual([name, may, may]);
      expect(page).toContain('by hand, not approved here');
    }
  });

  test('whoever writes next has to have seen it', async () => {
    const { ref, id } = await parentWrites('Seen before the next letter');
    const seen = (await loadConcern(school.stores.log, ref)).version;
    const head = { ...personNamed('Daniel Okafor') };
    await handleCommand(school.engine, ref, { id: 'look', by: head, seen, ask: { verb: 'take-first-look', route: 'conduct', priority: 'P2', clauses: [] } });
    const looked = (await loadConcern(school.stores.log, ref)).version;
    await fromSchool({ subject: 'Re: Seen before the next letter', answers: id });
    await readAll(school);
    const pressed = await handleCommand(school.engine, ref, { id: 'propose', by: head, seen: looked, ask: { verb: 'propose', response: 'RS0a', reason: 'A word at the gate.', letter: null } });
    expect(pressed).toMatchObject({ outcome: 'look-first', news: ['sent-by-hand'] });
  });

  test('read in one round with what it answers, it still finds it', async () => {
    const id = '<one-round@mail.example>';
    await arrive(intake, written({ subject: 'Both in one round', id }));
    await fromSchool({ subject: 'Re: Both in one round', answers: id });
    await readAll(school);
    const first = (await intake.stores.ledger.all()).find((mail) => mail.messageId === id);
    expect(await concernOf(school, first?.concern ?? null)).toMatchObject({ sentByHand: 1 });
  });

  test('waits for what it answers where that cannot be read yet', async () => {
    const id = '<late-one@mail.example>';
    const first = await arrive(intake, written({ subject: 'Slow to be read', id }));
    const sent = await fromSchool({ subject: 'Re: Slow to be read', answers: id });
    intake.local.faults.add({ method: 'GET', path: `${first.key}.*value`, times: 20, status: 503 });
    await readAll(school);
    expect(await rowOf(sent)).toBeUndefined();
    intake.local.faults.clear();
    await readAll(school);
    expect(await rowOf(sent)).toMatchObject({ outcome: 'sent-by-hand', concern: expect.stringMatching(/^BYH-/) });
  });
});

describe('a reply-all of a member of staff', () => {
  test('with the parent among the recipients was sent by hand by them', async () => {
    const { ref, id } = await parentWrites('Reply to all');
    await arrive(intake, answer({ from: 'Tom Ashby <tom.ashby@grove.example>', to: `${schoolMailbox}, ${parent}`, subject: 'RE: Reply to all', answers: id }), 'tom.ashby@grove.example');
    await readAll(school);
    expect(await concernOf(school, ref)).toMatchObject({ sentByHand: 1, mails: 1 });
    expect(await sentPage(ref, 'Helen Whitlock')).toMatchObject({ byHand: 'Tom Ashby' });
  });

  test('among the staff alone is an email that joins, as before', async () => {
    const { ref, id } = await parentWrites('Among ourselves');
    await arrive(intake, answer({ from: 'Tom Ashby <tom.ashby@grove.example>', to: schoolMailbox, subject: 'RE: Among ourselves', answers: id }), 'tom.ashby@grove.example');
    await readAll(school);
    expect(await concernOf(school, ref)).toMatchObject({ sentByHand: 0, mails: 2 });
  });

  test('that a stranger forged is no word of the school', async () => {
    const { ref, id } = await parentWrites('Forged answer');
    const forged = answer({ from: 'Tom Ashby <tom.ashby@grove.example>', to: `${schoolMailbox}, ${parent}`, subject: 'RE: Forged answer', answers: id, more: ['Authentication-Results: spf=fail; dkim=none; dmarc=fail action=quarantine; compauth=fail'] });
    await arrive(intake, forged, 'stranger@mail.example');
    await readAll(school);
    expect(await concernOf(school, ref)).toMatchObject({ sentByHand: 0, mails: 1 });
    expect((await intake.stores.ledger.all()).find((mail) => mail.messageId === '<RE--Forged-answer@grove.example>')).toMatchObject({ outcome: 'needs-a-look' });
  });
});

describe('what is sent about no concern of ours', () => {
  test('is counted, and nothing of it is kept', async () => {
    const sent = await fromSchool({ subject: 'Your order of exercise books', to: 'orders@supplies.example', text: 'Forty boxes, please.' }, ['orders@supplies.example']);
    await readAll(school);
    const row = await rowOf(sent);
    expect(row).toMatchObject({ outcome: 'sent-by-hand', concern: null, raw: null, words: null });
    expect(await intake.stores.sealed.list(row?.identity ?? '')).toEqual([]);
    expect(listed(school, 'Olive Marsh')).not.toContain(row?.identity);
    const [day] = await mailCheck(school, personNamed('Olive Marsh'));
    expect(day?.sentByHand).toBeGreaterThan(0);
    expect(day?.byOutcome['sent-by-hand']).toBeUndefined();
    expect(Object.values(day?.byOutcome ?? {}).reduce((sum, count) => sum + count, 0)).toBe(day?.received);
  });

  test('within the school is counted too, and alarms nobody', async () => {
    const { ref, id } = await parentWrites('Passed on inside');
    await fromSchool({ subject: 'FW: Passed on inside', to: 'helen.whitlock@grove.example', answers: id }, ['helen.whitlock@grove.example']);
    await readAll(school);
    expect(await concernOf(school, ref)).toMatchObject({ sentByHand: 0, mails: 1 });
  });

  test('a draft is nothing yet', async () => {
    const before = (await intake.stores.ledger.all()).length;
    await school.mailbox.createDraft(schoolMailbox, { from: schoolMailbox, replyTo: schoolMailbox, to: { name: '', address: parent }, subject: 'Not sent', text: 'x', attachments: [], mark: 'BYH~draft' });
    await readAll(school);
    await sweepMailbox(school);
    expect((await intake.stores.ledger.all()).length).toBe(before);
  });

  test('what the copier sends to school@ in the school\'s own name came in', async () => {
    await arrive(intake, answer({ to: schoolMailbox, subject: 'Scan from the copier', text: `Please see. ${idOf(1)}` }), schoolMailbox);
    await readAll(school);
    expect((await intake.stores.ledger.all()).find((mail) => mail.messageId === '<Scan-from-the-copier@grove.example>')?.sent).toBeUndefined();
  });
});

async function pageFor(ref: string, name: string) {
  await school.directory.people();
  const page = await openDoor(school, () => undefined).page(personNamed(name), ref);
  if (page === null) throw new Error(`${name} may not see ${ref}.`);
  return page;
}

async function sentPage(ref: string, name: string) {
  return (await pageFor(ref, name)).mail.find((mail) => mail.byHand !== undefined);
}
