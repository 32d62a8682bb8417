import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { tryMail, type TriedMail } from '../../src/desk/try.ts';

/** The mails that `npm start` sends, as everybody meets them first. */
test.each([
  ['1-whatsapp-about-a-teacher', 'conduct', ['P2']],
  ['2-forwarded-by-a-teacher', 'conduct', ['P1', 'P2']],
  ['3-newsletter', 'not-a-concern', ['PX']],
  ['4-out-of-office', 'not-a-concern', ['PX']],
  ['5-absence', 'not-a-concern', ['PX']],
  ['6-threat', 'conduct', ['P0']],
  ['7-about-the-head', 'staff-conduct', ['P1', 'P2']],
])('sample %s is read as %s', async (name, route, priorities) => {
  const lines: string[] = [];
  const file = join(import.meta.dirname, '..', 'tenant', 'samples', `${name}.eml`);
  await tryMail({ words: [file], switches: { json: true }, print: (line) => { lines.push(line); }, complain: () => undefined });
  const tried = JSON.parse(lines[0] ?? '{}') as TriedMail;
  expect(tried.route).toBe(route);
  expect(priorities).toContain(tried.priority);
});
