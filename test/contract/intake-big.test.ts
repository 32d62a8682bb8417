import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fromRow } from '../../src/concern/record.ts';
import { firstExhibits } from '../../src/mail/rules/first-exhibits.ts';
import type { MailExhibit } from '../../src/mail/rules/mail.ts';
import type { School } from '../../src/school.ts';
import { arrive, concernOf, ledgerRow, readAll, startIntake, written, type Intake } from './intake-school.ts';

let intake: Intake;
let school: School;
beforeAll(async () => { intake = await startIntake('BIG'); school = await intake.open(); });
afterAll(async () => { await intake.stop(); });

const of = (...sizes: number[]): MailExhibit[] => sizes.map((size, index) => ({ name: String(index), type: 'image/png', bytes: new Uint8Array(size), inline: false }));

test.each([
  ['small ones all', of(1, 2, 3), 3],
  ['more than fit in one commit', of(...Array<number>(40).fill(1)), 30],
  ['the first of big ones', of(3_000_000, 3_000_000, 3_000_000), 1],
  ['a film of its own not at all', of(20_000_000, 1), 0],
  ['none', [], 0],
])('kept before the concern is there: %s', (_, exhibits, count) => {
  expect(firstExhibits(exhibits)).toEqual(exhibits.slice(0, count));
});

test('of a mail with big attachments the concern comes first and each attachment after, once, whole and in order; the next mail about it waits for them', async () => {
  const files = [1, 2, 3].map((n) => ({ name: `IMG_${String(n)}.jpg`, bytes: randomBytes(3_000_000) }));
  await arrive(intake, written({ subject: 'Three films', id: '<films@mail.example>', files }));
  await arrive(intake, written({ subject: 'Re: Three films', headers: ['In-Reply-To: <films@mail.example>'], files: [{ name: 'IMG_4.jpg', bytes: randomBytes(6_000_000) }] }));
  await readAll(school);
  const [ref] = await intake.stores.log.references();
  const events = (await intake.stores.log.events(ref ?? '')).map(fromRow);
  const inOrder = events.map(({ event: { data }, words }) => (data.type === 'exhibit-added' ? words?.['name'] ?? '' : data.type));
  expect(inOrder).toEqual(['concern-raised', 'IMG_1.jpg', 'IMG_2.jpg', 'IMG_3.jpg', 'exhibits-continued', 'mail-joined', 'IMG_4.jpg', 'exhibits-continued']);
  expect(await concernOf(school, ref ?? null)).toMatchObject({ exhibits: 4, mails: 2, toCome: null });
  expect(await ledgerRow(intake.stores, 'Re: Three films')).toMatchObject({ outcome: 'joined', concern: ref });
  expect([...intake.chats.shown.values()].length).toBeGreaterThan(0);
}, 60_000);
