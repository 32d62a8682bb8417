import { describe, expect, test } from '@jest/globals';
import { mishaps } from './injector.ts';
import { judgeRun } from './judge-run.ts';
import { walk } from './letter-path.ts';

describe('from the mail to the closed concern', () => {
  test('when nothing goes wrong, everything is done and one letter leaves', async () => {
    const run = await walk([]);
    const t = performance.now();
    for (let i = 0; i < 10; i++) await walk([]);
    console.log(run.crew.trace.length, (performance.now() - t) / 10);
    expect(await judgeRun(run)).toEqual([]);
    expect(run.ground.world.sent).toHaveLength(1);
  });
  test('sweep', async () => {
    const base = await walk([]);
    const n = base.crew.trace.length;
    const bad = new Map<string, string[]>();
    const t = performance.now(); let runs = 0;
    for (const mishap of mishaps) for (let at = 1; at <= n; at += 1) {
      let wrong: string[];
      let run;
      try { run = await walk([{ at, mishap }]); wrong = await judgeRun(run); } catch (error) { wrong = [`THROWN ${String(error)}`]; }
      runs++;
      if (run && run.ground.world.sent.length !== 1) wrong.push(`sent ${run.ground.world.sent.length}`);
      for (const w of wrong) bad.set(w, [...bad.get(w) ?? [], `${mishap}@${at} ${base.crew.trace[at - 1]}`]);
    }
    console.log(runs, performance.now() - t, [...bad].map(([k, v]) => `${k}  x${v.length}\n    ${v.slice(0, 6).join('\n    ')}`).join('\n'));
  }, 300_000);
});
