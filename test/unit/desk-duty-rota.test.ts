import { expect, test } from '@jest/globals';
import { dutyRota } from '../../src/desk/duty-rota.ts';

const now = Date.parse('2026-11-24T10:00:00Z');
const people = [{ mail: 'Sara.Lindqvist@grove.example' }];
const until = (to: string, who = 'sara.lindqvist@grove.example'): { from: string; to: string; who: string[] }[] => [{ from: '2026-11-01', to, who: [who] }];

test('a rota that goes on, one that has ended, and none', () => {
  expect(dutyRota(until('2026-12-31'), people, now)).toEqual({ sentence: 'The duty rota goes until Thursday 31 December 2026.', sure: true });
  expect(dutyRota(until('2026-11-23'), people, now)).toEqual({ sentence: 'The duty rota ended on Monday 23 November 2026. Out of hours every alert now says that nobody is on duty.', sure: false });
  expect(dutyRota([], people, now)).toMatchObject({ sure: false });
});

test('an address that no alert can reach is named', () => {
  expect(() => dutyRota(until('2026-12-31', 'sarah@grove.example'), people, now)).toThrow('none of the school\'s groups: sarah@grove.example');
});
