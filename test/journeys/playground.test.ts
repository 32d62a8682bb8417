import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { freePort } from '../tenant/local/free-port.ts';
import { startPlayground } from '../tenant/local/start-playground.ts';
import { aboutTheClassGroup } from './words/email.ts';
import { expectInOrder } from './words/expect-in-order.ts';
import { startSchool, type School } from './words/start-school.ts';
import { until } from './words/until.ts';

jest.setTimeout(120_000);
let school: School;
let playground: Awaited<ReturnType<typeof startPlayground>>;
beforeAll(async () => {
  school = await startSchool();
  await school.clock.nextSchoolDayAt('10:00');
  playground = await startPlayground({ environment: school.local.environment, folder: school.folder, port: await freePort(), botPort: await freePort() });
}, 90_000);
afterAll(async () => {
  await playground.stop();
  await school.close();
});

test('Microsoft\'s Agents Playground, a client that we did not write: a greeting, what is waiting, a concern card, one press', async () => {
  await school.email(aboutTheClassGroup);
  const helen = await school.open('Helen Whitlock');
  await helen.teams.card('GRV-26-0001');

  const page = await school.openInBrowser(playground.url);
  const say = async (words: string): Promise<void> => { await page.getByRole('textbox').last().click(); await page.keyboard.type(words); await page.keyboard.press('Enter'); };
  const answers = page.getByText('Emails to school become concerns here.');
  await answers.first().waitFor();
  await say('hello');
  await answers.nth(1).waitFor();
  // Each process hears of the others' work within a second or so: whoever asks too soon asks again.
  await until('one thing waits', async () => {
    await say('what is waiting?');
    return page.getByText('One thing waits for you').first().waitFor({ timeout: 3_000 }).then(() => true, () => false);
  });
  await page.getByRole('button', { name: 'Open', exact: true }).first().click();
  await page.getByRole('button', { name: 'Open to see it' }).click();
  await page.getByText('One of the dads called Mr Ashby').first().waitFor();
  await page.getByRole('button', { name: 'Take the first look' }).click();
  await page.getByText('Choose a response').first().waitFor();

  expectInOrder(await helen.tab.chronology('GRV-26-0001'), ['became a concern', 'Helen Whitlock took the first look']);
  expect((await school.desk('show', 'GRV-26-0001')).said).toContain('GRV-26-0001: open');
});
