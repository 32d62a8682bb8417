import { fromRow } from '../src/concern/record.ts';
import { goesToReporter, proposalOf, type Concern, type ConcernPerson, type Letter } from '../src/concern/rules/concern.ts';
import { describeEvent } from '../src/concern/rules/describe-event.ts';
import type { ConcernEvent, EventData, Words } from '../src/concern/rules/events.ts';
import { senderWords } from '../src/concern/rules/screen-words.ts';
import type { Person } from '../src/concern/rules/words-of-the-school.ts';
import { parseLetterFields } from '../src/letters/parse-letter-fields.ts';
import { beingScanned } from '../src/mail/rules/being-scanned.ts';
import type { MailPerson } from '../src/mail/rules/mail.ts';
import { seesReporter } from '../src/people/rules/may-know.ts';
import type { LogStore } from '../src/ports.ts';
import { candidatesIn, splitWords, withoutNames } from '../src/people/rules/reporter-words.ts';
import type { ConcernPage, ConcernView, ExhibitEntry, HistoryEntry, LetterEntry, MailEntry } from './door.ts';

type Read = ReturnType<typeof fromRow>;

/** One concern whole, for the tab: its mail, chronology, evidence and letters. Who told us only where this person may know. */
export async function concernPage(log: Pick<LogStore, 'events'>, view: ConcernView): Promise<ConcernPage> {
  const rows = (await log.events(view.concern.ref)).map(fromRow);
  const authors = authorsSaid(rows);
  return {
    view,
    mail: rows.flatMap((row) => mailOf(view, row, authors)),
    history: rows.filter(({ event }) => mayRead(view, event.data)).map((row) => historyEntry(view, row)).reverse(),
    exhibits: rows.flatMap(({ event: { data }, words }) => exhibitOf(view, data, words)),
    letters: rows.flatMap(({ event: { data }, words }) => letterOf(view, data, words)),
  };
}

function mailOf(view: ConcernView, { event, words }: Read, authors: ReadonlyMap<string, Author>): MailEntry[] {
  const { data } = event;
  if (data.type === 'sent-by-hand-found') return [sentByHand(view, data, words)];
  if ((data.type !== 'concern-raised' && data.type !== 'mail-joined') || data.mail === null) return [];
  const entitled = seesReporter(view.person, view.concern);
  const author = authorOf(data.people, words ?? {}) ?? authors.get(data.mail) ?? null;
  const candidates = author === null ? candidatesIn(words ?? {}) : [];
  const readable = (text: string): string => (entitled ? text : withoutNames(text, { said: author === null ? [] : [author], candidates }));
  const asks = view.concern.unnamed.includes(data.mail);
  return [{
    at: event.at, subject: readable(words?.['subject'] ?? ''), identity: data.mail, asks,
    // The summary is the text without the person who told us; the whole text only for those who may know who that is.
    text: words === null ? 'What this email said was removed.' : entitled ? words['text'] ?? '' : readable(words['summary'] ?? ''),
    from: entitled && author !== null ? author.name : null, how: entitled && author !== null && author.how !== '' ? author.how : null,
    sender: senderWords[data.sender], language: words?.['language'] ?? null, cannotRead: words?.['cannot-read'] ?? null,
    candidates: asks && entitled ? candidates.map(({ n, name, email }) => ({ n, name, address: email ?? '' })) : [],
  }];
}

/** To whom, about what and in which words: all of it may say who told us. */
function sentByHand(view: ConcernView, { mail, sentBy, sentAt }: Extract<EventData, { type: 'sent-by-hand-found' }>, words: Words | null): MailEntry {
  const entitled = seesReporter(view.person, view.concern);
  return {
    at: sentAt, identity: mail, from: null, how: null, sender: null, language: null, cannotRead: null, asks: false, candidates: [],
    byHand: sentBy === null ? '' : view.nameOf(sentBy), subject: entitled ? words?.['subject'] ?? '' : '',
    text: words === null ? 'What this email said was removed.' : entitled ? words['text'] ?? '' : 'Whoever may know who told us can read what it says.',
  };
}

interface Author extends MailPerson { how: string }

function authorOf(people: Record<string, ConcernPerson>, words: Words): Author | null {
  const key = Object.entries(people).find(([, person]) => person.kind === 'reporter')?.[0];
  const name = key === undefined ? undefined : words[`${key}.name`];
  return key === undefined || name === undefined ? null : { name, email: words[`${key}.address`] || null, how: words[`${key}.how`] ?? '' };
}

/** By mail, whom a person named where nobody could tell. */
function authorsSaid(rows: readonly Read[]): Map<string, Author> {
  return new Map(rows.flatMap(({ event: { data }, words }): [string, Author][] => {
    const author = data.type === 'author-said' ? authorOf(data.people, words ?? {}) : null;
    return data.type === 'author-said' && author !== null ? [[data.mail, author]] : [];
  }));
}

function historyEntry(view: ConcernView, { event, words, item }: Read): HistoryEntry {
  // What an email says stands with the email, without whoever became known later.
  const shown = 'sender' in event.data || event.data.type === 'sent-by-hand-found' ? {} : shownWords(view, words ?? {});
  return {
    n: event.n, at: event.at, by: event.by, byName: view.nameOf(event.by), type: event.data.type,
    sentence: describeEvent(event, shown, (oid) => view.nameOf(oid), view.titles), words: shown, removed: item !== null && words === null,
  };
}

/** What names another concern is read only by those who may know of that one too. */
function mayRead(view: ConcernView, data: EventData): boolean {
  return !('other' in data) || view.tied?.includes(data.other) === true;
}

/** Words of an event as this person may read them: notes, reasons and the like, never the long texts that stand elsewhere on the page. */
function shownWords(view: ConcernView, words: Words): Words {
  const entitled = seesReporter(view.person, view.concern);
  const readable = entitled ? words : splitWords(view.concern, words).words;
  return Object.fromEntries(Object.entries(readable).filter(([key]) => key !== 'text' && !key.startsWith('letter.') && (entitled || key !== 'name')));
}

/** File names are the sender's own: often they say who sent them. To everybody else evidence is named by its number alone. */
function exhibitOf(view: ConcernView, data: EventData, words: Words | null): ExhibitEntry[] {
  if (data.type !== 'exhibit-added') return [];
  return [{ n: data.exhibit, mail: data.mail, name: exhibitName(view, words), media: data.media, bytes: data.bytes, sha256: data.sha256, inline: data.inline }];
}

/** That it is no attachment yet everybody may know. */
function exhibitName(view: ConcernView, words: Words | null): string {
  if (seesReporter(view.person, view.concern)) return words?.['name'] ?? 'removed';
  return words?.['name']?.startsWith(beingScanned) === true ? beingScanned : '';
}

function letterOf(view: ConcernView, data: ConcernEvent['data'], words: Words | null): LetterEntry[] {
  if (data.type !== 'response-proposed' && data.type !== 'letter-remade') return [];
  const made = data.letter;
  const letter = view.concern.letters.find((each) => each.n === made?.letter && each.seal === made.seal);
  if (made === null || letter === undefined) return [];
  const readable = mayReadLetter(view.person, view.concern, letter) ? words : null;
  return [{
    n: letter.n, kind: proposalOf(view.concern, letter.proposal)?.response ?? '', status: letter.status,
    to: readable?.['letter.to'] ?? '', address: readable?.['letter.address'] ?? '', subject: readable?.['letter.subject'] ?? '', text: readable?.['letter.text'] ?? '',
    goesAt: letter.goesAt, seal: letter.seal, typed: typedWords(readable?.['letter.fields']),
  }];
}

/** A closing note or a thank-you names the person who told us. */
export function mayReadLetter(person: Person, concern: Concern, letter: Letter): boolean {
  const proposal = proposalOf(concern, letter.proposal);
  return proposal === null || !goesToReporter(proposal) || seesReporter(person, concern);
}

/** Of the fields that a letter was made from, those that somebody typed. */
function typedWords(json: string | undefined): Words {
  if (json === undefined) return {};
  const fields = parseLetterFields(json);
  if (fields.kind !== 'RS1-A') return {};
  const { parentName, parentEmail, incidentDates, groupType, summary, clauses, ownWords, replyBy, meetingOffer } = fields;
  return { parentName, parentEmail, incidentDates, groupType, summary, clauses: clauses.join(','), ownWords: ownWords ?? '', replyBy, meetingOffer: meetingOffer ?? '' };
}
