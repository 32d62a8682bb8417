import { openAlert } from '../concern/rules/alert.ts';
import type { Concern } from '../concern/rules/concern.ts';
import { priorityWords } from '../concern/rules/screen-words.ts';
import type { DraftFound, DraftOrder, SchoolPerson } from '../ports.ts';
import type { School } from '../school.ts';

/** The parts of the school that the email needs. */
export type AlertMailer = Pick<School, 'mailbox' | 'settings'>;

/**
 * The nameless email of an alert to one member of staff: a reference, a link, and nothing of the matter. `look`: an earlier attempt's outcome is
 * not known, so it is looked for by its mark first; what lies there as a draft is sent, what was sent is left alone.
 */
export async function mailAlert({ mailbox, settings }: AlertMailer, concern: Concern, person: SchoolPerson, link: string, look: boolean): Promise<void> {
  const from = settings.mail.sendingMailbox;
  const order = alertOrder(settings.school.name, from, concern, person, link);
  const found = look ? await mailbox.findByMark(from, order.mark) : null;
  if (found?.sent === true) return;
  if (found !== null && isUntouched(found, order)) { await mailbox.send(from, found.id); return; }
  if (found !== null) await mailbox.deleteDraft(from, found.id);
  await mailbox.send(from, await mailbox.createDraft(from, order));
}

function alertOrder(school: string, from: string, { ref, danger, status }: Concern, person: SchoolPerson, link: string): DraftOrder {
  const alert = openAlert({ danger, status });
  return {
    // Answers stay out of school@, where each would be read as mail that came in.
    from, replyTo: from, to: { name: person.displayName, address: person.mail }, attachments: [],
    mark: `${ref}/danger-${String(danger?.since ?? 0)}/${person.oid}`,
    subject: `${alert === null ? 'Alert' : priorityWords[alert.priority]}: ${ref} needs somebody`,
    text: [
      `${school}: ${ref}`, '',
      `Concern Desk read words that may mean danger. Nobody has taken it yet.${alert?.nobodyOnDuty === true ? ' Nobody is on duty now.' : ''}`, '',
      'Open it in Teams and press "I have this" if you can look after it:', link, '',
      'This is the computer\'s guess. If somebody is in danger, ring 999.', 'Please do not answer this email; nobody reads the answers.',
    ].join('\n'),
  };
}

/** A draft lies for moments in a mailbox that others can open; what somebody wrote into it must not go out as ours. */
function isUntouched(found: DraftFound, order: DraftOrder): boolean {
  const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return found.cc.length === 0 && found.to.join().toLowerCase() === order.to.address.toLowerCase() && found.subject === order.subject
    && folded(found.text) === folded(order.text) && found.attachments.length === 0;
}
