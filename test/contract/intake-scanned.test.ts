import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openDoor } from '../../bot/open-door.ts';
import type { School } from '../../src/school.ts';
import { changeMessage, deleteMessage, loadMessage } from '../tenant/mail/messages.ts';
import type { Message } from '../tenant/mail/model.ts';
import { arrive, concernOf, ledgerRow, personNamed, readAll, schoolMailbox, startIntake, written, type Intake } from './intake-school.ts';

let intake: Intake;
let school: School;
beforeAll(async () => { intake = await startIntake('SCN'); school = await intake.open(); });
afterAll(async () => { await intake.stop(); });

const minute = 60_000;
const placeholder = { name: 'Safe Attachments Scan In Progress.eml', bytes: Buffer.from('Subject: Safe Attachments Scan In Progress\r\n\r\nYour attachment is being scanned.\r\n') };
const screenshot = { name: 'Screenshot.png', bytes: Buffer.from('the real picture') };
const mail = (subject: string, file: { name: string; bytes: Buffer }) => written({
  subject, id: `<${subject.replace(/\W/g, '-')}@mail.example>`, text: 'See the picture: in the Year 4 WhatsApp group somebody called Mrs Hale a stupid cow.', files: [file],
});

/** The scanner has finished: the same message, with the attachment in the placeholder's place. */
function scanned(message: Message, bytes: Buffer): void {
  changeMessage(intake.local.tenant, loadMessage(intake.local.tenant, schoolMailbox, message.key), { mime: intake.local.tenant.store.putBytes(bytes) });
}

async function later(ms: number): Promise<void> {
  intake.laterByMachine(ms);
  await readAll(school);
}

async function pageOf(ref: string, name = 'Helen Whitlock') {
  await school.directory.people();
  const page = await openDoor(school, () => undefined).page(personNamed(name), ref);
  if (page === null) throw new Error('No such page.');
  return page;
}

const raised = async (subject: string): Promise<string> => (await intake.stores.ledger.all()).find((each) => each.words?.subject === subject && each.outcome === 'raised')?.concern ?? 'none';

test('a mail whose attachment is being scanned is a concern at once, says so, and gets the attachment when it is there', async () => {
  const arrived = await arrive(intake, mail('Picture to come', placeholder));
  await readAll(school);
  const ref = await raised('Picture to come');
  expect((await pageOf(ref)).exhibits.map((each) => each.name)).toEqual(['Being scanned: Safe Attachments Scan In Progress.eml']);
  expect((await pageOf(ref, 'Daniel Okafor')).exhibits.map((each) => each.name)).toEqual(['Being scanned']);
  await later(2 * minute);
  expect(await concernOf(school, ref)).toMatchObject({ mails: 1, exhibits: 1 });
  scanned(arrived, mail('Picture to come', screenshot));
  await later(10 * minute);
  const page = await pageOf(ref);
  expect(page.exhibits.map((each) => each.name)).toContain('Screenshot.png');
  expect(page.view.concern).toMatchObject({ mails: 2, exhibits: 2 });
  const before = (await intake.stores.ledger.all()).length;
  await later(60 * minute);
  expect(await concernOf(school, ref)).toMatchObject({ mails: 2, exhibits: 2 });
  expect((await intake.stores.ledger.all()).length).toBe(before);
});

test('it is not asked for again and again while it is scanned', async () => {
  await arrive(intake, mail('Slow scanner', placeholder));
  await readAll(school);
  const asked = () => intake.exchanges().filter(({ path }) => path.endsWith('$value')).length;
  const before = asked();
  for (let i = 0; i < 20; i += 1) await later(3 * minute);
  expect(asked() - before).toBeGreaterThanOrEqual(4);
  expect(asked() - before).toBeLessThanOrEqual(7);
}, 60_000);

test('where the scanner puts another mail in its place, that one joins the same concern', async () => {
  const arrived = await arrive(intake, mail('Replaced by the scanner', placeholder));
  await readAll(school);
  const ref = await raised('Replaced by the scanner');
  await arrive(intake, mail('Replaced by the scanner', screenshot));
  for (let i = 0; i < 3; i += 1) deleteMessage(intake.local.tenant, loadMessage(intake.local.tenant, schoolMailbox, arrived.key));
  await readAll(school);
  await later(2 * minute);
  expect(await concernOf(school, ref)).toMatchObject({ mails: 2, exhibits: 2 });
  expect((await pageOf(ref)).exhibits.map((each) => each.name)).toContain('Screenshot.png');
});

test('what never comes is said after a day, once', async () => {
  await arrive(intake, mail('Lost in the scanner', placeholder));
  await readAll(school);
  const ref = await raised('Lost in the scanner');
  for (let i = 0; i < 9; i += 1) await later(180 * minute);
  const said = (await pageOf(ref)).history.filter((each) => each.type === 'attachment-never-came').map((each) => each.sentence);
  expect(said).toEqual(['An attachment never came through the scanner. Open the email in Outlook to see whether it is there.']);
  expect(await ledgerRow(intake.stores, 'Lost in the scanner')).toMatchObject({ outcome: 'raised' });
}, 60_000);

test('a copy that still has the placeholder says no more than one that has the attachment', async () => {
  await arrive(intake, mail('Scanned first', screenshot));
  await readAll(school);
  await arrive(intake, mail('Scanned first', placeholder));
  await readAll(school);
  expect(await ledgerRow(intake.stores, 'Scanned first')).toMatchObject({ outcome: 'raised', copies: 2 });
});
