import { safetyMs } from '../concern/handle-command.ts';
import type { Person } from '../concern/rules/words-of-the-school.ts';
import { mayKnow } from '../people/rules/may-know.ts';
import { Conflict, Fault, type LedgerMail } from '../ports.ts';
import type { School } from '../school.ts';
import { finishMail, rawOf, wordsOfMail } from './reading/finish-mail.ts';
import { judgeMail, type Judged } from './judge-mail.ts';
import { yearOf } from './reading/take-in-message.ts';

type Found = { mail: LedgerMail; etag: string };

const notInList = { ref: null, sentence: 'That email is not in the list any more.' };
const mayMake: readonly string[] = ['office', 'slt', 'head', 'executive-head', 'safeguarding-lead', 'chair', 'governor'];

/**
 * A person makes a concern of a mail that was set aside or needs a look; one that answers a concern is added to that. Pressed twice it
 * is one concern.
 */
export async function makeConcern(
  school: School, person: Person, identity: string, after: (work: () => Promise<void>) => void,
): Promise<{ ref: string | null; sentence: string }> {
  const { ledger, sealed } = school.stores;
  const found = await ledger.find(identity);
  if (found === null || !mayKnow(person, found.mail)) return notInList;
  if (!person.roles.some((role) => mayMake.includes(role))) return { ref: null, sentence: 'Ask the office or a member of the leadership team to make it a concern.' };
  try {
    if (found.mail.concern !== null) {
      after(await finishMail(school, identity, undefined, person));
      return { ref: found.mail.concern, sentence: `It is ${found.mail.concern} already.` };
    }
    // Read before a number is taken: what is no longer in the mailbox leaves no gap.
    const raw = await rawOf(school, found.mail);
    const judged = await judgeMail(school, raw);
    // What it answers may have been narrowed since.
    if (!mayKnow(person, judged)) return notInList;
    const ref = await take(school, found, judged, await sealed.seal(identity, raw));
    after(await finishMail(school, identity, judged, person));
    return { ref, sentence: judged.answers === null ? `Made a concern: ${ref}.` : `Added to ${ref}, which it answers.` };
  } catch (error) {
    if (error instanceof Conflict) return makeConcern(school, person, identity, after);
    if (error instanceof Fault && error.again === 'never') return { ref: null, sentence: error.message };
    throw error;
  }
}

/** The mail is a concern's from now on, and its content is kept again. The wake row comes first, so that a crash right after leaves somebody to finish. */
async function take(school: School, { mail, etag }: Found, judged: Judged, raw: string): Promise<string> {
  const { ledger, wake } = school.stores;
  await wake.put(`mail.${mail.identity}`, school.clock.machine() + safetyMs, 'machine');
  const taken: LedgerMail = { ...mail, outcome: 'pending', raw, words: wordsOfMail(judged) };
  if (judged.answers !== null) {
    await ledger.save({ ...taken, concern: judged.answers }, etag);
    return judged.answers;
  }
  const { concern } = await ledger.number(taken, etag, yearOf(mail.receivedAt));
  if (concern === null) throw new Fault('The concern got no number. It is tried again.', 'later');
  return concern;
}
