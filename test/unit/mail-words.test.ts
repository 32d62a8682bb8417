import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { tryMail, type TriedMail } from '../../src/desk/try.ts';
import { describeOwnWords, loadMailWords, WordsFault } from '../../src/mail/load-words/load-mail-words.ts';
import { findRequest } from '../../src/mail/rules/find-signs.ts';
import { hitsIn, triage } from '../../src/mail/rules/triage.ts';
import { topicOf } from '../../src/mail/rules/triage/topic.ts';

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

function judged(text: string, yaml: string | null): string {
  const { priority, route } = triage({ subject: '', parts: [text], automated: null, isNewsletter: false, exhibits: [] }, loadMailWords(yaml === null ? null : folderWith(yaml)));
  return `${priority} ${route}`;
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

  test('count as their priority says, though the trained model finds nothing in such a mail', () => {
    const text = 'Please could you tell me when the guinea pigs come back to Year 2? Thank you so much.';
    const own = (priority: string, route: string): string => `cues:\n  GRV-PIGS:\n    route: ${route}\n    priority: ${priority}\n    phrases: [guinea pigs]\n`;
    expect(judged(text, null)).toBe('PX not-a-concern');
    expect(judged(text, own('P0', 'safeguarding'))).toBe('P0 safeguarding');
    expect(judged(text, own('P1', 'staff-conduct'))).toBe('P1 staff-conduct');
    expect(judged(text, own('P3', 'conduct'))).toBe('P3 conduct');
  });

  test('may be signs: several things close together, unless something takes them back', () => {
    const sign = 'signs:\n  GRV-ROOF:\n    route: safeguarding\n    priority: P1\n    span: 60\n    phrases: [roof]\n    all:\n      - any: [climb*]\n      - "{pupil}"\n    unless: [builder*]\n';
    expect(found('The girls climbed onto the roof.', sign)).toContain('GRV-ROOF');
    expect(found('The roof leaks.', sign)).not.toContain('GRV-ROOF');
    expect(found('The builders climbed onto the roof while the girls watched.', sign)).not.toContain('GRV-ROOF');
  });

  test('add to a list, and so to all that names it', () => {
    const text = 'The site team grabbed him.';
    expect(found(text, null)).not.toContain('T-STAFFALLEG');
    expect(found(text, 'lists:\n  staff: [site team]\n')).toContain('T-STAFFALLEG');
  });

  test('may ask for data, and may be everyday', () => {
    const words = loadMailWords(folderWith('requests:\n  GRV-TAPE:\n    span: 80\n    phrases: [the tape]\n    all:\n      - any: [hand over]\ntopics:\n  bees:\n    sentence: It is about the bees.\n    phrases: [beehive*]\n'));
    expect(findRequest('Hand over the tape.', words)).toBe('Hand over the tape');
    expect(topicOf('The beehives hum.', words)).toMatchObject({ id: 'bees', sentence: 'It is about the bees.' });
  });

  test('as the page for schools shows them, can be used', () => {
    const page = readFileSync(new URL('../../docs/mail-words.md', import.meta.url), 'utf8');
    const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    expect(refusal(example)).toBe('accepted');
    expect(found('He rode at the small children.', example)).toContain('GRV-BIKES');
  });

  test('that are all commented out change nothing', () => {
    expect(refusal('cues:\n#  GRV-X:\n')).toBe('accepted');
  });

  test('are counted for the doctor', () => {
    expect(describeOwnWords(folderWith(bikes))).toMatch(/Files: 1\. Entries of its own: 1\. Shipped entries that it changes: 0/);
  });
});

describe('words that cannot be used are refused with the file, the line, the entry and what to do', () => {
  const cue = (more: string): string => `cues:\n  GRV-X:\n    route: conduct\n    priority: P2\n    phrases: [some words]\n${more}`;
  test.each([
    ['a key nobody knows', cue('    colour: red\n'), /^our-words\.yaml, line 6 \(cues, GRV-X, colour\): .*not known here/],
    ['a clause that the policy has not', cue('    clauses: [ZZ9]\n'), /"ZZ9" is no clause of the policy\. There are: GR1/],
    ['a route that there is not', 'cues:\n  GRV-X:\n    route: party\n    priority: P2\n    phrases: [a b]\n', /"party" is no route/],
    ['a priority that there is not', 'cues:\n  GRV-X:\n    route: conduct\n    priority: P7\n    phrases: [a b]\n', /"P7" is no/],
    ['nothing after the colon', 'cues:\n  GRV-X:\n    route: conduct\n    priority: P2\n    phrases:\n', /^our-words\.yaml, line 5 \(cues, GRV-X, phrases\): has no phrases[^\n]*$/],
    ['no phrases', 'cues:\n  GRV-X:\n    route: conduct\n    priority: P2\n    phrases: []\n', /has no phrases/],
    ['the same name twice', `${cue('')}  GRV-X:\n    off: yes\n`, /line 6: .*twice/],
    ['a list that is nowhere', 'cues:\n  GRV-X:\n    route: conduct\n    priority: P2\n    phrases: ["{nobody} shouted"]\n', /names a list "nobody" that is nowhere/],
    ['a list\'s name without quotes', 'cues:\n  GRV-X:\n    route: conduct\n    priority: P2\n    phrases:\n      - {staff}\n', /line 6 .*A phrase with \{ \} stands in quotes/],
    ['a bracket too few', 'lists:\n  staff: ["{others shouted"]\n', /has a bracket too many or too few/],
    ['a phrase without a word', 'lists:\n  staff: ["!"]\n', /holds no word that could be found/],
    ['lists that name each other', 'lists:\n  staff: ["{others}"]\n  others: ["{staff}"]\n', /in a circle: (staff, others, staff|others, staff, others)/],
    ['another route for a shipped cue', 'cues:\n  T-THREAT:\n    priority: P3\n', /is shipped: priority cannot be changed/],
    ['switching off what there is not', 'cues:\n  T-TREATH:\n    off: yes\n', /is not shipped, so nothing of it can be taken away or switched off/],
    ['a shipped sign among the cues', 'cues:\n  S-WEAPON:\n    off: yes\n', /is shipped under signs/],
    ['what only training may say', 'proved:\n  firm: [T-THREAT]\n  atOnce: []\n  unheeded: []\n', /is made by training alone/],
    ['broken YAML', 'cues:\n  GRV-X: [\n', /^our-words\.yaml, line \d+: this cannot be read as YAML/],
    ['a phrase to take away that is not there', 'cues:\n  T-THREAT:\n    without: [no such words]\n', /does not stand there/],
    ['a new entry that lacks something', 'cues:\n  GRV-X:\n    phrases: [a b]\n', /is new, so it needs route, priority as well/],
  ])('%s', (_, yaml, sentence) => {
    expect(refusal(yaml)).toMatch(sentence);
  });

  test('a file under a name that is not read', () => {
    expect(refusal('cues: {}\n', 'ours.yml')).toBe('ours.yml is not read. Rename it so that it ends in .yaml.');
  });

  test('one entry in two files', () => {
    const folder = folderWith(cue(''), 'one.yaml');
    writeFileSync(join(folder, 'two.yaml'), cue(''));
    expect(() => loadMailWords(folder)).toThrow(/^two\.yaml, line 2 \(cues, GRV-X\): stands in one\.yaml as well\. Put both into one\.$/);
  });

  test('a file that is not in UTF-8, and a folder without files', () => {
    const folder = folderWith(cue(''));
    writeFileSync(join(folder, 'our-words.yaml'), Buffer.from(cue('').replace('some words', 'caf\u00e9'), 'latin1'));
    expect(() => loadMailWords(folder)).toThrow('our-words.yaml: the file is not in UTF-8. Save it again as UTF-8.');
    rmSync(join(folder, 'our-words.yaml'));
    expect(() => loadMailWords(folder)).toThrow(/holds no file that ends in \.yaml/);
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

  test('for a person: before and after, the cue and its words, and the clause by its name', async () => {
    const [bikes, calm] = [join(root, 'bikes-again.eml'), join(root, 'calm.eml')];
    writeFileSync(bikes, mail);
    writeFileSync(calm, mail.replace(/Mr Doyle.*/, 'My son has a cough and is at home today.'));
    const folder = folderWith('cues:\n  GRV-BIKES:\n    route: conduct\n    priority: P1\n    clauses: [IA7]\n    phrases: [rode at ... children]\n');
    const lines: string[] = [];
    await tryMail({ words: [bikes, calm], switches: { words: folder }, print: (line) => { lines.push(line); }, complain: () => undefined });
    expect(lines[0]).toMatch(/OTHERWISE with your words: P\w [\w-]+ → P1 conduct\n\s+clauses: none → IA7 Threatening or intimidating behaviour\n\s+found by GRV-BIKES: "rode at the small children"/);
    expect(lines[1]).not.toContain('OTHERWISE');
    expect(lines.at(-1)).toBe('1 of 2 mails are judged otherwise.');
  });

  test('asks which folder, where none is named', async () => {
    const complaints: string[] = [];
    expect(await tryMail({ words: ['x.eml'], switches: { words: true }, print: () => undefined, complain: (line) => { complaints.push(line); } })).toBe(2);
    expect(complaints).toEqual(['Say which folder the words are in: --words=FOLDER']);
  });
});
