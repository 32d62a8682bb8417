import { handleCommand } from '../concern/handle-command.ts';
import type { Loaded } from '../concern/load-concern.ts';
import { letterOf, proposalOf, type Letter, type LetterProblem } from '../concern/rules/concern.ts';
import { londonDay } from '../calendar/rules/london-time.ts';
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
  if (letter.day !== today) {
    // A letter prints the day it leaves; that day has passed, so it is made again and waits for one more press.
    await say({ verb: 'remake-letter', letter: n, order: await orderForAnotherDay(school, loaded, letter, today) }, `remake-${String(n)}-${letter.seal}-${today}`);
    return;
  }
  await say({ verb: 'let-leave', letter: n, seal: letter.seal }, `let-leave-${String(n)}-${letter.seal}-${String(letter.goesAt)}`);
}

async function problemWith(school: School, loaded: Loaded, letter: Letter): Promise<LetterProblem | null> {
  const people = await school.directory.peopleNow();
  const approver = people.find((each) => each.oid === letter.approvedBy);
  const needed = proposalOf(loaded.concern, letter.proposal)?.approver ?? null;
  if (approver === undefined || needed === null || !approver.roles.includes(needed)) return 'approver-left-office';
  const { to } = await readManifest(school, loaded.ref, letter);
  return loaded.concern.audience.kind !== 'ordinary' && people.some((each) => each.mail.toLowerCase() === to.address.toLowerCase()) ? 'recipient-conflict' : null;
}
