import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { handleCommand } from '../../src/concern/handle-command.ts';
import type { Route } from '../../src/concern/rules/words-of-the-school.ts';
import type { School } from '../../src/school.ts';
import { arrive, concernOf, doOwed, ledgerRow, listed, lookOnce, nothingOutside, outsideOf, personNamed, readInbox, startIntake, written, type Intake, type Written } from './intake-school.ts';

let intake: Intake;
let school: School;
beforeAll(async () => { intake = await startIntake('INH'); school = await intake.open(); });
afterAll(async () => { await intake.stop(); });
beforeEach(() => { intake.local.faults.clear(); });

const everybody = ['Olive Marsh', 'Daniel Okafor', 'Priya Raman', 'Helen Whitlock', 'Marcus Bell', 'Sara Lindqvist', 'Tom Ashby', 'Gwen Adeyemi'];
const leaders = ['Daniel Okafor', 'Helen Whitlock', 'Priya Raman', 'Sara Lindqvist'];
const conduct = 'In the Year 4 WhatsApp group another parent called the teaching assistant a stupid cow.';

async function taken(mail: Written): Promise<string> {
  await arrive(intake, written(mail));
  await readInbox(school);
  return (await ledgerRow(intake.stores, mail.subject ?? '')).concern ?? '';
}

const whoSees = (ref: string): string[] => everybody.filter((name) => listed(school, name).includes(ref)).sort();

/** Requests that hold the reference anywhere: path, body or answer. */
const mentions = (ref: string): string[] => intake.exchanges().filter((each) => JSON.stringify(each).includes(ref) && !each.path.includes('/messages')).map(({ method, path }) => `${method} ${path}`);

describe('a narrow concern has no list row, folder or task, and cards only for those who may know', () => {
  const cases = [
    { what: 'safeguarding', kind: 'safeguarding', told: ['Helen Whitlock', 'Sara Lindqvist'], sees: ['Helen Whitlock', 'Sara Lindqvist'],
      mail: { subject: 'What my daughter told me', text: 'My daughter told me that her uncle touches her at night and she is afraid to go home.' } },
    // Of what may be danger today the head is told first; the Executive Head when she has not taken it.
    { what: 'a teacher', kind: 'staff', told: ['Helen Whitlock'], sees: ['Helen Whitlock', 'Marcus Bell'],
      mail: { subject: 'What Mr Ashby did', text: 'Mr Ashby grabbed my son by the arm in class and shouted at him until he cried.' } },
    { what: 'the head', kind: 'conflict', told: ['Marcus Bell'], sees: ['Gwen Adeyemi', 'Marcus Bell'],
      mail: { subject: 'What the head did', text: 'The head teacher Mrs Whitlock shouted at my son and pushed him against the wall.' } },
    { what: 'the safeguarding lead', kind: 'conflict', told: ['Marcus Bell'], sees: ['Gwen Adeyemi', 'Marcus Bell'],
      mail: { subject: 'What Ms Lindqvist did', text: 'Ms Lindqvist, your safeguarding lead, slapped my daughter and told her to keep quiet about it.' } },
  ];
  test.each(cases)('about $what', async ({ mail, kind, told, sees }) => {
    const ref = await taken(mail);
    expect(await concernOf(school, ref)).toMatchObject({ audience: { kind } });
    expect(outsideOf(intake, ref)).toEqual({ ...nothingOutside, cards: told });
    expect(whoSees(ref)).toEqual(sees);
    expect(mentions(ref).filter((each) => !each.startsWith('GET'))).toEqual([]);
  });

  test('a mail that only greets the head is an ordinary one', async () => {
    const ref = await taken({ subject: 'Only greets', text: `Dear Mrs Whitlock,\r\n\r\n${conduct}` });
    expect(await concernOf(school, ref)).toMatchObject({ audience: { kind: 'ordinary', not: [] } });
  });
});

describe('a concern that becomes narrow later', () => {
  test('by a mail that joins it loses row, folder and task, and the cards of those who may no longer know are empty', async () => {
    const ref = await taken({ subject: 'Begins as conduct', text: conduct, id: '<narrowing@mail.example>' });
    expect(outsideOf(intake, ref)).toEqual({ listRows: 1, files: [`${ref} reading copy.pdf`], tasks: [`${ref}: first look due`], cards: leaders });
    const cards = intake.chats.shown.size;
    expect(await taken({ subject: 'and then', text: 'Also, the head teacher Mrs Whitlock shouted at my son and pushed him against the wall.', headers: ['In-Reply-To: <narrowing@mail.example>'] })).toBe(ref);
    expect(await concernOf(school, ref)).toMatchObject({ audience: { kind: 'conflict', not: [personNamed('Helen Whitlock').oid] } });
    expect(outsideOf(intake, ref)).toEqual({ ...nothingOutside, cards: ['Marcus Bell'] });
    expect(whoSees(ref)).toEqual(['Gwen Adeyemi', 'Marcus Bell']);
    // The one that Marcus got, and nothing new for anybody else.
    expect(intake.chats.shown.size).toBe(cards + 1);
  });

  test.each<{ route: Route; kind: string; cards: string[] }>([
    { route: 'safeguarding', kind: 'safeguarding', cards: ['Helen Whitlock', 'Sara Lindqvist'] },
    { route: 'staff-conduct', kind: 'staff', cards: ['Helen Whitlock', 'Marcus Bell'] },
  ])('by a first look that says $route', async ({ route, kind, cards }) => {
    const ref = await taken({ subject: `First look says ${route}`, text: conduct });
    expect(outsideOf(intake, ref)).toMatchObject({ listRows: 1, cards: leaders });
    const by = personNamed('Helen Whitlock');
    const handled = await handleCommand(school.engine, ref, { id: `look-${ref}`, by, seen: null, ask: { verb: 'take-first-look', route, priority: 'P1', clauses: [] } });
    await school.afterCommand(ref, handled)();
    expect(await concernOf(school, ref)).toMatchObject({ audience: { kind }, lead: by.oid });
    expect(outsideOf(intake, ref)).toEqual({ ...nothingOutside, cards });
  });

  test('loses them even where the first writing of them half failed', async () => {
    const answersLost = [{ method: 'POST', path: '/items' }, { method: 'PUT', path: '/content' }, { method: 'POST', path: '/planner/tasks' }];
    for (const each of answersLost) intake.local.faults.add({ ...each, times: 10, drop: 'after' });
    const ref = await taken({ subject: 'Answers were lost', text: conduct });
    intake.local.faults.clear();
    const handled = await handleCommand(school.engine, ref, { id: `look-${ref}`, by: personNamed('Helen Whitlock'), seen: null, ask: { verb: 'take-first-look', route: 'safeguarding', priority: 'P1', clauses: [] } });
    await school.afterCommand(ref, handled)();
    intake.laterByMachine(20 * 60_000);
    await lookOnce(school);
    await doOwed(school, ref);
    expect(outsideOf(intake, ref)).toEqual({ ...nothingOutside, cards: ['Helen Whitlock', 'Sara Lindqvist'] });
  });
});
