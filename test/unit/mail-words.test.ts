import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { tryMail, type TriedMail } from '../../src/desk/try.ts';
import { describeOwnWords, loadMailWords, WordsFault } from '../../src/mail/load-words/load-mail-words.ts';
import { hitsIn } from '../../src/mail/rules/triage.ts';

let root = '';
let count = 0;
beforeAll(() => { root = mkdtempSync(join(tmpdir(), 'words-')); });
afterAll(() => { rmSync(root, { recursive: true, force: true }); });

/** A school's folder with one file in it. */
function folderWith(yaml: string, name = 'our-words.yaml'): string {
  const folder = join(root, String(++count));
  mkdirSync(folder);
  writeFileSync(join(folder, name), yaml);
  return folder;
}

function refusal(yaml: string, name?: string): string {
  try { loadMailWords(folderWith(yaml, name)); } catch (error) {
    if (error instanceof WordsFault) return error.message;
    throw error;
  }
  return 'accepted';
}

function found(text: string, yaml: string | null): string[] {
  const words = loadMailWords(yaml === null ? null : folderWith(yaml));
  return hitsIn({ subject: '', parts: [text], automated: null, isNewsletter: false, exhibits: [] }, words).map(({ cue }) => cue.id);
}

describe('words of the school\'s own', () => {
  const bikes = 'cues:\n  GRV-BIKES:\n    route: conduct\n    priority: P2\n    clauses: [IA7]\n    phrases: [rode at ... children]\n    falseFriends: [rode at the children\'s pace]\n';

  test('are cues that count, and what is shipped counts as before', () => {
    expect(found('He rode at the small children.', null)).toEqual([]);
    expect(found('He rode at the small children.', bikes)).toEqual(['GRV-BIKES']);
    expect(found('Wait till I see her.', bikes)).toEqual(found('Wait till I see her.', null));
  });

  test('are taken back by their false friends', () => {
    expect(found('We rode at the children\'s pace.', bikes)).toEqual([]);
  });

  test('add to a shipped cue, take from it, or switch it off', () => {
    expect(found('Sort the lot out after school.', 'cues:\n  T-THREAT:\n    phrases: [sort ... out after school]\n')).toContain('T-THREAT');
    expect(found('Wait till I see her.', null)).toContain('T-THREAT');
    expect(found('Wait till I see her.', 'cues:\n  T-THREAT:\n    without: [wait till i see]\n')).not.toContain('T-THREAT');
    expect(found('Wait till I see her.', 'cues:\n  T-THREAT:\n    off: yes\n')).not.toContain('T-THREAT');
  });

  test('are counted for the doctor', () => {
    expect(describeOwnWords(folderWith(bikes))).toMatch(/1 files in .* Entries of its own: 1\./);
  });
});

describe('words that cannot be used are refused with the file, the line, the entry and what to do', () => {
  const cue = (more: string): string => `cues:\n  GRV-X:\n    route: conduct\n    priority: P2\n    phrases: [some words]\n${more}`;
  test.each([
    ['a key nobody knows', cue('    colour: red\n'), /^our-words\.yaml, line 6 \(cues, GRV-X, colour\): .*not known here/],
    ['a clause that the policy has not', cue('    clauses: [ZZ9]\n'), /"ZZ9" is no clause of the policy\. There are: GR1/],
    ['a route that there is not', 'cues:\n  GRV-X:\n    route: party\n    priority: P2\n    phrases: [a b]\n', /"party" is no route/],
    ['a priority that there is not', 'cues:\n  GRV-X:\n    route: conduct\n    priority: P7\n    phrases: [a b]\n', /"P7" is no/],
    ['no phrases', 'cues:\n  GRV-X:\n    route: conduct\n    priority: P2\n    phrases: []\n', /has no phrases/],
    ['the same name twice', `${cue('')}  GRV-X:\n    off: yes\n`, /line 6: .*twice/],
    ['a list that is nowhere', 'cues:\n  GRV-X:\n    route: conduct\n    priority: P2\n    phrases: ["{nobody} shouted"]\n', /names a list "nobody" that is nowhere/],
    ['broken YAML', 'cues:\n  GRV-X: [\n', /^our-words\.yaml, line \d+: this cannot be read as YAML/],
    ['a phrase to take away that is not there', 'cues:\n  T-THREAT:\n    without: [no such words]\n', /does not stand there/],
    ['a new entry that lacks something', 'cues:\n  GRV-X:\n    phrases: [a b]\n', /is new, so it needs route, priority as well/],
  ])('%s', (_, yaml, sentence) => {
    expect(refusal(yaml)).toMatch(sentence);
  });

  test('a file under a name that is not read', () => {
    expect(refusal('cues: {}\n', 'ours.yml')).toBe('ours.yml is not read. Rename it so that it ends in .yaml.');
  });

  test('a folder that is not there', () => {
    expect(() => loadMailWords(join(root, 'nowhere'))).toThrow(/cannot be read\. Check MAIL_WORDS/);
  });
});

describe('desk try --words', () => {
  const mail = 'From: Amara Nwosu <amara@mail.example>\r\nTo: school@grove.example\r\nSubject: Bikes\r\n\r\nMr Doyle rode at the small children in the playground.\r\n';

  test('says what would be otherwise, by which words, and how many mails', async () => {
    const file = join(root, 'bikes.eml');
    writeFileSync(file, mail);
    const folder = folderWith('cues:\n  GRV-BIKES:\n    route: conduct\n    priority: P1\n    clauses: [IA7]\n    phrases: [rode at ... children]\n');
    const lines: string[] = [];
    const code = await tryMail({ words: [file], switches: { json: true, words: folder }, print: (line) => { lines.push(line); }, complain: () => undefined });
    const [tried, sum] = lines.map((line) => JSON.parse(line) as TriedMail & { mails: number; otherwise: number });
    expect(code).toBe(0);
    expect(tried).toMatchObject({ priority: 'P1', compared: { differs: true, found: [{ cue: 'GRV-BIKES', quote: 'rode at the small children' }] } });
    expect(tried?.compared?.without.priority).not.toBe('P1');
    expect(sum).toEqual({ mails: 1, otherwise: 1 });
  });
});
