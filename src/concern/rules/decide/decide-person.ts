import { narrower } from '../../../people/rules/audience.ts';
import { movedOn } from '../allowed.ts';
import { approverFor, letterKindFor, needsApproval } from './approval.ts';
import type { PersonCommand } from '../commands.ts';
import { letterOf, letterOnItsWay, proposalOf, waitingProposal, type Concern } from '../concern.ts';
import { sayWhoWrote } from './decide-mail.ts';
import { already, events, refused, type Decision } from './decision.ts';
import type { Person } from '../words-of-the-school.ts';

export function decidePerson(concern: Concern, ask: PersonCommand, by: Person, now: number): Decision {
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
    case 'take-danger': return events({ data: { type: 'danger-taken' } });
    case 'say-who-wrote': return sayWhoWrote(concern, ask);
    case 'thank': return thank(concern, ask);
    case 'say-same-incident': return sameIncident(concern, ask);
    case 'unsay-same-incident': return otherIncident(concern, ask);
  }
}

/** The agreed text to the person who wrote: pressing is approving it, and it leaves like any letter, with a Stop. */
function thank(concern: Concern, ask: Extract<PersonCommand, { verb: 'thank' }>): Decision {
  const proposal = concern.proposalCount + 1;
  const { made, words } = ask.letter;
  return events(
    { data: { type: 'response-proposed', proposal, response: 'acknowledgement', approver: null, letter: made, recipient: { kind: 'recipient', oid: null } }, words },
    { data: { type: 'letter-approved', proposal, letter: made.letter, seal: made.seal, goesAt: ask.goesAt } },
  );
}

function sameIncident(concern: Concern, ask: Extract<PersonCommand, { verb: 'say-same-incident' }>): Decision {
  if (ask.other === concern.ref) return refused({ sentence: 'That is this very concern. Choose another one.' });
  return concern.sameIncident.includes(ask.other) ? already : events({ data: { type: 'same-incident-said', other: ask.other }, words: { reason: ask.reason.trim() } });
}

/** Said of one that was only suggested, too: then nobody is asked again. */
function otherIncident(concern: Concern, ask: Extract<PersonCommand, { verb: 'unsay-same-incident' }>): Decision {
  if (ask.other === concern.ref) return refused({ sentence: 'That is this very concern. Choose another one.' });
  const isSo = concern.otherIncident.includes(ask.other) && !concern.sameIncident.includes(ask.other);
  return isSo ? already : events({ data: { type: 'same-incident-unsaid', other: ask.other }, words: { reason: ask.reason.trim() } });
}

/** A leader's first look may find that it is a safeguarding or a staff matter: that narrows at once; it never widens by itself. */
function rerouted(concern: Concern, route: Concern['route']): Concern['audience'] {
  if (route === 'safeguarding') return narrower(concern.audience, { kind: 'safeguarding', roles: ['safeguarding-lead', 'head'], not: [], also: [] });
  if (route === 'staff-conduct') return narrower(concern.audience, { kind: 'staff', roles: ['head', 'executive-head'], not: [], also: [] });
  return concern.audience;
}

function letKnow(concern: Concern, ask: Extract<PersonCommand, { verb: 'let-know' }>): Decision {
  if (ask.oid === null && ask.role === null) return refused({ sentence: 'Choose the person or the group who should know.' });
  if (ask.oid !== null && concern.audience.not.includes(ask.oid) && concern.audience.perhaps?.includes(ask.oid) !== true) return refused({ sentence: 'This may be about that person, so they cannot be let in here.' });
  return events({ data: { type: 'audience-widened', oid: ask.oid, role: ask.role }, words: { reason: ask.reason.trim() } });
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
