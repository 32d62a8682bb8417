import { safetyMs } from '../concern/handle-command.ts';
import type { Person } from '../concern/rules/words-of-the-school.ts';
import { mayKnow } from '../people/rules/may-know.ts';
import { Conflict, Fault } from '../ports.ts';
import type { School } from '../school.ts';
import { finishMail } from './finish-mail.ts';
import { showMail } from './show-mail.ts';
import { yearOf } from './take-in-message.ts';

const mayMake: readonly string[] = ['office', 'slt', 'head', 'executive-head', 'safeguarding-lead', 'chair', 'governor'];

/** A person makes a concern of a mail that was set aside or needs a look. Pressed twice it is one concern. */
export async function makeConcern(
  school: School, person: Person, identity: string, after: (work: () => Promise<void>) => void,
): Promise<{ ref: string | null; sentence: string }> {
  const { ledger, wake } = school.stores;
  const found = await ledger.find(identity);
  if (found === null || !mayKnow(person, found.mail)) return { ref: null, sentence: 'That email is not in the list any more.' };
  if (!person.roles.some((role) => mayMake.includes(role))) return { ref: null, sentence: 'Ask the office or a member of the leadership team to make it a concern.' };
  try {
    if (found.mail.concern !== null) {
      after(await finishMail(school, identity, undefined, person));
      return { ref: found.mail.concern, sentence: `It is ${found.mail.concern} already.` };
    }
    // Before the number is taken, so that a crash right after it leaves somebody to finish.
    await wake.put(`mail.${identity}`, school.clock.machine() + safetyMs, 'machine');
    const numbered = await ledger.number({ ...found.mail, outcome: 'pending' }, found.etag, yearOf(found.mail.receivedAt));
    after(await finishMail(school, identity, undefined, person));
    await showMail(school, { ...numbered, outcome: 'raised' });
    return { ref: numbered.concern, sentence: `Made a concern: ${numbered.concern ?? ''}.` };
  } catch (error) {
    if (error instanceof Conflict) return makeConcern(school, person, identity, after);
    if (error instanceof Fault && error.again === 'never') return { ref: null, sentence: error.message };
    throw error;
  }
}
