import { describe, expect, test } from '@jest/globals';
import { dueNow, lookAtWhatIsDue, openLooks, type LookAtMail } from '../../src/concern/look-at-what-is-due.ts';
import type { Doers } from '../../src/concern/do-what-is-owed.ts';
import type { Engine } from '../../src/concern/engine.ts';
import type { WakeRow } from '../../src/ports.ts';

const again = (n: number, clock: WakeRow['clock'] = 'machine', what = `mail.${String(n)}`): WakeRow => ({ key: `${clock}-${String(n)}`, at: n, clock, what });

/** Rows that are due, and looks that end when the test says so. */
function school(rows: WakeRow[], refuses = false): { engine: Engine; doers: Doers; look: LookAtMail; began: string[]; end(what: string): void; most(): number } {
  const began: string[] = [];
  const open = new Map<string, () => void>();
  let most = 0;
  const wake = {
    put: () => Promise.resolve(), due: () => Promise.resolve([...rows]),
    replace: (row: WakeRow) => { if (refuses) return Promise.reject(new Error('No storage.')); rows.splice(rows.indexOf(row), 1); return Promise.resolve(); },
  };
  return {
    engine: { wake, clock: { now: () => 0, machine: () => 0 } } as unknown as Engine, doers: {} as Doers, began,
    look: async (identity) => {
      began.push(identity);
      await new Promise<void>((resolve) => { open.set(identity, resolve); most = Math.max(most, open.size); });
      open.delete(identity);
      return [];
    },
    end: (what) => { open.get(what)?.(); }, most: () => most,
  };
}

const settled = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });
const log = (): undefined => undefined;

describe('what is due', () => {
  test('one slow look holds up no other: the next round begins what came meanwhile', async () => {
    const rows = [again(1)];
    const at = school(rows);
    const looks = openLooks(at.engine, at.doers, at.look, log);
    looks.begin(await dueNow(at.engine));
    rows.push(again(2));
    looks.begin(await dueNow(at.engine));
    await settled();
    expect(at.began).toEqual(['1', '2']);
    at.end('2');
    await settled();
    expect(rows.map((each) => each.what)).toEqual(['mail.1']);
    at.end('1');
    await looks.rest();
    expect(rows).toEqual([]);
  });

  test('second tries leave one place for an alert\'s step or a letter\'s hour, which come first', async () => {
    const rows = [again(1), again(2), again(3), again(4), again(5, 'school')];
    const at = school(rows);
    const looks = openLooks(at.engine, at.doers, at.look, log);
    const left = looks.begin(await dueNow(at.engine));
    await settled();
    expect(at.began).toEqual(['5', '1', '2', '3']);
    expect(left).toEqual([again(4)]);
    at.end('5');
    await settled();
    rows.push(again(6, 'school'));
    looks.begin(await dueNow(at.engine));
    await settled();
    expect(at.began).toEqual(['5', '1', '2', '3', '6']);
    for (const n of ['1', '2', '3', '6']) at.end(n);
    await looks.rest();
  });

  test('two rows of one concern are looked at one after the other', async () => {
    const at = school([again(1), again(2, 'school', 'mail.1')]);
    const all = lookAtWhatIsDue(at.engine, at.doers, at.look, log);
    await settled();
    expect(at.began).toEqual(['1']);
    at.end('1');
    await settled();
    await settled();
    at.end('1');
    expect(await all).toBe(2);
    expect(at.most()).toBe(1);
  });

  test('a row that cannot be replaced stays, and whoever waits hears of it', async () => {
    const rows = [again(1)];
    const at = school(rows, true);
    const all = lookAtWhatIsDue(at.engine, at.doers, at.look, log);
    await settled();
    at.end('1');
    await expect(all).rejects.toThrow('No storage.');
    expect(rows).toHaveLength(1);
  });
});
