import { refusalFor, unseenNews, type Refusal } from '../allowed.ts';
import type { Command, PersonCommand } from '../commands.ts';
import { letterOf, proposalOf, type Concern } from '../concern.ts';
import { decidePerson } from './decide-person.ts';
import { decideService, isService } from './decide-service.ts';
import { already, refused, type Decision } from './decision.ts';
import { transitionOf } from '../transitions.ts';
import type { Person } from '../words-of-the-school.ts';

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
    case 'take-danger': return concern.danger?.takenBy === by.oid;
    case 'stop-letter': return letterOf(concern, ask.letter)?.status === 'stopped';
    default: return false;
  }
}
