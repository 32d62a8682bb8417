import { expect, test } from '@jest/globals';
import { describeEvent } from '../../src/concern/rules/describe-event.ts';
import type { EventData, Words } from '../../src/concern/rules/events.ts';
import { goesAt, seal, states } from './cards-scenes.ts';

const nameOf = (oid: string): string => (oid === 'oid-head' ? 'Helen Whitlock' : 'Daniel Okafor');
const say = (by: string, data: EventData, words: Words = {}): string => describeEvent({ n: 1, at: goesAt, by, command: 'c', data }, words, nameOf, { head: 'Head' });

test.each<[string, string, EventData, Words]>([
  ['Evidence 3 was kept.', 'service', { type: 'exhibit-added', exhibit: 3, mail: 'm', sha256: seal, bytes: 1, media: 'image/png', inline: false }, { name: 'chat.png' }],
  ['Helen Whitlock let Daniel Okafor know of this: "He rings the parent."', 'oid-head', { type: 'audience-widened', oid: 'oid-deputy', role: null }, { reason: 'He rings the parent.' }],
  ['Daniel Okafor proposed: Warning letter: "It was said in front of all". Head decides.', 'oid-deputy', { type: 'response-proposed', proposal: 1, response: 'RS1', approver: 'head', letter: null, recipient: null }, { reason: 'It was said in front of all' }],
  ['Daniel Okafor decided: No further action.', 'oid-deputy', { type: 'response-proposed', proposal: 1, response: 'RS0a', approver: null, letter: null, recipient: null }, {}],
  ['Helen Whitlock approved the letter. It goes on Monday 30 November 2026 at 08:30 unless somebody stops it.', 'oid-head', { type: 'letter-approved', proposal: 1, letter: 1, seal, goesAt }, {}],
  ['The letter was kept back. Somebody changed the draft in the mailbox, so it did not go.', 'service', { type: 'letter-held-back', letter: 1, problem: 'draft-touched' }, {}],
  ['Helen Whitlock closed this: resolved: "Both have spoken."', 'oid-head', { type: 'concern-closed', outcome: 'resolved' }, { reason: 'Both have spoken.' }],
  ['Helen Whitlock opened the original email.', 'oid-head', { type: 'original-opened', mail: 'm', exhibit: null }, {}],
  ['The words of 2 entries were removed by Concern Desk, since its time to be kept had run out.', 'service', { type: 'items-removed', items: [3, 4], reason: 'disposal' }, {}],
  ['Another email about this came in.', 'service', { type: 'mail-joined', mail: 'm', people: {}, toCome: null, priority: 'P2', sender: 'pass', request: null, audience: { kind: 'ordinary', roles: [], not: [], also: [] } }, {}],
])('%s', (sentence, by, data, words) => { expect(say(by, data, words)).toBe(sentence); });

test('every event is one whole sentence without codes, its words there or gone', () => {
  for (const [by, data] of Object.values(states).flat()) {
    const sentence = say(by, data);
    expect(sentence).toMatch(/^[A-Z].*[."]$/);
    expect(sentence).not.toMatch(/\b(P\dX?|RS\d|IA\d|GR\d|undefined|null)\b/);
    expect(sentence).not.toContain(seal);
  }
});
