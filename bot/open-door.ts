import { randomUUID } from 'node:crypto';
import { formatLondon, londonDay } from '../src/calendar/rules/london-time.ts';
import { requestDue } from '../src/calendar/rules/request-due.ts';
import { handleCommand, type Handled } from '../src/concern/handle-command.ts';
import { loadConcern, type Loaded } from '../src/concern/load-concern.ts';
import { refusalFor, unseenNews } from '../src/concern/rules/allowed.ts';
import { plainWords } from '../src/concern/rules/head-words.ts';
import type { Press, PressAnswer } from '../src/concern/rules/press.ts';
import { transitionOf } from '../src/concern/rules/transitions.ts';
import type { Person } from '../src/concern/rules/words-of-the-school.ts';
import { letterPdf } from '../src/letters/letter-file.ts';
import { thanksBy } from '../src/letters/order-thanks.ts';
import { orderForAnotherDay } from '../src/letters/order-for-another-day.ts';
import { letterOf, proposalOf } from '../src/concern/rules/concern.ts';
import type { TieAsk } from '../src/incidents/tie-concerns.ts';
import { makeConcern } from '../src/mail/make-concern.ts';
import { mailCheck } from '../src/mail/till/mail-check.ts';
import { mayKnow, seesReporter } from '../src/people/rules/may-know.ts';
import { openOriginal } from '../src/records/open-original.ts';
import { faultName } from '../src/log.ts';
import type { School } from '../src/school.ts';
import { splitWords } from '../src/people/rules/reporter-words.ts';
import { registerRow } from '../src/views/bring-register-row.ts';
import type { ConcernView, Door } from './door.ts';
import { concernPage, mayReadLetter } from './concern-page.ts';
import { askOf, commandId, dayWouldMove } from './press-to-command.ts';
import { pressTie, relatedOnCard, relatedOnPage, withKnownTies } from './related-concerns.ts';

/** The door over one school. `after` runs what is owed once the answer has gone; it never throws. */
export function openDoor(school: School, after: (work: () => Promise<void>) => void): Door {
  return {
    personOf: (oid) => school.directory.personOf(oid),
    people: () => school.directory.people(),
    nameOf: (oid) => school.directory.nameOf(oid),
    view: async (person, ref) => {
      const loaded = await known(school, person, ref);
      return loaded === null ? null : { ...viewOf(school, person, loaded), related: relatedOnCard(school, person, loaded) };
    },
    page: async (person, ref) => {
      const loaded = await known(school, person, ref);
      return loaded === null ? null : concernPage(school.stores.log, viewOf(school, person, loaded));
    },
    press: (person, press) => pressButton(school, person, press, after),
    related: async (person, ref) => {
      const loaded = await known(school, person, ref);
      return loaded === null ? null : relatedOnPage(school, person, loaded);
    },
    register: (person, query) => Promise.resolve(school.index.find(person, query)),
    makeConcern: (person, identity) => makeConcern(school, person, identity, after),
    original: (person, ref, what) => openOriginal(school, person, ref, what, randomUUID(), after),
    letterPdf: async (person, ref, n) => {
      const loaded = await known(school, person, ref);
      const letter = loaded === null ? null : letterOf(loaded.concern, n);
      return loaded === null || letter === null || !mayReadLetter(person, loaded.concern, letter) ? null : letterPdf(school, ref, n);
    },
    mailCheck: (person) => mailCheck(school, person),
  };
}

async function known(school: School, person: Person, ref: string): Promise<Loaded | null> {
  if (!/^[A-Z]{3}-\d{2}-\d{4,6}$/.test(ref)) return null;
  const loaded = await loadConcern(school.stores.log, ref);
  return loaded.concern.status === 'none' || !mayKnow(person, loaded.concern) ? null : loaded;
}

function viewOf(school: School, person: Person, loaded: Loaded): ConcernView {
  const words = plainWords(loaded.words);
  return {
    ...withKnownTies(school, person, loaded.concern), version: loaded.version, person, now: school.clock.now(), titles: school.settings.school.titles,
    ring: school.settings.alerts.ring, requestDue: requestDueOf(school, loaded), thanks: thanksBy(school, loaded.ref, person),
    words: seesReporter(person, loaded.concern) ? words : splitWords(loaded.concern, words).words,
    nameOf: (oid) => school.directory.nameOf(oid),
  };
}

function requestDueOf(school: School, { concern: { request } }: Loaded): string | null {
  return request === null ? null : requestDue(request.kind, londonDay(request.since), school.settings.calendar);
}

const gone: PressAnswer = { outcome: 'refused', sentence: 'There is no such concern, or it is not one that you can see.', news: [] };

async function pressButton(school: School, person: Person, press: Press, after: (work: () => Promise<void>) => void): Promise<PressAnswer> {
  const loaded = await known(school, person, press.ref);
  if (loaded === null) return gone;
  const asked = await askOf(school, loaded, person, press);
  if ('problem' in asked) return { outcome: 'refused', sentence: asked.problem, news: [] };
  if (asked.ask.verb === 'approve') {
    const again = await madeAgain(school, loaded, person, press, asked.ask.proposal);
    if (again !== null) return again;
  }
  if (asked.ask.verb === 'say-same-incident' || asked.ask.verb === 'unsay-same-incident') return pressOnBoth(school, loaded, person, press, asked.ask, after);
  const handled = await handleCommand(school.engine, press.ref, { id: commandId(press, person), by: person, seen: press.seen, ask: asked.ask });
  if (handled.outcome === 'done') showAtOnce(school, handled.loaded);
  after(school.afterCommand(press.ref, handled));
  return { outcome: handled.outcome, sentence: handled.refusal?.sentence ?? null, news: handled.news };
}

/** One incident or two: written on both concerns, shown on both at once. */
async function pressOnBoth(school: School, loaded: Loaded, person: Person, press: Press, ask: TieAsk, after: (work: () => Promise<void>) => void): Promise<PressAnswer> {
  const tied = await pressTie(school, loaded, await known(school, person, ask.other), { id: commandId(press, person), by: person, seen: press.seen, ask });
  if ('sentence' in tied) return { outcome: 'refused', sentence: tied.sentence, news: [] };
  const both: [string, Handled | null][] = [[ask.other, tied.other], [press.ref, tied.here]];
  for (const [ref, handled] of both) {
    if (handled?.outcome === 'done') showAtOnce(school, handled.loaded);
    if (handled !== null) after(school.afterCommand(ref, handled));
  }
  const outcome = tied.other?.outcome === 'done' && tied.here.outcome === 'already' ? 'done' : tied.here.outcome;
  return { outcome, sentence: tied.here.refusal?.sentence ?? null, news: tied.here.news };
}

/** A press updates its own instance's index before it answers; the stored row follows as a view. */
function showAtOnce(school: School, loaded: Loaded): void {
  try { school.index.put(registerRow(loaded)); } catch (error) { school.log({ what: 'index-failed', ref: loaded.ref, fault: faultName(error) }); }
}

/** Approved on another day than the letter prints: it is made again for the day on which it would leave, and shown for one more press. */
async function madeAgain(school: School, loaded: Loaded, person: Person, press: Press, n: number): Promise<PressAnswer | null> {
  const row = transitionOf('approve');
  const day = dayWouldMove(school, loaded, n);
  const letter = letterOf(loaded.concern, proposalOf(loaded.concern, n)?.letter ?? 0);
  if (day === null || letter === null || letter.seal !== press.seal) return null;
  if (refusalFor(person, loaded.concern, row, n) !== null || unseenNews(loaded.concern, row, press.seen).length > 0) return null;
  const order = await orderForAnotherDay(school, loaded, letter, day);
  await handleCommand(school.engine, loaded.ref, {
    id: `${loaded.ref}:remake-${String(letter.n)}-${letter.seal}-${day}`, by: 'service', seen: null, ask: { verb: 'remake-letter', letter: letter.n, order },
  }, { lease: false });
  return {
    outcome: 'look-first', news: ['other-proposal'],
    sentence: `The letter would now leave on ${formatLondon(Date.parse(`${day}T12:00:00Z`)).replace(/ at .*/, '')}, so its date was changed. Read it and approve once more.`,
  };
}
