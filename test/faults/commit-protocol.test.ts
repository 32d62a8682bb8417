import { beforeAll, describe, expect, test } from '@jest/globals';
import { mishaps, type Mishap, type Plan } from './injector.ts';
import type { Options } from './letter-path.ts';
import { dice, pointsOfWalk, sweep, walked, worthTrying } from './sweep.ts';

/*
 * Whatever goes wrong at whatever I/O, from the mail to the closed concern: exactly one letter leaves, nothing stays owed, every view shows the
 * last version, no number is left out or taken twice, no mail is lost, and the chain holds. Cards alone may be doubled.
 */
describe('from the mail to the closed concern', () => {
  let points: Awaited<ReturnType<typeof pointsOfWalk>> = [];
  beforeAll(async () => { points = await pointsOfWalk(); });

  test('when nothing goes wrong, everything is done and one letter leaves', async () => {
    expect(points.length).toBeGreaterThan(150);
    expect(await walked([], { drawsFolder: true })).toEqual([]);
  });

  test.each<Mishap>(['crash-after', 'late', 'lost', 'refused'])('%s, at every I/O', async (mishap) => {
    const runs = points.filter((point) => worthTrying(mishap, point)).map(({ at, label }) => ({ plans: [{ at, mishap }], name: `${mishap}@${String(at)} ${label}` }));
    expect((await sweep(runs)).wrong).toEqual({});
  }, 60_000);

  test('frozen at every fifth I/O: others take over, then it goes on', async () => {
    const runs = points.filter(({ label }, index) => index % 5 === 0 && label !== 'task create')
      .map(({ at, label }) => ({ plans: [{ at, mishap: 'frozen' as const }], name: `frozen@${String(at)} ${label}` }));
    expect((await sweep(runs)).wrong).toEqual({});
  }, 60_000);

  test('two things go wrong, and a person may or may not press again', async () => {
    const roll = dice(20_261_124);
    const runs = Array.from({ length: 120 }, () => {
      const [first, second] = [points[roll(points.length)], mishaps[roll(5)] ?? 'late'];
      const plans: Plan[] = [{ at: first?.at ?? 1, mishap: mishaps[roll(5)] ?? 'late' }, { at: 1 + roll(60), mishap: second }];
      const options: Options = { pressesAgain: roll(2) === 0 };
      return { plans, options, name: JSON.stringify({ plans, options }) };
    });
    expect((await sweep(runs)).wrong).toEqual({});
  }, 60_000);

  test('Exchange takes its time to move a letter: it is watched, not sent again', async () => {
    const sending = points.filter(({ label }) => /^draft (send|get)|letter-sent|concerns write done/.test(label));
    const runs = sending.map(({ at, label }) => ({ plans: [{ at, mishap: 'lost' as const }], options: { movesAfterMs: 65_000 }, name: `lost@${String(at)} ${label}` }));
    expect((await sweep([...runs, { plans: [], options: { movesAfterMs: 65_000 }, name: 'nothing' }])).wrong).toEqual({});
  }, 60_000);
});
