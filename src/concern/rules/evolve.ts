import { keptPeople, letterOf, proposalOf, thanksOf, type Concern, type ConcernPerson, type Danger, type Letter, type LetterProblem, type Proposal, type SeenKind } from './concern.ts';
import type { ConcernEvent, EventData } from './events.ts';
import { isMoreUrgent, isUrgent, type Priority, type RequestKind, type SenderVerdict } from './words-of-the-school.ts';

/** Only these change nothing that a list, a card or a task shows. */
const unseen: ReadonlySet<EventData['type']> = new Set(['original-opened', 'letter-drafted', 'exhibits-continued']);

/** The state after one more event. Reads bodies, never words, so that removing an item changes no state. */
export function evolve(concern: Concern, event: ConcernEvent): Concern {
  const next = evolveData(concern, event);
  return unseen.has(event.data.type) ? next : { ...next, shown: event.n };
}

function evolveData(concern: Concern, event: ConcernEvent): Concern {
  const { data } = event;
  switch (data.type) {
    case 'concern-raised':
      return {
        ...concern, status: 'new', raisedAt: event.at, raisedBy: event.by === 'service' ? null : event.by, route: data.route, priority: data.priority,
        clauses: data.clauses, audience: data.audience, people: data.people, mail: data.mail, mails: data.mail === null ? 0 : 1, toCome: data.toCome,
        ...toldBy(concern, event.at, data),
      };
    case 'mail-joined':
      return news('new-evidence', event.n, {
        ...concern, mails: concern.mails + 1, people: withPeople(concern, data.people), toCome: data.toCome ?? concern.toCome, audience: data.audience,
        priority: moreUrgent(concern.priority, data.priority), ...toldBy(concern, event.at, data),
        // A mail about a closed matter opens it again: somebody has to look.
        ...(concern.status === 'closed' ? { status: 'open' as const, closedAt: null, outcome: null } : {}),
      });
    case 'exhibit-added': return { ...concern, exhibits: Math.max(concern.exhibits, data.exhibit), files: data.inline ? concern.files : withLast(concern.files, data.sha256.slice(0, 16)) };
    case 'exhibits-continued': return { ...concern, toCome: data.toCome };
    case 'first-look-taken':
      return { ...concern, status: 'open', route: data.route, priority: data.priority, clauses: data.clauses, lead: data.lead, audience: data.audience, danger: taken(concern.danger, event) };
    case 'note-added': return { ...concern, notes: concern.notes + 1 };
    case 'audience-widened': return { ...concern, audience: widened(concern, data.oid, data.role) };
    case 'response-proposed': return data.response === 'acknowledgement' ? proposed(concern, event, data) : news('other-proposal', event.n, proposed(concern, event, data));
    case 'letter-remade': return news('other-proposal', event.n, remade(concern, data));
    case 'proposal-sent-back': return changedProposal(concern, data.proposal, { status: 'sent-back', decidedBy: event.by }, 'void');
    case 'proposal-withdrawn': return changedProposal(concern, data.proposal, { status: 'withdrawn' }, 'void');
    case 'response-approved': return changedProposal(concern, data.proposal, { status: 'approved', decidedBy: event.by });
    case 'letter-approved':
      return changedLetter(changedProposal(concern, data.proposal, { status: 'approved', decidedBy: event.by }), data.letter,
        { status: 'approved', goesAt: data.goesAt, approvedBy: event.by, problem: null });
    case 'letter-stopped': return backToWaiting(concern, data.letter, 'stopped', 'stopped');
    case 'letter-hastened': return changedLetter(concern, data.letter, { goesAt: data.goesAt, hastened: true });
    case 'letter-leaving': return changedLetter(concern, data.letter, { status: 'leaving' });
    case 'letter-held-back': return data.problem === 'outcome-unknown'
      ? changedLetter(concern, data.letter, { status: 'unknown', goesAt: null, problem: data.problem })
      : backToWaiting(concern, data.letter, 'stopped', data.problem);
    case 'letter-drafted': return changedLetter(concern, data.letter, { status: 'drafted', draft: data.draft });
    case 'letter-sent': return sent(concern, data.letter, event.at);
    case 'response-carried-out': return changedProposal(concern, data.proposal, { status: 'done' });
    case 'concern-closed': return { ...concern, status: 'closed', outcome: data.outcome, closedAt: event.at, danger: taken(concern.danger, event) };
    case 'original-opened': return concern;
    case 'items-removed': return concern;
    case 'attachment-never-came': return concern;
    case 'danger-told': return concern.danger === null ? concern : { ...concern, danger: { ...concern.danger, step: data.step, toldAt: event.at, nobodyOnDuty: data.nobodyOnDuty } };
    case 'danger-taken': return { ...concern, danger: taken(concern.danger, event) };
    case 'author-said': return { ...concern, unnamed: concern.unnamed.filter((mail) => mail !== data.mail), people: withPeople(concern, data.people) };
    case 'sent-by-hand-found': return news('sent-by-hand', event.n, { ...concern, sentByHand: concern.sentByHand + 1 });
    case 'same-incident-said': return { ...concern, sameIncident: withLast(concern.sameIncident, data.other), otherIncident: without(concern.otherIncident, data.other) };
    case 'same-incident-unsaid': return { ...concern, sameIncident: without(concern.sameIncident, data.other), otherIncident: withLast(concern.otherIncident, data.other) };
  }
}

interface Told { mail: string | null; priority: Priority; people: Record<string, ConcernPerson>; sender: SenderVerdict; request: RequestKind | null; requestSince?: number }

/** What a mail says of itself besides its matter: who can be asked, how urgent, which clock it starts. */
function toldBy(concern: Concern, at: number, { mail, priority, people, sender, request, requestSince }: Told): Pick<Concern, 'unnamed' | 'unverified' | 'danger' | 'request'> {
  const named = mail === null || Object.values(people).some((person) => person.kind === 'reporter');
  return {
    unnamed: named ? concern.unnamed : [...concern.unnamed, mail].slice(-kept),
    unverified: concern.unverified || sender === 'doubtful' || sender === 'fail',
    danger: dangerAfter(concern.danger, at, priority),
    request: concern.request ?? (request === null ? null : { kind: request, since: requestSince ?? at }),
  };
}

/**
 * Each mail that speaks of danger is told anew, whoever has taken an earlier one. While nobody has, a further mail that is no more urgent
 * changes nothing: whoever writes every nine minutes must not hold the alert at its first step.
 */
function dangerAfter(danger: Danger | null, at: number, priority: Priority): Danger | null {
  if (!isUrgent(priority)) return danger;
  if (danger !== null && danger.takenBy === null && !isMoreUrgent(priority, danger.priority)) return danger;
  return { since: at, priority, step: -1, toldAt: null, nobodyOnDuty: false, takenBy: null, takenAt: null };
}

/** Whoever says "I have this" first has it; whoever leads on the matter has it too. */
function taken(danger: Danger | null, { by, at }: ConcernEvent): Danger | null {
  return danger === null || danger.takenBy !== null ? danger : { ...danger, takenBy: by, takenAt: at };
}

/** Words in a mail only ever raise it; lowering needs a person. */
function moreUrgent(now: Priority, later: Priority): Priority {
  return isMoreUrgent(later, now) ? later : now;
}

function news(kind: SeenKind, version: number, concern: Concern): Concern {
  return { ...concern, news: { ...concern.news, [kind]: version } };
}

/** The newest are kept in full: a state must stay small however long a matter runs. */
const kept = 20;

function without(list: readonly string[], one: string): string[] {
  return list.filter((each) => each !== one);
}

function withLast(list: readonly string[], one: string): string[] {
  return [...without(list, one), one].slice(-kept);
}

function withPeople(concern: Concern, people: Record<string, ConcernPerson>): Concern['people'] {
  return Object.fromEntries([...Object.entries(concern.people), ...Object.entries(people)].slice(0, keptPeople));
}

function widened(concern: Concern, oid: string | null, role: Concern['audience']['roles'][number] | null): Concern['audience'] {
  const { audience } = concern;
  return {
    ...audience,
    // Whoever it was only perhaps about, and whom a person lets in, is left out no longer.
    not: audience.not.filter((each) => each !== oid),
    roles: role === null || audience.roles.includes(role) ? audience.roles : [...audience.roles, role],
    also: oid === null || audience.also.includes(oid) ? audience.also : [...audience.also, oid],
  };
}

/** Stopped or held back: as before it was approved, so that the approver decides again or it is changed. */
function backToWaiting(concern: Concern, n: number, status: Letter['status'], problem: LetterProblem): Concern {
  const after = changedLetter(concern, n, { status, goesAt: null, approvedBy: null, draft: null, problem, ...(letterOf(concern, n)?.hastened === true ? { hastened: false } : {}) });
  // Nobody decides a thank-you: stopped or held back it is over, and can be sent anew.
  if (thanksOf(concern)?.letter === n) return changedProposal(after, thanksOf(concern)?.n ?? 0, { status: 'withdrawn' });
  return changedProposal(after, letterOf(after, n)?.proposal ?? 0, { status: 'waiting', decidedBy: null });
}

/** A new proposal replaces one that waits or was sent back. Without an approver (school practice RS0a, RS0b) it is done at once. */
function proposed(concern: Concern, event: ConcernEvent, data: Extract<EventData, { type: 'response-proposed' }>): Concern {
  // A thank-you decides nothing, so it takes no other proposal's place.
  const replaced = data.response === 'acknowledgement' ? [] : concern.proposals.filter((each) => each.status === 'waiting' || each.status === 'sent-back').map((each) => each.n);
  const proposal: Proposal = {
    n: data.proposal, response: data.response, by: event.by, at: event.at, approver: data.approver, status: data.approver === null ? 'done' : 'waiting',
    letter: data.letter?.letter ?? null, decidedBy: null,
  };
  const letters = concern.letters.map((each) => (replaced.includes(each.proposal) ? { ...each, status: 'void' as const, goesAt: null } : each));
  if (data.letter !== null) letters.push(newLetter(data.proposal, data.letter));
  return {
    ...concern,
    proposals: [...concern.proposals.map((each) => (replaced.includes(each.n) ? { ...each, status: 'replaced' as const } : each)), proposal].slice(-kept),
    proposalCount: data.proposal,
    letters: letters.slice(-kept),
    letterCount: data.letter?.letter ?? concern.letterCount,
    audience: data.approver === null ? concern.audience : widened(concern, null, data.approver),
    people: data.recipient === null ? concern.people : withPeople(concern, { [`r${String(data.proposal)}`]: data.recipient }),
  };
}

function newLetter(proposal: number, made: { letter: number; seal: string; day: string }): Letter {
  return { n: made.letter, proposal, seal: made.seal, day: made.day, status: 'proposed', goesAt: null, approvedBy: null, draft: null, problem: null };
}

/** Made again for another day: what was approved no longer holds, so it waits for one more press. Whoever had approved it does not know yet. */
function remade(concern: Concern, data: Extract<EventData, { type: 'letter-remade' }>): Concern {
  const problem = letterOf(concern, data.letter.letter)?.status === 'approved' ? 'day-passed' as const : null;
  const fresh = { seal: data.letter.seal, day: data.letter.day, status: 'proposed' as const, goesAt: null, approvedBy: null, draft: null, problem };
  return changedLetter(changedProposal(concern, data.proposal, { status: 'waiting', decidedBy: null }), data.letter.letter, fresh);
}

function sent(concern: Concern, n: number, at: number): Concern {
  const after = changedLetter(concern, n, { status: 'sent', goesAt: null, problem: null, sentAt: at });
  const proposal = letterOf(after, n)?.proposal ?? 0;
  return changedProposal(after, proposal, { status: 'done' });
}

function changedProposal(concern: Concern, n: number, change: Partial<Proposal>, letterStatus?: 'void'): Concern {
  const proposals = concern.proposals.map((each) => (each.n === n ? { ...each, ...change } : each));
  const letter = proposalOf(concern, n)?.letter ?? null;
  const after = { ...concern, proposals };
  return letter === null || letterStatus === undefined ? after : changedLetter(after, letter, { status: letterStatus, goesAt: null });
}

function changedLetter(concern: Concern, n: number, change: Partial<Letter>): Concern {
  return { ...concern, letters: concern.letters.map((each) => (each.n === n ? { ...each, ...change } : each)) };
}
