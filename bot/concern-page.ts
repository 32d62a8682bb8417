import { fromRow } from '../src/concern/record.ts';
import { describeEvent } from '../src/concern/rules/describe-event.ts';
import type { ConcernEvent, EventData, Words } from '../src/concern/rules/events.ts';
import { parseLetterFields } from '../src/letters/parse-letter-fields.ts';
import { seesReporter } from '../src/people/rules/may-know.ts';
import type { School } from '../src/school.ts';
import { splitWords } from '../src/views/bring-register-row.ts';
import type { ConcernPage, ConcernView, ExhibitEntry, HistoryEntry, LetterEntry } from './door.ts';

type Read = ReturnType<typeof fromRow>;

/** One concern whole, for the tab: its mail, chronology, evidence and letters. Who told us only where this person may know. */
export async function concernPage(school: School, view: ConcernView): Promise<ConcernPage> {
  const rows = (await school.stores.log.events(view.concern.ref)).map(fromRow);
  return {
    view,
    mail: rows.flatMap((row) => mailOf(view, row)),
    history: rows.map((row) => historyEntry(view, row)).reverse(),
    exhibits: rows.flatMap(({ event: { data }, words }) => exhibitOf(data, words)),
    letters: rows.flatMap(({ event: { data }, words }) => letterOf(view, data, words)),
  };
}

function mailOf(view: ConcernView, { event, words }: Read): ConcernPage['mail'] {
  const { data } = event;
  if ((data.type !== 'concern-raised' && data.type !== 'mail-joined') || data.mail === null) return [];
  const entitled = seesReporter(view.person, view.concern);
  const reporter = Object.entries(data.people).find(([, person]) => person.kind === 'reporter')?.[0];
  return [{
    at: event.at, subject: words?.['subject'] ?? '', identity: data.mail,
    from: entitled && reporter !== undefined ? words?.[`${reporter}.name`] ?? null : null,
    // The summary is the text without the person who told us; the whole text only for those who may know who that is.
    text: words === null ? 'What this email said was removed.' : entitled ? words['text'] ?? '' : words['summary'] ?? '',
  }];
}

function historyEntry(view: ConcernView, { event, words, item }: Read): HistoryEntry {
  const shown = shownWords(view, words ?? {});
  return {
    n: event.n, at: event.at, by: event.by, byName: view.nameOf(event.by), type: event.data.type,
    sentence: describeEvent(event, shown, (oid) => view.nameOf(oid), view.titles), words: shown, removed: item !== null && words === null,
  };
}

/** Words of an event as this person may read them: notes, reasons and the like, never the long texts that stand elsewhere on the page. */
function shownWords(view: ConcernView, words: Words): Words {
  const { words: open, reporterWords } = splitWords(view.concern, words);
  const readable = seesReporter(view.person, view.concern) ? { ...open, ...reporterWords } : open;
  const elsewhere = ['text', 'letter.text', 'letter.fields'];
  return Object.fromEntries(Object.entries(readable).filter(([key]) => !elsewhere.includes(key)));
}

/** File names are the sender's own: often they say who sent them. Evidence is named by its number. */
function exhibitOf(data: EventData, words: Words | null): ExhibitEntry[] {
  if (data.type !== 'exhibit-added') return [];
  return [{ n: data.exhibit, mail: data.mail, name: words?.['name'] ?? 'removed', media: data.media, bytes: data.bytes, sha256: data.sha256, inline: data.inline }];
}

function letterOf(view: ConcernView, data: ConcernEvent['data'], words: Words | null): LetterEntry[] {
  if (data.type !== 'response-proposed' && data.type !== 'letter-remade') return [];
  const made = data.letter;
  const letter = view.concern.letters.find((each) => each.n === made?.letter && each.seal === made.seal);
  if (made === null || letter === undefined) return [];
  return [{
    n: letter.n, kind: view.concern.proposals.find((each) => each.n === letter.proposal)?.response ?? '', status: letter.status,
    to: words?.['letter.to'] ?? '', address: words?.['letter.address'] ?? '', subject: words?.['letter.subject'] ?? '', text: words?.['letter.text'] ?? '',
    goesAt: letter.goesAt, seal: letter.seal, typed: typedWords(words?.['letter.fields']),
  }];
}

/** Of the fields that a letter was made from, those that somebody typed. */
function typedWords(json: string | undefined): Words {
  if (json === undefined) return {};
  const fields = parseLetterFields(json);
  if (fields.kind !== 'RS1-A') return {};
  const { parentName, parentEmail, incidentDates, groupType, summary, ownWords, replyBy, meetingOffer } = fields;
  return { parentName, parentEmail, incidentDates, groupType, summary, ownWords: ownWords ?? '', replyBy, meetingOffer: meetingOffer ?? '' };
}
