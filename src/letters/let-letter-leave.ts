import { handleCommand } from '../concern/handle-command.ts';
import type { Loaded } from '../concern/load-concern.ts';
import { isThanks, letterOf, proposalOf, type Concern, type Letter, type LetterProblem } from '../concern/rules/concern.ts';
import { transitionOf } from '../concern/rules/transitions.ts';
import type { Person } from '../concern/rules/words-of-the-school.ts';
import { londonDay } from '../calendar/rules/london-time.ts';
import { isOpen } from '../people/rules/audience.ts';
import { mayKnow } from '../people/rules/may-know.ts';
import type { School } from '../school.ts';
import { orderForAnotherDay } from './order-for-another-day.ts';
import { readManifest } from './read-manifest.ts';

/**
 * At its hour everything is decided afresh: does the approver still hold the office (read from Graph now), may it go to this address, is
 * the day printed on it today. Leaving is a commit of its own: before it Stop wins, after it Stop is answered "it has left".
 */
export async function letLetterLeave(school: School, loaded: Loaded, n: number): Promise<void> {
  const letter = letterOf(loaded.concern, n);
  if (letter?.status !== 'approved') return;
  const say = (ask: Parameters<typeof handleCommand>[2]['ask'], id: string): Promise<unknown> =>
    handleCommand(school.engine, loaded.ref, { id: `${loaded.ref}:${id}`, by: 'service', seen: null, ask }, { lease: false });
  const problem = await problemWith(school, loaded, letter);
  if (problem !== null) {
    await say({ verb: 'hold-back-letter', letter: n, problem }, `hold-back-${String(n)}-${letter.seal}-${String(letter.goesAt)}`);
    return;
  }
  const today = londonDay(school.clock.now());
  if (letter.day !== today && !isThanks(loaded.concern, letter)) {
    // A letter prints the day it leaves; that day has passed, so it is made again and waits for one more press.
    await say({ verb: 'remake-letter', letter: n, order: await orderForAnotherDay(school, loaded, letter, today) }, `remake-${String(n)}-${letter.seal}-${today}`);
    return;
  }
  await say({ verb: 'let-leave', letter: n, seal: letter.seal }, `let-leave-${String(n)}-${letter.seal}-${String(letter.goesAt)}`);
}

async function problemWith(school: School, loaded: Loaded, letter: Letter): Promise<LetterProblem | null> {
  const people = await school.directory.peopleNow();
  if (!stillMaySend(people.find((each) => each.oid === letter.approvedBy), loaded.concern, letter)) return 'approver-left-office';
  const { to } = await readManifest(school, loaded.ref, letter);
  const staffToo = isOpen(loaded.concern.audience) && !isThanks(loaded.concern, letter);
  return !staffToo && people.some((each) => each.mail.toLowerCase() === to.address.toLowerCase()) ? 'recipient-conflict' : null;
}

/** Whoever approved it still holds the office that approves; a thank-you, one of those that may send it. */
function stillMaySend(person: Person | undefined, concern: Concern, letter: Letter): boolean {
  if (person === undefined) return false;
  if (isThanks(concern, letter)) return mayKnow(person, concern) && person.roles.some((role) => transitionOf('thank').roles.includes(role));
  const needed = proposalOf(concern, letter.proposal)?.approver ?? null;
  return needed !== null && person.roles.includes(needed);
}
