import { handleCommand } from '../../concern/handle-command.ts';
import type { Person } from '../../concern/rules/words-of-the-school.ts';
import { Conflict, Fault, type LedgerMail } from '../../ports.ts';
import type { School } from '../../school.ts';
import { loadConcern } from '../../concern/load-concern.ts';
import { judgeMail, type Judged } from '../judge-mail.ts';
import { recordByHand } from './record-by-hand.ts';
import { showMail } from '../show-mail.ts';
import { understoodMail } from '../understood-mail.ts';

/** What is owed once the mail is in. */
export type AfterMail = () => Promise<void>;

const nothing: AfterMail = () => Promise.resolve();

/**
 * Finishes a claimed mail: raises its concern or joins it, then says so in the ledger and takes it out of the lists of mail. The command's id is the
 * mail's identity, so a crash anywhere and a second run make one concern. What was claimed as set aside or to be looked at is shown
 * there. `by` is the person who made a mail set aside a concern.
 */
export async function finishMail(school: School, identity: string, judged?: Judged, by: Person | 'service' = 'service'): Promise<AfterMail> {
  const found = await school.stores.ledger.find(identity);
  if (found === null) return nothing;
  const { mail } = found;
  const ref = mail.concern;
  if (mail.outcome !== 'pending' || ref === null) { await showMail(school, mail); return nothing; }
  const fresh = { ...judged ?? await judgeMail(school, await rawOf(school, mail), null, mail.sent === true), identity };
  if (mail.sent === true) return finishSent(school, ref, mail, fresh);
  // Asked of the log, not of the mail: read again, the thread may lead elsewhere, but the ledger has said where this mail belongs.
  const { concern } = await loadConcern(school.stores.log, ref);
  const joins = concern.status !== 'none' && concern.mail !== identity;
  const understood = await understoodMail(school, ref, fresh);
  const handled = await handleCommand(school.engine, ref, { id: `mail:${identity}`, by, seen: null, ask: { verb: joins ? 'join-mail' : 'raise', understood } });
  if (handled.refusal !== null) throw new Fault(handled.refusal.sentence, 'later');
  const outcome = joins ? 'joined' : 'raised';
  await settle(school, identity, outcome);
  // What comes straight from the mailbox was in no list of mail yet.
  if (judged === undefined || by !== 'service') await showMail(school, { ...mail, outcome });
  return school.afterCommand(ref, handled);
}

/** Sent by hand in the thread of a concern: it stands there, and whoever writes next has to have seen it. */
async function finishSent(school: School, ref: string, mail: LedgerMail, judged: Judged): Promise<AfterMail> {
  const handled = await handleCommand(school.engine, ref, { id: `mail:${mail.identity}`, by: 'service', seen: null, ask: await recordByHand(school, ref, mail, judged) });
  if (handled.refusal !== null) throw new Fault(handled.refusal.sentence, 'later');
  await settle(school, mail.identity, 'sent-by-hand');
  return school.afterCommand(ref, handled);
}

async function settle(school: School, identity: string, outcome: 'joined' | 'raised' | 'sent-by-hand'): Promise<void> {
  for (let attempt = 0; attempt < 8; attempt++) {
    const found = await school.stores.ledger.find(identity);
    if (found?.mail.outcome !== 'pending') return;
    try {
      await school.stores.ledger.save({ ...found.mail, outcome }, found.etag);
      return;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
  throw new Fault('What became of this email could not be written down yet. It is tried again.', 'later');
}

/** What lists show of a mail that is no concern (yet). */
export function wordsOfMail({ parsed }: Pick<Judged, 'parsed'>): NonNullable<LedgerMail['words']> {
  const from = parsed?.from ?? null;
  return { from: from === null ? '' : from.name === '' ? from.email ?? '' : from.name, subject: parsed?.subject ?? '' };
}

/** From the sealed store, or from the mailbox again where its content was no longer kept. */
export async function rawOf(school: School, mail: LedgerMail): Promise<Uint8Array> {
  const { sealed } = school.stores;
  // Only what was being forgotten may be gone from the store; of anything else it is said that it is missing.
  if (mail.raw !== null && (mail.words !== null || await sealed.has(mail.identity, mail.raw))) return sealed.open(mail.identity, mail.raw);
  const raw = await school.mailbox.raw(mail.mailbox, mail.mailId);
  if (raw === null) throw new Fault('This email is no longer in the mailbox, and its content was not kept here.', 'never');
  return raw;
}
