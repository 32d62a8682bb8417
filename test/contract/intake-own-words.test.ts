import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { arrive, concernOf, ledgerRow, readAll, startIntake, written, type Intake } from './intake-school.ts';

let intake: Intake;
const folder = mkdtempSync(join(tmpdir(), 'own-words-'));
beforeAll(async () => { intake = await startIntake('OWN'); });
afterAll(async () => { await intake.stop(); rmSync(folder, { recursive: true, force: true }); });

const email = (subject: string) => written({ subject, text: 'In the playground Mr Doyle rode his bike at the small children of Year 1, who had to jump.' });

test('a school\'s own words count once its folder is named in the settings', async () => {
  await arrive(intake, email('Bike before'));
  await readAll(await intake.open());
  writeFileSync(join(folder, 'ours.yaml'), 'cues:\n  OWN-BIKES:\n    route: conduct\n    priority: P1\n    clauses: [IA7]\n    phrases: [rode ... at ... children]\n');
  const school = await intake.open({ MAIL_WORDS: folder });
  await arrive(intake, email('Bike after'));
  await readAll(school);

  const [before, after] = [await ledgerRow(intake.stores, 'Bike before'), await ledgerRow(intake.stores, 'Bike after')];
  expect(before.concern === null ? null : (await concernOf(school, before.concern)).priority).not.toBe('P1');
  expect(await concernOf(school, after.concern)).toMatchObject({ route: 'conduct', priority: 'P1', clauses: ['IA7'] });
});

test('with a broken folder the process does not start, and the email waits in the mailbox', async () => {
  writeFileSync(join(folder, 'ours.yaml'), 'cues:\n  OWN-BIKES:\n    route: nowhere\n');
  await expect((async () => intake.open({ MAIL_WORDS: folder }))()).rejects.toThrow(/^ours\.yaml, line 3 \(cues, OWN-BIKES, route\): "nowhere" is no route/);
});
