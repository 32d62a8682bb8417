import { movedOn, notThere } from '../allowed.ts';
import type { PersonCommand, ServiceCommand } from '../commands.ts';
import { letterOf, type Concern } from '../concern.ts';
import { addExhibits, join, raise, sentByHand } from './decide-mail.ts';
import { already, events, refused, type Decision } from './decision.ts';
import { serviceVerbs } from '../transitions.ts';

const names: ReadonlySet<string> = new Set(serviceVerbs);

export function isService(ask: PersonCommand | ServiceCommand): ask is ServiceCommand {
  return names.has(ask.verb);
}

export function decideService(concern: Concern, ask: ServiceCommand): Decision {
  switch (ask.verb) {
    case 'raise': return concern.status === 'none' ? raise(ask.understood) : already;
    case 'join-mail': return concern.status === 'none' ? refused(movedOn) : join(concern, ask.understood);
    case 'add-exhibits': return addExhibits(concern, ask);
    case 'tell-danger': return tellDanger(concern, ask);
    case 'record-sent-by-hand': return concern.status === 'none' ? refused(movedOn) : sentByHand(ask, concern);
    case 'say-attachment-missing': return concern.status === 'none' ? refused(movedOn) : events({ data: { type: 'attachment-never-came', mail: ask.mail } });
    case 'remake-letter': return remake(concern, ask);
    case 'let-leave': return letLeave(concern, ask);
    case 'hold-back-letter': return holdBack(concern, ask);
    case 'keep-draft': return letterOf(concern, ask.letter)?.status === 'leaving' ? events({ data: { type: 'letter-drafted', letter: ask.letter, draft: ask.draft } }) : already;
    case 'confirm-sent': return letterOf(concern, ask.letter)?.status === 'drafted' ? events({ data: { type: 'letter-sent', letter: ask.letter, draft: ask.draft } }) : already;
    case 'remove-items': return concern.status === 'none' || ask.items.length === 0 ? refused(notThere)
      : events({ data: { type: 'items-removed', items: [...new Set(ask.items)].sort((a, b) => a - b), reason: ask.reason } });
  }
}

/** Nobody has said "I have this" in time: it goes one step further. A step that was taken, or another alert since, needs no more. */
function tellDanger({ danger }: Concern, ask: Extract<ServiceCommand, { verb: 'tell-danger' }>): Decision {
  return danger?.since === ask.since && danger.takenBy === null && (danger.step < ask.step || danger.nobodyOnDuty !== ask.nobodyOnDuty)
    ? events({ data: { type: 'danger-told', step: Math.max(danger.step, ask.step), nobodyOnDuty: ask.nobodyOnDuty } }) : already;
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
