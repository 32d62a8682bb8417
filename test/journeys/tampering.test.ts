import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { pagePeople } from '../tenant/page-api/people.ts';
import { aboutTheClassGroup } from './words/email.ts';
import { pastTheProduct, type PastTheProduct } from './words/past-the-product.ts';
import type { PersonAtTheirComputer } from './words/person-at-their-computer.ts';
import { startSchool, type School } from './words/start-school.ts';
import { until } from './words/until.ts';

jest.setTimeout(120_000);
let school: School;
let daniel: PersonAtTheirComputer;
let storage: PastTheProduct;
const ref = 'GRV-26-0001';
const asItWas = 'All is as it was written.';

beforeAll(async () => {
  school = await startSchool();
  await school.clock.nextSchoolDayAt('10:00');
  daniel = await school.open('Daniel Okafor');
  await school.email(aboutTheClassGroup);
  await daniel.teams.takeTheFirstLook(ref);
  await nothingIsOwed();
  storage = pastTheProduct(school.local.storage.tablesUrl, ref);
}, 120_000);
afterAll(async () => { await school.close(); });

test('one byte of an entry changed in storage: the desk names the entry', async () => {
  expect(await verified()).toEqual([0, asItWas]);
  const entry = await storage.row('e-000001');
  const body = String(entry['body']);
  await storage.put({ ...entry, body: body.replace('"conduct"', '"conducT"') });
  expect(body).toContain('"conduct"');
  expect(await verified()).toEqual([1, `${ref} e-000001: Entry e-000001 is not as it was written: its text or its hash was changed.`]);
  expect(JSON.parse((await school.desk('verify', '--json')).said)).toMatchObject({ ok: false, findings: [{ ref, entry: 'e-000001' }] });
  await storage.put(entry);
  expect(await verified()).toEqual([0, asItWas]);
});

test('the last entry removed and the head set back to before it: named too', async () => {
  const head = await storage.row('head');
  await daniel.teams.addNote(ref, 'Kevin Doyle rang; he is sorry.');
  await nothingIsOwed();
  const last = await storage.lastEvent();
  const words = last.replace('e-', 'i-');
  const taken = await Promise.all(['head', last, words].map((key) => storage.row(key)));
  await storage.takeAway(last);
  await storage.takeAway(words);
  await storage.put(head);
  expect(await verified()).toEqual([1, `${ref} ${last}: Entry ${last} stands in the journal and is gone from the log.`]);
  for (const row of taken) await storage.put(row);
  expect(await verified()).toEqual([0, asItWas]);
});

test('words removed as disposal does: all is as it was written, and it is said who removed them and why', async () => {
  const last = await storage.lastEvent();
  const sara = pagePeople().find((each) => each.displayName === 'Sara Lindqvist')?.oid ?? '';
  expect((await school.desk('remove-words', ref, last, '--reason=disposal', `--by=${sara}`)).code).toBe(0);
  expect(await verified()).toEqual([0, `${ref} ${last}: words removed by ${sara} (disposal).`, asItWas]);
  // What happened stays in the chronology; what was written is nowhere any more.
  const record = await until('the removal in the chronology', async () => {
    const shown = await daniel.tab.concern(ref);
    return (await shown.innerText()).includes('Its words were removed.') ? shown.innerText() : null;
  });
  expect(record).toContain('Daniel Okafor wrote a staff note.');
  expect(record).toContain('The words of one entry were removed by Sara Lindqvist, since its time to be kept had run out.');
  expect(record).not.toContain('he is sorry');
  await until('a card without the note', async () => !(await daniel.teams.whole()).includes('he is sorry'));
});

/** The exit code of `desk verify`, and what it says of anything that is not as it was; counts and the general warning apart. */
async function verified(): Promise<[number, ...string[]]> {
  const { code, said } = await school.desk('verify');
  return [code, ...said.trim().split('\n').filter((line) => !/ checked\.$|^Something is not/.test(line))];
}

/** The operator's own check that everything outside shows the latest. */
async function nothingIsOwed(): Promise<void> {
  await until('nothing is waiting to be done', async () => (await school.desk('show', ref)).said.includes('Nothing is waiting to be done.'));
}
