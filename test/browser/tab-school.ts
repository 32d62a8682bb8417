import { mayReadLetter } from '../../bot/concern-page.ts';
import type { ConcernPage, ConcernView, Door, ExhibitEntry, LetterEntry, MailEntry } from '../../bot/door.ts';
import type { Letter } from '../../src/concern/rules/concern.ts';
import { describeEvent } from '../../src/concern/rules/describe-event.ts';
import type { ConcernEvent, Words } from '../../src/concern/rules/events.ts';
import type { Press, PressAnswer } from '../../src/concern/rules/press.ts';
import type { Person } from '../../src/concern/rules/words-of-the-school.ts';
import { splitWords } from '../../src/people/rules/reporter-words.ts';
import { mayKnow, seesReporter } from '../../src/people/rules/may-know.ts';
import type { Related } from '../../src/incidents/rules/related.ts';
import type { RegisterQuery, RegisterRow } from '../../src/ports.ts';
import { people, ref, seal, states, viewOf } from '../unit/cards-scenes.ts';

export const letter = `Dear Kevin Doyle,

I am writing about messages that were reported to school. They were written in the class WhatsApp group on 3 and 4 November 2026.

Our policy asks everybody to treat all members of the school community with respect. We ask you not to write about other families in the group again.

I may not have the whole picture. If this does not match your recollection, please contact Daniel Okafor through the school office by Monday 14 December 2026.

Yours sincerely,
Helen Whitlock
Head`;

const mailText = `I do not like to write this, but I think you should know.

Last night in the Year 4 group another parent called Mrs Adeyemi a liar in front of the whole group, and said that everybody should stay away from the boy in red class.

I attach two pictures. Please do not say that they came from me.`;

const mails = { set: 'e'.repeat(64), look: 'f'.repeat(64) };
const arrived = Date.parse('2026-11-24T09:00:00Z');

/** A school in one state, behind the door that the tab's server asks. What a press does is the test's to say. */
export interface TabSchool {
  door: Door;
  /** A key of `states`. */
  state: string;
  words: Words;
  mailText: string;
  rows: RegisterRow[];
  presses: { person: Person; press: Press }[];
  onPress: (press: Press) => Promise<PressAnswer>;
  opened: { person: Person; mail: string; exhibit: number | null }[];
  made: string[];
  searched: RegisterQuery[];
  related: Related;
}

const everybody: readonly Person[] = Object.values(people);
const names = (oid: string): string => viewOf('new', people.head).nameOf(oid);

export function openTabSchool(): TabSchool {
  const school: TabSchool = {
    state: 'new', words: {}, mailText, rows: usualRows(), presses: [], opened: [], made: [], searched: [], related: usualRelated,
    onPress: () => Promise.resolve({ outcome: 'done', sentence: null, news: [] }),
    door: {
      personOf: (oid) => Promise.resolve(everybody.find((each) => each.oid === oid) ?? null),
      people: () => Promise.resolve([]), nameOf: names,
      view: (person, at) => Promise.resolve(pageOf(school, person, at)?.view ?? null),
      page: (person, at) => Promise.resolve(pageOf(school, person, at)),
      press: (person, press) => { school.presses.push({ person, press }); return school.onPress(press); },
      related: (person, at) => Promise.resolve(pageOf(school, person, at) === null ? null : school.related),
      register: (person, query) => { school.searched.push(query); return Promise.resolve(found(school, person, query)); },
      makeConcern: (_, identity) => { school.made.push(identity); return Promise.resolve({ ref, sentence: `Made a concern: ${ref}.` }); },
      original: (person, _, what) => { school.opened.push({ person, ...what }); return Promise.resolve({ bytes: picture, media: 'image/png', name: 'IMG_2041.png' }); },
      letterPdf: () => Promise.resolve(new TextEncoder().encode('%PDF-1.7')),
      mailCheck: () => Promise.resolve([
        { day: '2026-11-24', received: 9, byOutcome: { raised: 2, joined: 1, 'set-aside': 5, pending: 1 }, difference: 1, sentByHand: 0 },
        { day: '2026-11-23', received: 14, byOutcome: { raised: 1, 'set-aside': 12, 'needs-a-look': 1 }, difference: 0, sentByHand: 2 },
      ]),
    },
  };
  return school;
}

const other = { at: arrived, status: 'open', route: 'conduct', priority: 'P2', outcome: null } as const;
const usualRelated: Related = {
  same: [{ ...other, ref: 'GRV-26-0038', subject: 'What was said in the Year 4 group', lead: 'Daniel Okafor' }],
  maybeSame: [{ ...other, ref: 'GRV-26-0037', subject: 'Not on', reasons: ['both name Mr Doyle and the Year 4 group', '6 words agree, such as liar'] }],
  earlier: [{ ...other, ref: 'GRV-26-0012', subject: 'Shouting at the gate', status: 'closed', outcome: 'resolved', kind: 'adult', reason: 'Here "Mr Doyle", there "Kevin Doyle"' }],
};

/** One red dot. */
const picture = Uint8Array.from(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64'));

function pageOf(school: TabSchool, person: Person, at: string): ConcernPage | null {
  const entitled = seesReporter(person, viewOf(school.state, person).concern);
  const whole = viewOf(school.state, person, { 'proposal.1.letter.text': letter, ...(entitled ? { 'p1.name': 'Amara Nwosu', 'p1.address': 'amara.nwosu@mail.example' } : {}), ...school.words });
  // The rule that the real door goes by.
  const view = entitled ? whole : { ...whole, words: splitWords(whole.concern, whole.words).words };
  if (at !== ref || !mayKnow(person, view.concern)) return null;
  const { concern } = view;
  return {
    view: { ...view, concern: { ...concern, exhibits: 2 } }, exhibits: exhibits(entitled), letters: concern.letters.map((each) => letterEntry(view, each)),
    mail: [{ identity: 'b'.repeat(64), from: entitled ? 'Amara Nwosu' : null, subject: view.words['subject'] ?? '', text: school.mailText, at: arrived, sender: null, how: null, language: null, cannotRead: null, ...askedOf(view, entitled) }],
    history: historyOf(school),
  };
}

function askedOf({ concern }: ConcernView, entitled: boolean): Pick<MailEntry, 'asks' | 'candidates'> {
  const asks = concern.unnamed.length > 0;
  return { asks, candidates: asks && entitled ? [{ n: 1, name: 'Laila Haddad', address: 'laila.haddad@mail.example' }, { n: 2, name: 'Kevin Doyle', address: '' }] : [] };
}

function historyOf(school: TabSchool): ConcernPage['history'] {
  const steps = states[school.state] ?? [];
  return steps.map(([by, data], index) => {
    const event: ConcernEvent = { n: index + 1, at: arrived + index * 3_600_000, by, command: `c${String(index)}`, data };
    return { n: event.n, at: event.at, by, byName: names(by), type: data.type, sentence: describeEvent(event, { reason: reasonOf(school, data.type) }, names), words: {}, removed: false };
  }).reverse();
}

function reasonOf(school: TabSchool, type: ConcernEvent['data']['type']): string {
  if (type === 'proposal-sent-back') return 'Please soften the second paragraph.';
  return type === 'concern-closed' ? 'Both families have spoken.' : school.words['proposal.1.reason'] ?? 'It was said in front of everybody.';
}

function exhibits(entitled: boolean): ExhibitEntry[] {
  const one = (n: number, name: string, media: string, bytes: number): ExhibitEntry => ({ n, mail: 'b'.repeat(64), name: entitled ? name : '', media, bytes, sha256: 'c'.repeat(64), inline: false });
  return [one(1, 'IMG_2041.png', 'image/png', 482_113), one(2, 'chat.txt', 'text/plain', 1_812)];
}

function letterEntry({ words, concern, person }: ConcernView, made: Letter): LetterEntry {
  const { n, status, goesAt } = made;
  const kind = concern.proposals.find((each) => each.n === made.proposal)?.response ?? '';
  if (!mayReadLetter(person, concern, made)) return { n, kind, status, goesAt, seal, to: '', address: '', subject: '', text: '', typed: {} };
  return {
    n, kind, status, goesAt, seal, to: 'Kevin Doyle', address: 'kevin.doyle@post.example', subject: 'A letter from Grove Primary School', text: words['proposal.1.letter.text'] ?? '',
    typed: { parentName: 'Kevin Doyle', parentEmail: 'kevin.doyle@post.example', incidentDates: '3 and 4 November 2026', groupType: 'class WhatsApp group', summary: 'Another parent was called a liar.' },
  };
}

function found(school: TabSchool, person: Person, query: RegisterQuery): { rows: RegisterRow[]; total: number } {
  const waits = (row: RegisterRow): boolean => row.waitsFor.oids.includes(person.oid) || row.waitsFor.roles.some((role) => person.roles.includes(role));
  const rows = school.rows.filter((row) => mayKnow(person, row) && (query.status === undefined || query.status.includes(row.status))
    && (query.waitingFor === undefined || waits(row)) && (query.text === undefined || Object.values(row.words).join(' ').toLowerCase().includes(query.text.toLowerCase())));
  return { rows: rows.slice(query.offset, query.offset + query.limit), total: rows.length };
}

export function usualRows(): RegisterRow[] {
  return [
    concernRow(ref, { status: 'new', priority: 'P1' }, 'Messages in the Year 4 group', ['slt', 'head']),
    concernRow('GRV-26-0041', { status: 'open', priority: 'P2' }, 'Unkind words about a boy in red class', ['head']),
    concernRow('GRV-26-0039', { status: 'open', priority: 'P0', route: 'safeguarding' }, 'Somebody said they would wait at the gate', ['head']),
    concernRow('GRV-26-0035', { status: 'closed', priority: 'P3', outcome: 'resolved' }, 'A reminder about the class group', []),
    mailRow(mails.look, 'needs-a-look', 'Photo from the playground', 'There is a picture and no text, so a person should look.', ['office']),
    mailRow(mails.set, 'set-aside', 'Autumn newsletter of the library', 'It was sent to a list of many people.', []),
  ];
}

type Facts = Pick<RegisterRow, 'status' | 'priority'> & Partial<Pick<RegisterRow, 'route' | 'outcome'>>;

function concernRow(key: string, facts: Facts, subject: string, waits: RegisterRow['waitsFor']['roles']): RegisterRow {
  return {
    key, kind: 'concern', version: 1, audience: { kind: 'ordinary', roles: ['slt', 'head', 'office'], not: [], also: [] }, route: 'conduct', at: arrived, outcome: null, nextAt: null,
    waitsFor: { roles: waits, oids: [] }, words: { subject }, reporterWords: {}, ...facts,
  };
}

function mailRow(key: string, status: RegisterRow['status'], subject: string, reason: string, waits: RegisterRow['waitsFor']['roles']): RegisterRow {
  return { ...concernRow(key, { status, priority: 'P2', route: 'unsure' }, subject, waits), kind: 'mail', words: { subject, reason, from: 'Local library' } };
}
