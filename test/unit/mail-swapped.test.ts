import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { triage } from '../../src/mail/rules/triage.ts';
import { words } from './mail-school.ts';

const folder = new URL('../fixtures/mail-texts/', import.meta.url);
const texts = readdirSync(folder).filter((name) => name.endsWith('.jsonl')).flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n').filter((line) => line !== '')).map((line) => (JSON.parse(line) as { text: string }).text)
  // A third of them, from every file: all would take a minute.
  .filter((_, index) => index % 3 === 0);

/** Each word and what stands in its place, both ways. `her` is `him` or `his`: the commoner is taken. */
const gender: readonly (readonly [string, string])[] = [
  ['he', 'she'], ['him', 'her'], ['himself', 'herself'], ['mum', 'dad'], ['mums', 'dads'], ['mummy', 'daddy'], ['mother', 'father'], ['mothers', 'fathers'], ['son', 'daughter'], ['sons', 'daughters'], ['boy', 'girl'], ['boys', 'girls'], ['husband', 'wife'], ['brother', 'sister'],
  ['man', 'woman'], ['men', 'women'], ['uncle', 'aunt'], ['stepdad', 'stepmum'], ['boyfriend', 'girlfriend'],
];
const origin: readonly (readonly [string, string])[] = [['somali', 'polish'], ['nigerian', 'french'], ['muslim', 'christian'], ['jewish', 'hindu'], ['hijab', 'turban'], ['mosque', 'church'], ['indian', 'irish'], ['turkish', 'portuguese']];
const names: readonly (readonly [string, string])[] = [['amara', 'oliver'], ['ella', 'mohammed'], ['kofi', 'george'], ['leila', 'emily'], ['idris', 'jack'], ['poppy', 'fatima'], ['jonah', 'kwame'], ['zara', 'sophie'], ['mia', 'ayesha'], ['tom', 'yusuf']];

function swapped(text: string, pairs: readonly (readonly [string, string])[]): string {
  const other = new Map(pairs.flatMap(([one, two]) => [[one, two], [two, one]]));
  return text.replace(/\p{L}+/gu, (word) => {
    const found = other.get(word.toLowerCase());
    if (found === undefined) return word;
    if (word === word.toUpperCase() && word.length > 1) return found.toUpperCase();
    return /^\p{Lu}/u.test(word) ? `${found.charAt(0).toUpperCase()}${found.slice(1)}` : found;
  });
}

const judged = (text: string): string => {
  const { route, priority, dataRequest } = triage({ subject: '', parts: [text], automated: null, isNewsletter: false, exhibits: [] }, words);
  return [priority, route, String(dataRequest)].join(' ');
};

describe('whoever it is about, the same is read', () => {
  test.each([['gender', gender], ['origin and faith', origin], ['names', names]] as const)('swapping %s changes no mail', (_, pairs) => {
    const touched = texts.map((text) => ({ text, other: swapped(text, pairs) })).filter(({ text, other }) => text !== other);
    expect(touched.length).toBeGreaterThan(10);
    const changed = touched.filter(({ text, other }) => judged(text) !== judged(other)).map(({ text, other }) => [judged(text), judged(other), text]);
    expect(changed).toEqual([]);
  });
});
