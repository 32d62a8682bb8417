import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { laila } from './words/email.ts';
import { expectInOrder } from './words/expect-in-order.ts';
import type { PersonAtTheirComputer } from './words/person-at-their-computer.ts';
import { read } from './words/read.ts';
import { startSchool, type School } from './words/start-school.ts';
import { until } from './words/until.ts';

jest.setTimeout(180_000);
let school: School;
const names = { helen: 'Helen Whitlock', sara: 'Sara Lindqvist', daniel: 'Daniel Okafor', priya: 'Priya Raman', olive: 'Olive Marsh', marcus: 'Marcus Bell', gwen: 'Gwen Adeyemi' } as const;
type Name = keyof typeof names;
const at = {} as Record<Name, PersonAtTheirComputer>;
/** What showed for a moment on each one's screen. */
const banners = {} as Record<Name, string[]>;

beforeAll(async () => {
  school = await startSchool({ READ_EVERY_SECONDS: '1' });
  // After noon there is no list of the morning any more.
  await school.clock.nextSchoolDayAt('13:00');
  for (const name of Object.keys(names) as Name[]) {
    at[name] = await school.open(names[name]);
    banners[name] = await at[name].banners();
  }
}, 120_000);
afterAll(async () => { await school.close(); });

const about = (name: Name, ref: string): string[] => banners[name].filter((each) => each.includes(ref));
const alerted = (name: Name, ref: string): Promise<boolean> => until(`the alert for ${names[name]}`, () => Promise.resolve(about(name, ref).length > 0));
const whoKnowsOf = (ref: string): Name[] => (Object.keys(names) as Name[]).filter((name) => about(name, ref).length > 0).sort();

/** One post is one toast; whatever follows is shown in its place. */
async function cardsOf(name: Name, ref: string): Promise<number> {
  await at[name].teams.card(ref);
  return at[name].page.getByRole('article').filter({ hasText: ref }).count();
}

async function emailsOf(name: Name): Promise<{ subject: string; text: string }[]> {
  const answer = await fetch(`${school.local.tenant.controlUrl}/mailboxes/${names[name].toLowerCase().replace(' ', '.')}@grove.example/messages`);
  return (await answer.json() as { messages: { subject: string; body: { content: string } }[] }).messages.map(({ subject, body }) => ({ subject, text: body.content }));
}
const emailed = (name: Name, ref: string): Promise<{ subject: string; text: string }> => until(`the email to ${names[name]}`, async () => (await emailsOf(name)).find((each) => each.subject.includes(ref)) ?? null);

test('danger goes at once to the safeguarding lead and the head, after ten minutes to the next deputy, after twenty to all and by email, until somebody has it', async () => {
  const ref = 'GRV-26-0001';
  await school.email({ from: laila, subject: 'Please ring me', text: 'Somebody in the Year 4 WhatsApp group wrote "I know where he parks and I will be waiting for him with a bat tonight". I do not know if he means it. Please ring me.\n\nLaila Haddad' });
  await Promise.all([alerted('helen', ref), alerted('sara', ref)]);
  expect(about('helen', ref)[0]).toContain('Danger now: GRV-26-0001 needs somebody');
  const card = await at.helen.teams.card('Nobody has taken this yet.');
  expectInOrder((await read(card)).split('\n'), ['Danger now', 'I know where he parks', 'The computer\'s guess. Reading school@ stays the office\'s job.', 'Police: 999']);
  expect(whoKnowsOf(ref)).toEqual(['helen', 'sara']);

  await school.clock.minutesLater(10);
  await alerted('daniel', ref);
  expect(whoKnowsOf(ref)).toEqual(['daniel', 'helen', 'sara']);
  expect(await at.daniel.tab.today()).toContain('Nobody has taken this yet.');

  await school.clock.minutesLater(10);
  await Promise.all([alerted('priya', ref), alerted('olive', ref)]);
  expect(whoKnowsOf(ref)).toEqual(['daniel', 'helen', 'olive', 'priya', 'sara']);
  const letters = await Promise.all((['helen', 'sara', 'daniel', 'priya', 'olive'] as const).map((name) => emailed(name, ref)));
  for (const { subject, text } of letters) {
    expect(subject).toBe('Danger now: GRV-26-0001 needs somebody');
    expect(text).toContain('Nobody has taken it yet.');
    expect(text).toContain('https://teams.microsoft.com/l/entity/');
    expect(`${subject} ${text}`).not.toMatch(/Laila|Haddad|parks|bat\b|Ring me/i);
  }

  await at.olive.teams.haveThis(ref);
  await (await at.helen.teams.card(ref)).getByText(/Olive Marsh has this since \d\d:\d\d\./).waitFor();
  await (await at.priya.teams.card(ref)).getByText(/Olive Marsh has this since/).waitFor();
  await school.clock.minutesLater(60);
  expectInOrder(await at.helen.tab.chronology(ref), ['An alert went at once to those who are told first.', 'to whoever comes next', 'to all leaders and the office who may know of this, by email too', 'Olive Marsh said "I have this".']);
  for (const name of ['helen', 'sara', 'daniel', 'priya', 'olive'] as const) {
    expect([name, await cardsOf(name, ref), (await emailsOf(name)).filter((each) => each.subject.includes(ref)).length]).toEqual([name, 1, 1]);
  }
});

test('about the head: the Executive Head and then the chair, and not a trace for her however far it goes', async () => {
  await school.email({ from: laila, subject: 'Mrs Whitlock', text: 'Mrs Whitlock, the head, grabbed my son by the throat today and said she will hit him again tomorrow. I am frightened for him.\n\nLaila Haddad' });
  const ref = await at.marcus.teams.referenceOn('Nobody has taken this yet.');
  await school.clock.minutesLater(10);
  await alerted('gwen', ref);
  await school.clock.minutesLater(10);
  await Promise.all([emailed('marcus', ref), emailed('gwen', ref)]);
  expect(whoKnowsOf(ref)).toEqual(['gwen', 'marcus']);
  for (const name of ['helen', 'sara', 'daniel', 'olive'] as const) {
    expect((await emailsOf(name)).filter((each) => each.subject.includes(ref))).toEqual([]);
    expect(await at[name].teams.whole()).not.toContain(ref);
    expect(await at[name].tab.today()).not.toContain(ref);
  }
  await at.gwen.teams.haveThis(ref);
  await (await at.marcus.teams.card(ref)).getByText(/Gwen Adeyemi has this since/).waitFor();
});

test('by night nobody is on duty: it says so, goes by email at once, and heads the list of the morning', async () => {
  await school.clock.nextSchoolDayAt('22:00');
  await school.email({ from: laila, subject: 'Tonight', text: 'Another dad wrote in the Year 4 WhatsApp that he will stab the teacher at the gate tomorrow morning. Please do something.\n\nLaila Haddad' });
  const ref = 'GRV-26-0002';
  await Promise.all([alerted('helen', ref), alerted('sara', ref)]);
  await (await at.helen.teams.card(ref)).getByText('Nobody is on duty now.').waitFor();
  await Promise.all([emailed('helen', ref), emailed('sara', ref)]);
  expect((await emailed('helen', ref)).text).toContain('Nobody is on duty now.');

  await school.clock.nextSchoolDayAt('07:31');
  const list = await at.helen.teams.card('Nobody was on duty.');
  expectInOrder((await read(list)).split('\n'), ['Nobody has taken this yet', ref, 'Nobody was on duty.']);
  expect(await read(list)).not.toMatch(/Laila|stab/);
});
