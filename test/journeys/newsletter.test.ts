import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { expectInOrder } from './words/expect-in-order.ts';
import { read } from './words/read.ts';
import { startSchool, type School } from './words/start-school.ts';

jest.setTimeout(120_000);
let school: School;
beforeAll(async () => { school = await startSchool(); await school.clock.nextSchoolDayAt('10:00'); }, 60_000);
afterAll(async () => { await school.close(); });

test('a newsletter is set aside where the office can see it, and is made a concern by a person', async () => {
  const [olive, daniel] = await Promise.all([school.open('Olive Marsh'), school.open('Daniel Okafor')]);
  await daniel.teams.open();
  await school.email({
    from: 'Southwark Schools Sport <news@schoolsport.example>', subject: 'Winter news: volunteers wanted for the cross-country',
    headers: { 'List-Unsubscribe': '<https://schoolsport.example/unsubscribe/1>', 'List-Id': '<news.schoolsport.example>', Precedence: 'bulk' },
    text: 'The cross-country is on 5 December. Volunteers for the water table are very welcome.',
  });

  const list = await olive.tab.waitForRow('Not for us', 'Winter news');
  await list.getByText('It is a mailing to many.').waitFor();
  expect(await olive.tab.today()).toContain('Not for us: 1');
  expect(await daniel.teams.whole()).not.toContain('GRV-26-0001');

  await olive.tab.makeConcern('Not for us', 'Winter news');
  await olive.tab.frame.getByRole('heading', { name: 'Winter news: volunteers wanted for the cross-country', level: 1 }).waitFor();
  await olive.tab.frame.getByText('Volunteers for the water table are very welcome.').waitFor();
  await daniel.teams.takeTheFirstLook('GRV-26-0001');
  await daniel.teams.proposeNothingMore('GRV-26-0001', 'It is an invitation and no concern.');
  await daniel.teams.close('GRV-26-0001', 'No further action', 'It was a newsletter.');

  expectInOrder(await olive.tab.chronology('GRV-26-0001', 'Closed'), ['Olive Marsh made an email a concern', 'Daniel Okafor took the first look', 'Daniel Okafor decided: No further action', 'Daniel Okafor closed this']);
  expect(await read(await olive.tab.register('Not for us'))).toContain('No email was set aside.');
});
