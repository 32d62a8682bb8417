import { expect, test } from '@jest/globals';
import { fromLog } from '../../src/concern/load-concern.ts';
import { fromRow } from '../../src/concern/record.ts';
import { blankConcern } from '../../src/concern/rules/concern.ts';
import { evolve } from '../../src/concern/rules/evolve.ts';

/** Rows as the first release wrote them: what stands in a school's tables is read for ever. */
const audience = '{"kind":"ordinary","roles":["slt","head","office"],"not":[],"also":[]}';
const bodies = [
  `{"shape":"concern-raised/1","at":1795514400000,"by":"service","command":"a1","data":{"mail":"m1","route":"conduct","priority":"P1","clauses":["IA1"],"audience":${audience},"people":{"p1":{"kind":"reporter","oid":null}},"toCome":null}}`,
  `{"shape":"mail-joined/1","at":1795514460000,"by":"service","command":"a2","data":{"mail":"m2","people":{},"toCome":null,"audience":${audience}}}`,
  '{"shape":"first-look-taken/1","at":1795514520000,"by":"oid-deputy","command":"a3","data":{"route":"conduct","priority":"P2","clauses":["IA1"],"lead":"oid-deputy","audience":' + `${audience}}}`,
];

test('what the first release wrote is folded today: a mail that joined then raises no alarm now', () => {
  const concern = bodies.map((body, index) => fromRow({ n: index + 1, body, hash: '', item: null }).event).reduce(evolve, blankConcern('GRV-26-0001'));
  expect(concern).toMatchObject({ status: 'open', mails: 2, priority: 'P2', lead: 'oid-deputy', request: null, unverified: false, sentByHand: 0, sameIncident: [] });
  expect(concern.danger?.takenBy).toBe('oid-deputy');
});

test('a head that the first release folded has what later releases know of', () => {
  const state = JSON.stringify({ ref: 'GRV-26-0001', status: 'open', raisedAt: 1, priority: 'P1', news: { 'new-evidence': 3, 'new-hold': 0, 'other-proposal': 2 } });
  const { concern } = fromLog('GRV-26-0001', { head: { version: 3, hash: '', at: 1, fold: 1, state, words: '{}', recent: '[]' }, headEtag: 'e', done: null, doneEtag: null });
  expect(concern).toMatchObject({ status: 'open', danger: null, unnamed: [], news: { 'new-evidence': 3, 'other-proposal': 2, 'sent-by-hand': 0 } });
});
