import { expect, test } from '@jest/globals';
import { blankConcern, type Proposal } from '../../src/concern/rules/concern.ts';
import { splitWords } from '../../src/people/rules/reporter-words.ts';

const proposal = (n: number, response: Proposal['response']): Proposal => ({ n, response, by: 'x', at: 0, approver: 'head', status: 'waiting', letter: n, decidedBy: null });
const concern = {
  ...blankConcern('GRV-26-0042'), proposals: [proposal(1, 'RS1'), proposal(2, 'closing-note')],
  people: { p1: { kind: 'reporter' as const, oid: null }, p2: { kind: 'forwarder' as const, oid: null }, p3: { kind: 'subject' as const, oid: null } },
};

test('who told us and the letter to them are theirs to read alone; the rest is for everybody who may know', () => {
  const split = splitWords(concern, {
    'p1.name': 'Amara', 'p2.address': 'tom@grove.example', 'p3.name': 'Kevin', summary: 'unkind', 'proposal.1.letter.to': 'Kevin', 'proposal.2.letter.to': 'Amara',
    'proposal.2.letter.text': 'Dear Amara', 'proposal.2.reason': 'It is over.',
  });
  expect(Object.keys(split.reporterWords)).toEqual(['p1.name', 'p2.address', 'proposal.2.letter.to', 'proposal.2.letter.text']);
  expect(Object.keys(split.words)).toEqual(['p3.name', 'summary', 'proposal.1.letter.to', 'proposal.2.reason']);
});
