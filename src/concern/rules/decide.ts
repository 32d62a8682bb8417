import { narrower } from '../../people/rules/audience.ts';
import { responses } from '../../responses/rules/responses.ts';
import { movedOn, notThere, refusalFor, unseenNews, type Refusal } from './allowed.ts';
import type { Command, PersonCommand, ServiceCommand, UnderstoodMail } from './commands.ts';
import { keptPeople, letterOf, letterOnItsWay, proposalOf, waitingProposal, type Concern, type ConcernPerson, type SeenKind } from './concern.ts';
import type { EventData, Words } from './events.ts';
import { transitionOf } from './transitions.ts';
import type { Person, Proposable, Role } from './words-of-the-school.ts';

/** An event to be, with the words that will lie in its removable item. */
export interface Happening { data: EventData; words?: Words }

/** Events; or nothing, since it is so already; or a refusal; or news that must be shown before this press counts. */
export type Decision =
  | { kind: 'events'; events: Happening[] }
  | { kind: 'already' }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'look-first'; news: SeenKind[] };

/** A transaction holds at most 40 events; the rest of a mail's exhibits follow in later commits. */
export const exhibitsAtOnce = 30;

const already: Decision = { kind: 'already' };
const events = (...happenings: Happening[]): Decision => ({ kind: 'events', events: happenings });
const refused = (refusal: Refusal): Decision => ({ kind: 'refused', refusal });

/** The rules: what a command brings about, given the state. Pure; `now` in milliseconds. */
export function decide(concern: Concern, command: Command, now: number): Decision {
  const { ask, by } = command;
  if (isService(ask)) return decideService(concern, ask);
  if (by === 'service') throw new Error(`The service may not ${ask.verb}: a person decides`);
  const row = transitionOf(ask.verb);
  const refusal = refusalFor(by, concern, row, thingOf(ask)) ?? missing(ask, row.needs);
  if (refusal !== null) return isSoAlready(concern, ask, by) ? already : refused(refusal);
  const news = unseenNews(concern, row, command.seen);
  return news.length > 0 ? { kind: 'look-first', news } : decidePerson(concern, ask, by, now);
}

const serviceVerbNames: ReadonlySet<string> = new Set<ServiceCommand['verb']>([
  'raise', 'join-mail', 'add-exhibits', 'remake-letter', 'let-leave', 'hold-back-letter', 'keep-draft', 'confirm-sent', 'remove-items',
]);

export function isService(ask: PersonCommand | ServiceCommand): ask is ServiceCommand {
  return serviceVerbNames.has(ask.verb);
}

function thingOf(ask: PersonCommand): number | null {
  if ('proposal' in ask) return ask.proposal;
  return 'letter' in ask && typeof ask.letter === 'number' ? ask.letter : null;
}

function missing(ask: PersonCommand, needs: Readonly<Record<string, string>> | undefined): Refusal | null {
  for (const [field, sentence] of Object.entries(needs ?? {})) {
    const value = (ask as unknown as Record<string, unknown>)[field];
    if (typeof value !== 'string' || value.trim() === '') return { sentence };
  }
  return null;
}

/** Pressed on an older card, and the thing is in that state by this very person's hand: nothing to refuse. */
function isSoAlready(concern: Concern, ask: PersonCommand, by: Person): boolean {
  switch (ask.verb) {
    case 'take-first-look': return concern.status === 'open' && concern.lead === by.oid;
    case 'approve': return proposalOf(concern, ask.proposal)?.decidedBy === by.oid && proposalOf(concern, ask.proposal)?.status !== 'sent-back';
    case 'stop-letter': return letterOf(concern, ask.letter)?.status === 'stopped';
    default: return false;
  }
}

function decidePerson(concern: Concern, ask: PersonCommand, by: Person, now: number): Decision {
  switch (ask.verb) {
    case 'take-first-look':
      return events({ data: { type: 'first-look-taken', route: ask.route, priority: ask.priority, clauses: ask.clauses, lead: by.oid,
        audience: ask.route === concern.route ? concern.audience : rerouted(concern, ask.route) } });
    case 'add-note': return events({ data: { type: 'note-added' }, words: { note: ask.note.trim() } });
    case 'let-know': return letKnow(concern, ask);
    case 'propose': return propose(concern, ask, by);
    case 'approve': return approve(concern, ask);
    case 'send-back': return events({ data: { type: 'proposal-sent-back', proposal: ask.proposal }, words: { reason: ask.reason.trim() } });
    case 'withdraw': return events({ data: { type: 'proposal-withdrawn', proposal: ask.proposal } });
    case 'stop-letter': return events({ data: { type: 'letter-stopped', letter: ask.letter } });
    case 'send-now': return events({ data: { type: 'letter-hastened', letter: ask.letter, goesAt: now }, words: { reason: ask.reason.trim() } });
    case 'say-it-went': return events({ data: { type: 'letter-sent', letter: ask.letter, draft: letterOf(concern, ask.letter)?.draft ?? '' } });
    case 'say-it-did-not-go': return events({ data: { type: 'letter-held-back', letter: ask.letter, problem: 'stopped' } });
    case 'carry-out': return events({ data: { type: 'response-carried-out', proposal: ask.proposal } });
    case 'close': return close(concern, ask);
    case 'open-original': return events({ data: { type: 'original-opened', mail: ask.mail, exhibit: ask.exhibit } });
  }
}

/** A leader's first look may find that it is a safeguarding or a staff matter: that narrows at once; it never widens by itself. */
function rerouted(concern: Concern, route: Concern['route']): Concern['audience'] {
  if (route === 'safeguarding') return narrower(concern.audience, { kind: 'safeguarding', roles: ['safeguarding-lead', 'head'], not: [], also: [] });
  if (route === 'staff-conduct') return narrower(concern.audience, { kind: 'staff', roles: ['head', 'executive-head'], not: [], also: [] });
  return concern.audience;
}

function letKnow(concern: Concern, ask: Extract<PersonCommand, { verb: 'let-know' }>): Decision {
  if (ask.oid === null && ask.role === null) return refused({ sentence: 'Choose the person or the group who should know.' });
  if (ask.oid !== null && concern.audience.not.includes(ask.oid)) return refused({ sentence: 'This may be about that person, so they cannot be let in here.' });
  return events({ data: { type: 'audience-widened', oid: ask.oid, role: ask.role }, words: { reason: ask.reason.trim() } });
}

/** Approvers in order. Never a role that the proposer holds, so that nobody is asked to approve their own proposal (COI2). */
const approvers: readonly Role[] = ['head', 'executive-head', 'chair', 'governor'];

export function approverFor(concern: Concern, by: Person): Role | null {
  const { audience } = concern;
  const free = approvers.filter((role) => !by.roles.includes(role));
  const inAudience = free.find((role) => audience.roles.includes(role));
  if (inAudience !== undefined) return inAudience;
  // Nobody of the audience is left: the next in order is let in, but in a conflict only a governor, since the others may be meant.
  return (audience.kind === 'conflict' ? free.find((role) => role === 'governor') : free[0]) ?? null;
}

function propose(concern: Concern, ask: Extract<PersonCommand, { verb: 'propose' }>, by: Person): Decision {
  if (letterOnItsWay(concern) !== null) return refused({ sentence: 'A letter is on its way. Stop it first, or wait until it has gone.' });
  if (concern.status === 'closed' && ask.response !== 'closing-note') return refused({ sentence: 'This is closed. Only the closing note can still be sent.' });
  const needsLetter = letterKindFor(ask.response) !== null;
  if (needsLetter && concern.letters.some((each) => each.status === 'unknown')) {
    return refused({ sentence: 'It is not known whether the letter before this one left. Say first whether it did.' });
  }
  if (needsLetter !== (ask.letter !== null)) return refused({ sentence: 'The letter for this response is missing. Fill in who it goes to and what it says.' });
  const approver = needsApproval(ask.response) ? approverFor(concern, by) : null;
  if (approver === null && needsApproval(ask.response)) {
    return refused({ sentence: 'Nobody at the school is left who may approve this. Ask the Trust who should decide.' });
  }
  return events({
    data: { type: 'response-proposed', proposal: concern.proposalCount + 1, response: ask.response, approver, letter: ask.letter?.made ?? null,
      recipient: ask.letter === null ? null : { kind: 'recipient', oid: null } },
    words: { reason: ask.reason.trim(), ...ask.letter?.words },
  });
}

export function needsApproval(response: Proposable): boolean {
  return response === 'closing-note' || responses[response].approval !== 'none';
}

export function letterKindFor(response: Proposable): 'RS1-A' | 'CLOSE-R' | null {
  return response === 'closing-note' ? 'CLOSE-R' : responses[response].letter;
}

function approve(concern: Concern, ask: Extract<PersonCommand, { verb: 'approve' }>): Decision {
  const proposal = proposalOf(concern, ask.proposal);
  if (proposal === null) return refused(movedOn);
  if (proposal.letter === null) return events({ data: { type: 'response-approved', proposal: proposal.n } });
  const letter = letterOf(concern, proposal.letter);
  if (letter?.seal !== ask.seal) return refused({ sentence: 'The letter has changed since this was shown. Here is the letter as it is now.' });
  return events({ data: { type: 'letter-approved', proposal: proposal.n, letter: letter.n, seal: letter.seal, goesAt: ask.goesAt } });
}

function close(concern: Concern, ask: Extract<PersonCommand, { verb: 'close' }>): Decision {
  if (waitingProposal(concern) !== null) return refused({ sentence: 'A proposal still waits for a decision. Decide or withdraw it first.' });
  if (letterOnItsWay(concern) !== null) return refused({ sentence: 'A letter is on its way. Wait until it has gone, or stop it.' });
  if (concern.letters.some((each) => each.status === 'unknown')) return refused({ sentence: 'It is not known whether a letter left. Say first whether it did.' });
  return events({ data: { type: 'concern-closed', outcome: ask.outcome }, words: { reason: ask.reason.trim() } });
}

function decideService(concern: Concern, ask: ServiceCommand): Decision {
  switch (ask.verb) {
    case 'raise': return concern.status === 'none' ? raise(ask.understood) : already;
    case 'join-mail': return concern.status === 'none' ? refused(movedOn) : join(concern, ask.understood);
    case 'add-exhibits': return addExhibits(concern, ask);
    case 'remake-letter': return remake(concern, ask);
    case 'let-leave': return letLeave(concern, ask);
    case 'hold-back-letter': return holdBack(concern, ask);
    case 'keep-draft': return letterOf(concern, ask.letter)?.status === 'leaving' ? events({ data: { type: 'letter-drafted', letter: ask.letter, draft: ask.draft } }) : already;
    case 'confirm-sent': return letterOf(concern, ask.letter)?.status === 'drafted' ? events({ data: { type: 'letter-sent', letter: ask.letter, draft: ask.draft } }) : already;
    case 'remove-items': return concern.status === 'none' || ask.items.length === 0 ? refused(notThere)
      : events({ data: { type: 'items-removed', items: [...new Set(ask.items)].sort((a, b) => a - b), reason: ask.reason } });
  }
}

function raise(mail: UnderstoodMail): Decision {
  const { people, words } = numbered(mail, 0);
  return events(
    { data: { type: 'concern-raised', mail: mail.mail, route: mail.route, priority: mail.priority, clauses: mail.clauses, audience: mail.audience,
      people, toCome: remaining(mail.mail, mail.exhibits.length, mail.exhibitsInAll) }, words },
    ...exhibitEvents(mail.exhibits, 0),
  );
}

function join(concern: Concern, mail: UnderstoodMail): Decision {
  // One mail's attachments at a time: the state remembers which are still to come, and those of two would overwrite each other.
  if (concern.toCome !== null && mail.exhibits.length < mail.exhibitsInAll) {
    return refused({ sentence: 'The attachments of an earlier email are still being kept. This one is added in a moment.' });
  }
  const { people, words } = numbered(mail, peopleBefore(concern));
  return events(
    { data: { type: 'mail-joined', mail: mail.mail, people, audience: narrower(concern.audience, mail.audience),
      toCome: remaining(mail.mail, mail.exhibits.length, mail.exhibitsInAll) }, words },
    ...exhibitEvents(mail.exhibits, concern.exhibits),
  );
}

/** No number is given twice, even when the state keeps no more people: a name must not turn up under somebody else's. A mail has at most two. */
function peopleBefore({ people, mails }: Concern): number {
  const known = Object.keys(people).length;
  return known < keptPeople ? known : keptPeople + 2 * mails;
}

/** The people of a mail become p1, p2 … of the concern, in the state and in the words alike. */
function numbered(mail: UnderstoodMail, before: number): { people: Record<string, ConcernPerson>; words: Words } {
  const number = new Map(Object.keys(mail.people).map((key, index) => [key, `p${String(before + index + 1)}`]));
  const people = Object.fromEntries(Object.entries(mail.people).map(([key, person]) => [number.get(key) ?? key, person]));
  const words = Object.fromEntries(Object.entries(mail.words).map(([key, text]) => {
    const [who = '', ...rest] = key.split('.');
    return [rest.length > 0 && number.has(who) ? [number.get(who), ...rest].join('.') : key, text];
  }));
  return { people, words };
}

function remaining(mail: string, next: number, of: number): Concern['toCome'] {
  return next < of ? { mail, next, of } : null;
}

function exhibitEvents(exhibits: readonly UnderstoodMail['exhibits'][number][], before: number): Happening[] {
  return exhibits.map((each, index) => ({
    data: { type: 'exhibit-added', exhibit: before + index + 1, mail: each.mail, sha256: each.sha256, bytes: each.bytes, media: each.media, inline: each.inline },
    words: { name: each.name },
  }));
}

function addExhibits(concern: Concern, ask: Extract<ServiceCommand, { verb: 'add-exhibits' }>): Decision {
  if (concern.toCome?.mail !== ask.mail || concern.toCome.next !== ask.from) return already;
  return events(...exhibitEvents(ask.exhibits, concern.exhibits),
    { data: { type: 'exhibits-continued', toCome: remaining(ask.mail, ask.from + ask.exhibits.length, ask.of) } });
}

/** Only a letter that has not begun to leave is made again. */
function remake(concern: Concern, ask: Extract<ServiceCommand, { verb: 'remake-letter' }>): Decision {
  const letter = letterOf(concern, ask.letter);
  if (letter === null || !['proposed', 'approved', 'stopped'].includes(letter.status) || letter.seal === ask.order.made.seal) return already;
  return events({ data: { type: 'letter-remade', proposal: letter.proposal, letter: ask.order.made }, words: ask.order.words });
}

/** Leaving is a commit of its own: before it Stop wins, after it Stop is answered "it has left". */
function letLeave(concern: Concern, ask: Extract<ServiceCommand, { verb: 'let-leave' }>): Decision {
  const letter = letterOf(concern, ask.letter);
  return letter?.status === 'approved' && letter.seal === ask.seal ? events({ data: { type: 'letter-leaving', letter: letter.n, seal: letter.seal } }) : already;
}

function holdBack(concern: Concern, ask: Extract<ServiceCommand, { verb: 'hold-back-letter' }>): Decision {
  const status = letterOf(concern, ask.letter)?.status;
  return status === 'approved' || status === 'leaving' || status === 'drafted'
    ? events({ data: { type: 'letter-held-back', letter: ask.letter, problem: ask.problem } }) : already;
}
