import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextStep, openAlert, stepMs } from '../../src/concern/rules/alert.ts';
import { blankDone } from '../../src/concern/rules/done.ts';
import { nextLook, owed, phaseOf, type Mode } from '../../src/concern/rules/owed.ts';
import { priorities, routes, type Priority, type Route } from '../../src/concern/rules/words-of-the-school.ts';
import { alerted, alertedBy, nobodyOnDuty } from '../../src/people/rules/alerted.ts';
import { audienceOf, type MaybeAbout } from '../../src/people/rules/audience.ts';
import type { Duty, DutyPerson } from '../../src/people/rules/duty.ts';
import { mayKnow } from '../../src/people/rules/may-know.ts';
import { whoIsTold } from '../../src/people/rules/who-is-told.ts';
import { calendarWith } from './calendar-days.ts';
import { asks, does, mail, nothing, outcome, ask, people, stories, type Told } from './concern-story.ts';

const everybody: DutyPerson[] = Object.values(people).map((person) => ({ ...person, displayName: person.oid, mail: `${person.oid}@grove.example` }));
const hours = { from: '08:00', to: '17:00', calendar: calendarWith({}) };
const noRota: Duty = { shifts: [], hours };
/** The story's moments are on a Tuesday morning: with these hours they are out of hours. */
const evening: Duty = { shifts: [], hours: { ...hours, from: '18:00', to: '19:00' } };
const rota = (...who: string[]): Duty => ({ ...evening, shifts: [{ from: '2026-11-20', to: '2026-11-30', who: who.map((oid) => `${oid}@grove.example`) }] });

const raised = (priority: Priority, route: Route = 'conduct', about: MaybeAbout[] = []): Told => does(nothing, 'service', { verb: 'raise', understood: mail(1, { priority, route, audience: audienceOf(route, about) }) });
const told = (before: Told, step: number, nobody = false): Told => does(before, 'service', { verb: 'tell-danger', since: before.concern.danger?.since ?? 0, step, nobodyOnDuty: nobody });
const atStep = (before: Told, step: number): Told => Array.from({ length: step + 1 }, (_, n) => n).reduce((so, n) => told(so, n), before);
const sinceOf = ({ concern }: Told): number => concern.danger?.since ?? 0;
const reached = ({ concern }: Told, duty: Duty = noRota): string[] => [...alertedBy(concern, alerted(concern, everybody, duty))].sort();
const alerts = ({ concern }: Told, duty: Duty = noRota): string[] => whoIsTold(concern, everybody, new Set(), alerted(concern, everybody, duty)).map(({ oid, about }) => `${oid} ${about.replace(/-\d{6,}/, '')}`).sort();
const deeds = ({ concern, version }: Told, now: number, mode: Mode = 'live'): string[] => owed(concern, version, blankDone, now, mode).filter((each) => each.kind === 'deed').map((each) => each.key.replace(/-\d{6,}/, ''));

describe('whom an alert reaches', () => {
  test.each<[string, Told, Duty, string[], string[], string[]]>([
    ['at once the safeguarding lead and the head, then a leader, then all and the office', raised('P0'), noRota, ['helen', 'sara'], ['daniel'], ['olive', 'priya']],
    ['danger today goes the same way', raised('P1'), noRota, ['helen', 'sara'], ['daniel'], ['olive', 'priya']],
    ['out of hours whoever is on duty, at once', raised('P0'), rota('priya', 'olive'), ['helen', 'olive', 'priya', 'sara'], ['daniel'], []],
    ['in hours the rota waits', raised('P0'), { ...rota('priya'), hours }, ['helen', 'sara'], ['priya'], ['daniel', 'olive']],
    ['safeguarding: nobody but those two may know', raised('P0', 'safeguarding'), noRota, ['helen', 'sara'], [], []],
    ['on duty and may not know: not told', raised('P0', 'safeguarding'), rota('daniel'), ['helen', 'sara'], [], []],
    ['about a teacher: the head, then the Executive Head', raised('P0', 'conduct', [people.tom]), noRota, ['helen'], ['marcus'], []],
    ['about the head: the Executive Head, then the chair', raised('P0', 'conduct', [people.helen]), noRota, ['marcus'], ['gwen'], []],
    ['about all of them: the governors who are left', raised('P0', 'conduct', [people.helen, people.marcus, people.gwen]), noRota, ['ivy'], [], []],
  ])('%s', (_, alert, duty, first, second, third) => {
    expect(reached(alert, duty)).toEqual(first);
    expect(reached(atStep(alert, 0), duty)).toEqual(first);
    expect(reached(atStep(alert, 1), duty)).toEqual([...first, ...second].sort());
    expect(reached(atStep(alert, 2), duty)).toEqual([...first, ...second, ...third].sort());
  });

  test('says that nobody is on duty out of hours alone, and only where nobody is who may know', () => {
    const { concern } = raised('P0', 'safeguarding');
    const at = concern.raisedAt;
    expect([noRota, evening, rota('daniel'), rota('sara')].map((duty) => nobodyOnDuty(concern, everybody, duty, at))).toEqual([false, true, true, false]);
  });
});

describe('one alert is one card in each chat', () => {
  test('those who are reached have the alert, and nobody else is told before it is taken', () => {
    expect(alerts(raised('P0'))).toEqual(['helen danger-0', 'sara danger-0']);
    expect(alerts(atStep(raised('P0'), 1))).toEqual(['daniel danger-1', 'helen danger-0', 'sara danger-0']);
    expect(alerts(atStep(raised('P0'), 2))).toEqual(['daniel danger-1', 'helen danger-0', 'olive danger-2', 'priya danger-2', 'sara danger-0']);
  });

  test('taken, it is an ordinary matter again', () => {
    const taken = does(atStep(raised('P0'), 1), people.olive, { verb: 'take-danger' });
    expect(alerts(taken)).toEqual(['daniel look', 'helen look', 'priya look', 'sara look']);
  });

  const abouts = fc.uniqueArray(fc.constantFrom(...Object.values(people)), { maxLength: 3 });
  const duties = fc.uniqueArray(fc.constantFrom(...Object.keys(people)), { maxLength: 3 }).map((who) => rota(...who));
  test('nobody is told twice for one alert, and nobody ever whom it may be about or who may not know', () => {
    fc.assert(fc.property(fc.constantFrom(...routes), abouts, duties, fc.constantFrom<Priority>('P0', 'P1'), fc.integer({ min: 0, max: 2 }), (route, about, duty, priority, until) => {
      const cards = new Map<string, Set<string>>();
      for (let step = -1; step <= until; step++) {
        const { concern } = atStep(raised(priority, route, about), step);
        for (const { oid, about: why } of whoIsTold(concern, everybody, new Set(), alerted(concern, everybody, duty))) cards.set(oid, (cards.get(oid) ?? new Set()).add(why));
      }
      for (const [oid, whys] of cards) {
        expect([oid, whys.size]).toEqual([oid, 1]);
        expect(about.map((each) => each.oid)).not.toContain(oid);
        expect(mayKnow(everybody.find((each) => each.oid === oid) ?? people.tom, raised(priority, route, about).concern)).toBe(true);
      }
    }));
  });

  test('somebody is always reached at once, whatever it is about', () => {
    fc.assert(fc.property(fc.constantFrom(...routes), abouts.filter((each) => !each.includes(people.ivy)), (route, about) => { expect(reached(raised('P0', route, about))).not.toEqual([]); }));
  });
});

describe('what an alert owes', () => {
  const alert = raised('P0');
  const since = sinceOf(alert);
  const first = atStep(alert, 0);
  const toldAt = first.concern.danger?.toldAt ?? 0;

  test('the first step at once, the next ones ten minutes after the one before', () => {
    expect(deeds(alert, since)).toEqual(['tell-danger-0']);
    expect(deeds(first, toldAt + stepMs - 1)).toEqual([]);
    expect(deeds(first, toldAt + stepMs)).toEqual(['tell-danger-1']);
    expect(deeds(atStep(alert, 1), toldAt + 10 * stepMs)).toEqual(['tell-danger-2']);
    expect(deeds(atStep(alert, 2), toldAt + 10 * stepMs)).toEqual([]);
  });

  test('even while paused; nothing while we only watch', () => {
    expect(deeds(first, toldAt + stepMs, 'paused')).toEqual(['tell-danger-1']);
    expect(deeds(alert, since, 'watch')).toEqual([]);
    expect(nextLook(alert.concern, since, 'watch')).toBeNull();
  });

  test('somebody looks again when the next step comes', () => {
    expect(nextLook(alert.concern, since, 'live')).toBe(since);
    expect(nextLook(first.concern, toldAt, 'live')).toBe(toldAt + stepMs);
    expect(nextLook(atStep(alert, 2).concern, toldAt, 'live')).toBeNull();
  });

  test.each<[string, Told, string]>([
    ['"I have this"', does(first, people.olive, { verb: 'take-danger' }), 'olive'], ['the first look', does(first, people.daniel, { ...asks.look, priority: 'P0' }), 'daniel'],
    ['closing', does(does(stories.open, 'service', { verb: 'join-mail', understood: mail(2, { priority: 'P0' }) }), people.priya, asks.close), 'priya'],
  ])('nothing after %s', (_, taken, by) => {
    expect(deeds(taken, toldAt + 10 * stepMs)).toEqual([]);
    expect(nextLook(taken.concern, toldAt, 'live')).toBeNull();
    expect(taken.concern.danger).toMatchObject({ takenBy: by });
  });

  test('what is a day old before anybody could be told wakes nobody', () => {
    const danger = openAlert(alert.concern);
    expect(danger === null ? null : nextStep(danger, since + 25 * 3_600_000)).toBeNull();
  });

  test('the alert and its cards come before attachments, lists and the journal', () => {
    const many = does(nothing, 'service', { verb: 'raise', understood: mail(1, { priority: 'P0', exhibitsInAll: 3 }) });
    const order = owed(many.concern, many.version, blankDone, sinceOf(many), 'live').sort((one, other) => phaseOf(one, many.concern) - phaseOf(other, many.concern)).map((each) => each.key.replace(/-\d{6,}/, ''));
    expect(order).toEqual(['tell-danger-0', 'cards', 'register', 'list', 'folder', 'task', 'add-exhibits-0', 'emails', 'journal']);
  });
});

describe('further mail', () => {
  const joined = (before: Told, priority: Priority): Told => does(before, 'service', { verb: 'join-mail', understood: mail(2, { priority }) });

  test('about the same untaken danger does not hold it at its first step', () => {
    const going = atStep(raised('P1'), 1);
    expect(joined(going, 'P1').concern.danger).toEqual(going.concern.danger);
  });

  test('that is more urgent is told anew, as is any danger after somebody took the first', () => {
    expect(joined(atStep(raised('P1'), 1), 'P0').concern.danger).toMatchObject({ priority: 'P0', step: -1 });
    expect(joined(does(raised('P0'), people.helen, { verb: 'take-danger' }), 'P1').concern.danger).toMatchObject({ priority: 'P1', step: -1, takenBy: null });
  });

  test('that speaks of none leaves it', () => {
    for (const priority of priorities.slice(2)) expect(joined(raised('P0'), priority).concern.danger).toMatchObject({ priority: 'P0', step: -1 });
  });
});

test('a step told twice is one, and one of an earlier alert is none', () => {
  const first = atStep(raised('P0'), 0);
  const again = { verb: 'tell-danger', since: sinceOf(first), step: 0, nobodyOnDuty: false } as const;
  expect(outcome(ask(first, 'service', again))).toBe('already');
  expect(outcome(ask(first, 'service', { ...again, since: again.since - 1, step: 1 }))).toBe('already');
  expect(outcome(ask(stories.new, 'service', again))).toBe('already');
});
