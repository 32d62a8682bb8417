import { describe, expect, test } from '@jest/globals';
import { morningList } from '../../bot/morning-list.ts';
import { atLondon } from '../../src/calendar/rules/london-time.ts';
import { audienceOf } from '../../src/people/rules/audience.ts';
import { Fault, type AdaptiveCard, type RegisterRow } from '../../src/ports.ts';
import { openSearchIndex } from '../../src/register/search-index.ts';
import type { School } from '../../src/school.ts';
import { calendarWith } from './calendar-days.ts';
import { pressablesOf, readCard } from './cards-reading.ts';
import { people } from './concern-story.ts';

const tuesday = '2026-11-24';

function row(n: number, more: Partial<RegisterRow> = {}): RegisterRow {
  return {
    key: `GRV-26-000${String(n)}`, kind: 'concern', version: 1, audience: audienceOf('conduct', []), status: 'new', route: 'conduct', priority: 'P2', at: atLondon('2026-11-23', '10:00'),
    outcome: null, nextAt: null, waitsFor: { roles: ['head'], oids: [] }, words: { subject: 'Amara Nwosu says' }, reporterWords: {}, ...more,
  };
}

const danger = row(1, { priority: 'P0', alert: { priority: 'P0', since: atLondon('2026-11-23', '23:10'), nobodyOnDuty: true } });
const leaving = row(3, { status: 'open', nextAt: atLondon(tuesday, '08:30'), waitsFor: { roles: [], oids: [] } });
const aboutHead = row(4, { audience: audienceOf('conduct', [people.helen]), waitsFor: { roles: ['executive-head', 'chair'], oids: [] }, alert: { priority: 'P0', since: 1, nobodyOnDuty: false } });

interface Morning {
  round: () => Promise<void>; posts: { oid: string; card: AdaptiveCard; summary: string }[]; at: (day: string, time: string) => void; comes: (row: RegisterRow) => void;
  anotherProcess: () => Promise<void>;
}

function morning(rows: RegisterRow[], is: { at?: string | null; mode?: string; refusesOnce?: boolean } = {}): Morning {
  const posts: Morning['posts'] = [];
  const kept = new Map<string, unknown>();
  const index = openSearchIndex();
  index.load(rows);
  let now = atLondon(tuesday, '07:31');
  let refuses = is.refusesOnce === true;
  const school = {
    clock: { now: () => now }, index, directory: { people: () => Promise.resolve(Object.values(people)) },
    settings: { mode: is.mode ?? 'live', calendar: calendarWith({ closedDays: ['2026-11-25'] }), teamsAppId: 'app', publicUrl: 'https://concerns.grove.example', alerts: { morningListAt: is.at === undefined ? '07:30' : is.at, duty: { shifts: [], hours: { from: '08:00', to: '17:00', calendar: calendarWith({}) } }, ring: [] } },
    stores: {
      anchors: { names: () => Promise.resolve(['2026-11-23.json', `${tuesday}.json`]), read: (name: string) => Promise.resolve(name === `${tuesday}.json` ? 'last night' : 'the night before') },
      links: {
        get: (_: string, key: string) => Promise.resolve(kept.get(key) ?? null), put: (_: string, key: string, value: unknown) => { kept.set(key, value); return Promise.resolve(); },
        remove: (_: string, key: string) => { kept.delete(key); return Promise.resolve(); },
      },
    },
    poster: { post: (oid: string, card: AdaptiveCard, summary: string) => {
      if (refuses) { refuses = false; return Promise.reject(new Fault('Teams is away.', 'later')); }
      posts.push({ oid, card, summary });
      return Promise.resolve({ conversation: 'c', activity: 'a' });
    } },
  } as unknown as School;
  return { round: morningList(school), posts, at: (day, time) => { now = atLondon(day, time); }, comes: (each) => { index.put(each); }, anotherProcess: () => morningList(school)() };
}

describe('the morning list', () => {
  test('goes to the head and the safeguarding lead where something waits for them, once, whatever restarts', async () => {
    const { round, posts, anotherProcess } = morning([danger, row(2), leaving]);
    await round();
    await round();
    await anotherProcess();
    expect(posts.map((each) => each.oid)).toEqual(['helen', 'sara']);
    expect(posts[0]?.summary).toBe('This morning: 3 things, and danger that nobody has taken');
    // For the safeguarding lead nothing but the letter that goes: the rows wait for the head.
    expect(posts[1]?.summary).toBe('This morning: one thing');
  });

  test('danger first, then what waits, then what goes; references and links and no names', async () => {
    const { round, posts } = morning([danger, row(2), leaving]);
    await round();
    const text = readCard(posts[0]?.card);
    const places = ['Nobody has taken this yet', 'GRV-26-0001', 'Danger now, since Monday 23 November 2026 at 23:10. Nobody was on duty.', 'Waits for you', 'GRV-26-0002', 'Goes today', 'GRV-26-0003', 'A letter at 08:30', 'The record as it was last night: '].map((words) => text.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).not.toContain('Amara');
    expect(pressablesOf(posts[0]?.card)).toEqual([]);
    expect(JSON.stringify(posts[0]?.card).match(/GRV-26-0001%22/g)).toHaveLength(1);
  });

  test('nothing of a matter that the head may not know of', async () => {
    const { round, posts } = morning([aboutHead]);
    await round();
    expect(posts).toEqual([]);
  });

  test.each<[string, string, string]>([['too early', tuesday, '07:29'], ['noon is past', tuesday, '12:00'], ['a Sunday', '2026-11-22', '07:31'], ['a day on which the school is closed', '2026-11-25', '07:31']])('not when it is %s', async (_, day, time) => {
    const { round, posts, at } = morning([danger]);
    at(day, time);
    await round();
    expect(posts).toEqual([]);
    at('2026-11-26', '07:31');
    await round();
    expect(posts).not.toEqual([]);
  });

  test('where nothing waited in the morning there is no list later that day', async () => {
    const { round, posts, at, comes, anotherProcess } = morning([]);
    await round();
    comes(danger);
    at(tuesday, '10:00');
    await anotherProcess();
    expect(posts).toEqual([]);
  });

  test.each<[string, Parameters<typeof morning>[1]]>([['nobody wants it', { at: null }], ['we only watch', { mode: 'watch' }]])('not when %s', async (_, is) => {
    const { round, posts } = morning([danger], is);
    await round();
    expect(posts).toEqual([]);
  });

  test('is tried again where Teams was away', async () => {
    const { round, posts } = morning([danger], { refusesOnce: true });
    await expect(round()).rejects.toThrow('Teams is away.');
    await round();
    expect(posts.map((each) => each.oid)).toEqual(['helen']);
  });
});

test('what waits for somebody is listed with untaken danger first, however old it is', () => {
  const index = openSearchIndex();
  index.load([row(2, { at: atLondon(tuesday, '07:00') }), danger, row(5, { at: atLondon(tuesday, '07:10') })]);
  const keys = (waiting: boolean): string[] => index.find(people.helen, { limit: 10, offset: 0, ...(waiting ? { waitingFor: true as const } : {}) }).rows.map((each) => each.key);
  expect(keys(true)).toEqual(['GRV-26-0001', 'GRV-26-0005', 'GRV-26-0002']);
  expect(keys(false)).toEqual(['GRV-26-0005', 'GRV-26-0002', 'GRV-26-0001']);
});
