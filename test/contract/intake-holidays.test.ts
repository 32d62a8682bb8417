import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openDoor } from '../../bot/open-door.ts';
import { atLondon } from '../../src/calendar/rules/london-time.ts';
import type { Letter } from '../../src/concern/rules/concern.ts';
import type { Press, PressAnswer } from '../../src/concern/rules/press.ts';
import type { PersonVerb } from '../../src/concern/rules/transitions.ts';
import type { School } from '../../src/school.ts';
import { messagesIn } from '../tenant/mail/messages.ts';
import { arrive, concernOf, doOwed, ledgerRow, personNamed, readAll, startIntake, written, type Intake } from './intake-school.ts';

let intake: Intake;
let school: School;
beforeAll(async () => { intake = await startIntake('HOL'); school = await intake.open(); });
afterAll(async () => { await intake.stop(); });

const [daniel, helen] = ['Daniel Okafor', 'Helen Whitlock'];
const clock = (day: string, time: string): void => { intake.local.clock.setTo(atLondon(day, time)); };

/** What is owed after the answer is done before this gives it. */
async function presses(name: string, ref: string, verb: PersonVerb, more: Partial<Press> = {}): Promise<PressAnswer> {
  const works: (() => Promise<void>)[] = [];
  await school.directory.people();
  const answer = await openDoor(school, (work) => { works.push(work); }).press(personNamed(name), { ref, verb, n: null, seen: 99, seal: null, nonce: randomUUID(), fields: {}, ...more });
  for (const work of works) await work();
  return answer;
}

async function letterOf(ref: string): Promise<Letter> {
  const [letter] = (await concernOf(school, ref)).letters;
  if (letter === undefined) throw new Error('There is no letter.');
  return letter;
}

const proposes = (ref: string, replyBy: string) => presses(daniel, ref, 'propose', { fields: {
  response: 'RS1', reason: 'In front of everybody.', 'letter.parentName': 'Kevin Doyle', 'letter.parentEmail': `${ref.toLowerCase()}@post.example`, 'letter.groupType': 'class WhatsApp group',
  'letter.incidentDates': '14 December 2026', 'letter.summary': 'Another parent was called names.', 'letter.replyBy': replyBy,
} });
const approves = async (ref: string) => presses(helen, ref, 'approve', { n: 1, seal: (await letterOf(ref)).seal });
const lettersFor = (ref: string) => messagesIn(intake.local.tenant, 'letters@grove.example', null).filter((each) => JSON.stringify(each).includes(`${ref.toLowerCase()}@post.example`));

async function lookedAt(subject: string): Promise<string> {
  await arrive(intake, written({ subject }));
  await readAll(school);
  const ref = (await ledgerRow(intake.stores, subject)).concern ?? '';
  await presses(daniel, ref, 'take-first-look', { fields: { route: 'conduct', priority: 'P2', clauses: 'IA1' } });
  return ref;
}

/** Proposed in the last morning, approved in the last afternoon: dated and kept for the first school morning. */
async function approvedTooLate(subject: string): Promise<string> {
  clock('2026-12-18', '10:00');
  const ref = await lookedAt(subject);
  expect(await proposes(ref, '2027-01-22')).toMatchObject({ outcome: 'done' });
  expect(await letterOf(ref)).toMatchObject({ day: '2026-12-18' });
  clock('2026-12-18', '13:00');
  expect(await approves(ref)).toMatchObject({ outcome: 'look-first', sentence: expect.stringContaining('would now leave on Tuesday 5 January 2027') as unknown });
  expect(await approves(ref)).toMatchObject({ outcome: 'done' });
  await doOwed(school, ref);
  expect(await letterOf(ref)).toMatchObject({ status: 'approved', day: '2027-01-05', goesAt: atLondon('2027-01-05', '08:00') });
  return ref;
}

describe('the last day before the holidays', () => {
  test('ten school days would end in the middle of January: whoever proposes is asked for a day', async () => {
    clock('2026-12-18', '10:00');
    const ref = await lookedAt('Ten school days');
    expect(await proposes(ref, '')).toMatchObject({ outcome: 'refused', sentence: 'Fill in the day to answer by. 10 school days from Friday 18 December 2026 end only on Monday 18 January 2027, since 11 weekdays in a row have no school. 10 working days would end on Wednesday 6 January 2027. Choose one of these two days, or another.' });
    expect(await proposes(ref, '2027-01-18')).toMatchObject({ outcome: 'done' });
  });

  test('a letter approved in its afternoon waits for the first school morning, and leaves then', async () => {
    const ref = await approvedTooLate('Until January');
    clock('2026-12-29', '10:00');
    await doOwed(school, ref);
    expect(lettersFor(ref)).toHaveLength(0);
    clock('2027-01-05', '08:01');
    await doOwed(school, ref);
    expect(await letterOf(ref)).toMatchObject({ status: 'sent', day: '2027-01-05' });
    expect(lettersFor(ref)).toHaveLength(1);
  });

  test('with a reason it leaves that afternoon: made again with today\'s date, approved as it then reads, once', async () => {
    const ref = await approvedTooLate('It cannot wait');
    expect(await presses(helen, ref, 'send-now', { n: 1 })).toMatchObject({ outcome: 'refused', sentence: 'Say why it cannot wait for its hour.' });
    expect(await presses(helen, ref, 'send-now', { n: 1, fields: { reason: 'They meet in the holidays.' } })).toMatchObject({ outcome: 'done' });
    await doOwed(school, ref);
    expect(await letterOf(ref)).toMatchObject({ status: 'proposed', day: '2026-12-18', problem: 'day-passed' });
    expect(lettersFor(ref)).toHaveLength(0);
    expect(await approves(ref)).toMatchObject({ outcome: 'done' });
    await doOwed(school, ref);
    expect(await letterOf(ref)).toMatchObject({ status: 'sent', day: '2026-12-18' });
    expect(lettersFor(ref)).toHaveLength(1);
    expect(JSON.stringify(lettersFor(ref))).toContain('Friday 18 December 2026');
  });

  test('sent back after that, it does not hurry any more: it goes by the school\'s hours again', async () => {
    const ref = await approvedTooLate('Not so urgent');
    await presses(helen, ref, 'send-now', { n: 1, fields: { reason: 'They meet in the holidays.' } });
    await doOwed(school, ref);
    const remade = await letterOf(ref);
    expect(remade).toMatchObject({ status: 'proposed', hastened: true });
    expect(await presses(helen, ref, 'send-back', { n: 1, fields: { reason: 'After all it can wait.' } })).toMatchObject({ outcome: 'done' });
    expect(await proposes(ref, '2027-01-22')).toMatchObject({ outcome: 'done' });
    expect((await concernOf(school, ref)).letters.at(-1)).toMatchObject({ status: 'proposed', day: '2027-01-05' });
  });
});

describe('past the last term that the school entered', () => {
  test('no letter is given a day; what has no letter can still be decided', async () => {
    clock('2028-07-24', '10:00');
    const ref = await lookedAt('In the unknown');
    const sentence = 'The school\'s term dates are entered until Friday 21 July 2028, so nobody can say when a letter would leave. Ask IT to enter the next term (TERM_DATES).';
    expect(await proposes(ref, '2028-09-20')).toMatchObject({ outcome: 'refused', sentence });
    expect(await presses(helen, ref, 'thank')).toMatchObject({ outcome: 'refused', sentence });
    expect(await presses(daniel, ref, 'propose', { fields: { response: 'RS2', reason: 'Talking is better.' } })).toMatchObject({ outcome: 'done' });
    expect(await presses(helen, ref, 'approve', { n: 1 })).toMatchObject({ outcome: 'done' });
  });
});
