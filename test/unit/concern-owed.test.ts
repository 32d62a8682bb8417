import { describe, expect, test } from '@jest/globals';
import { blankDone, type Done } from '../../src/concern/rules/done.ts';
import { nextLook, owed, viewNames, type Mode } from '../../src/concern/rules/owed.ts';
import { after, asks, does, goesAt, mail, nothing, people, start, stories, type Told } from './concern-story.ts';

const early = goesAt - 1;
/** The emails of an alert are owed only while there is one. */
const usualViews = viewNames.filter((name) => name !== 'emails');
const next = ({ concern }: Told, now = early, mode: Mode = 'live'): number | null => nextLook(concern, now, mode);
const keys = ({ concern, version }: Told, now = early, mode: Mode = 'live', done: Done = blankDone): string[] => owed(concern, version, done, now, mode).map((each) => each.key);
const shown = (version: number, journal = version): Done => ({
  ...blankDone, views: {
    register: { shows: version }, list: { shows: version, item: 'i', etag: 'e' }, folder: { shows: version, files: {} }, task: { shows: version, task: 't' }, everybody: { shows: version },
    journal: { shows: journal },
  },
});

describe('what is owed', () => {
  test.each<[string, Told, number, Mode, string[]]>([
    ['nothing, where nothing was raised', nothing, early, 'live', []],
    ['every view of a new concern', stories.new, early, 'live', [...usualViews]],
    ['while we only watch, only what stays inside', stories.new, early, 'watch', ['register', 'journal']],
    ['an approved letter, before its hour: nothing more', stories.approved, early, 'live', [...usualViews]],
    ['an approved letter at its hour: that it leaves', stories.approved, goesAt, 'live', ['let-leave-1', ...usualViews]],
    ['paused, no letter leaves', stories.approved, goesAt, 'paused', [...usualViews]],
    ['watching, no letter leaves', stories.approved, goesAt, 'watch', ['register', 'journal']],
    ['a stopped letter, at its hour: nothing more', stories.stopped, goesAt, 'live', [...usualViews]],
    ['a leaving letter: its draft', stories.leaving, goesAt, 'live', ['draft-1', ...usualViews]],
    ['a drafted letter: its sending', stories.drafted, goesAt, 'live', ['send-1', ...usualViews]],
    ['a sent letter: nothing more', stories.sent, goesAt, 'live', [...usualViews]],
    ['nobody knows whether it went: it is never sent by itself', stories.unknown, goesAt, 'live', [...usualViews]],
  ])('%s', (_, told, now, mode, then) => {
    expect(keys(told, now, mode)).toEqual(then);
  });

  test('nothing, once all of it shows', () => {
    for (const told of Object.values(stories)) {
      const letters = told.concern.letters.some((each) => ['leaving', 'drafted'].includes(each.status));
      if (!letters) expect(keys(told, early, 'live', shown(told.version))).toEqual([]);
    }
  });

  test('an opened original is copied to the journal and touches no card, list or task', () => {
    const opened = after(stories.open, 'daniel', { data: { type: 'original-opened', mail: 'mail-1', exhibit: null } });
    expect(keys(opened, early, 'live', shown(stories.open.version))).toEqual(['journal']);
  });

  test('the rest of a mail\'s attachments, even while paused', () => {
    const told = does(nothing, 'service', { verb: 'raise', understood: mail(1, { exhibitsInAll: 3 }) });
    expect(keys(told, early, 'paused')[0]).toBe('add-exhibits-0');
  });
});

describe('when somebody must look again', () => {
  test('at the hour of an approved letter, and otherwise not', () => {
    for (const [name, told] of Object.entries(stories)) expect([name, next(told)]).toEqual([name, name === 'approved' ? goesAt : null]);
  });

  test('at once where it was hastened', () => {
    expect(next(does(stories.approved, people.helen, { verb: 'send-now', letter: 1, reason: 'They wait.' }))).toBeLessThan(goesAt);
    expect(next(does(stories.approved, people.helen, { verb: 'send-now', letter: 1, reason: 'They wait.' }))).toBeGreaterThan(start);
  });

  test('not after Stop', () => {
    expect(next(does(stories.approved, people.daniel, asks.stop))).toBeNull();
  });
});
