import { sha256 } from '../concern/chain.ts';
import { Conflict, Fault, type LedgerMail } from '../ports.ts';
import type { School } from '../school.ts';
import { safetyMs } from '../concern/handle-command.ts';
import { identityBeyond, saysMore } from './beyond-first.ts';
import { threadOf } from './find-thread.ts';
import { finishMail, wordsOfMail, type AfterMail } from './finish-mail.ts';
import { judgeMail, type Judged } from './judge-mail.ts';
import { londonDay } from '../calendar/rules/london-time.ts';

/** A mail as the mailbox lists it: immutable id and when it was received. */
export interface Arrived { mailbox: string; id: string; receivedAt: number }

/** A copy is known by the hash of its immutable id (which changes case by case, so the hash is of the exact text). */
export const copyHashOf = (mail: Pick<Arrived, 'mailbox' | 'id'>): string => sha256(`${mail.mailbox}\n${mail.id}`);

const nothing: AfterMail = () => Promise.resolve();

/**
 * Takes one mail in: bytes sealed, claimed in the ledger under its identity (with its concern's number in the same transaction), then
 * raised, joined or set aside. Safe to call for the same mail any number of times. Gives what is owed after it, to be done when
 * the next mail need no longer wait.
 */
export async function takeInMessage(school: School, arrived: Arrived): Promise<AfterMail> {
  const { ledger, sealed, wake } = school.stores;
  const copy = copyHashOf(arrived);
  const known = await ledger.identityOfCopy(copy);
  if (known !== null) return finishUnlessDone(school, known);
  const raw = await school.mailbox.raw(arrived.mailbox, arrived.id);
  if (raw === null) return nothing;
  const judged = await judgeAsItsOwn(school, raw);
  const there = await ledger.find(judged.identity);
  if (there !== null) {
    // Of a mail whose content may no longer be kept, no copy brings it back.
    if (there.mail.raw !== null) await sealed.seal(judged.identity, raw);
    await ledger.addCopy(judged.identity, copy);
    return finishUnlessDone(school, judged.identity);
  }
  const sha = await sealed.seal(judged.identity, raw);
  await wake.put(`mail.${judged.identity}`, school.clock.machine() + safetyMs, 'machine');
  const claimed = await claim(school, judged, { ...rowOf(judged, arrived), raw: sha, ...await sameIdAs(school, judged) }, copy);
  return finishMail(school, judged.identity, claimed === null ? undefined : judged);
}

/** A copy that says more than the first is read like new mail, so that nothing hides behind a known Message-ID; it goes where the first one went. */
async function judgeAsItsOwn(school: School, raw: Uint8Array): Promise<Judged> {
  const judged = await judgeMail(school, raw);
  const first = await school.stores.ledger.find(judged.identity);
  if (first === null || judged.parsed === null || !await saysMore(school, first.mail, judged.parsed, raw)) return judged;
  return { ...await judgeMail(school, raw, await threadOf(school, first.mail)), identity: identityBeyond(judged.identity, judged.parsed) };
}

/** Another mail bore this Message-ID first: the two stay apart, and the ledger says so. */
async function sameIdAs(school: School, { identity, parsed }: Judged): Promise<Pick<LedgerMail, 'sameIdAs'>> {
  const messageId = parsed?.messageId ?? null;
  const first = messageId === null ? null : await school.stores.ledger.identityOfMessageId(sha256(messageId));
  return first === null || first === identity ? {} : { sameIdAs: first };
}

/** A mail is listed again whenever somebody reads or flags it: one that is done costs a look at the ledger and no more. */
async function finishUnlessDone(school: School, identity: string): Promise<AfterMail> {
  const found = await school.stores.ledger.find(identity);
  return found?.mail.outcome === 'pending' ? finishMail(school, identity) : nothing;
}

function rowOf(judged: Judged, arrived: Arrived): Omit<LedgerMail, 'raw'> {
  const messageId = judged.parsed?.messageId ?? null;
  return {
    identity: judged.identity, messageId, messageIdHash: messageId === null ? null : sha256(messageId), mailId: arrived.id, mailbox: arrived.mailbox,
    receivedAt: arrived.receivedAt, outcome: judged.outcome, reason: judged.reason, concern: judged.joins,
    words: wordsOfMail(judged), audience: judged.audience, copies: 1,
  };
}

/** Null when another instance claimed it meanwhile: then it is theirs, and what they made of it stands. */
async function claim(school: School, judged: Judged, row: LedgerMail, copy: string): Promise<LedgerMail | null> {
  const { ledger } = school.stores;
  const numbered = judged.outcome === 'pending' && judged.joins === null ? { year: yearOf(row.receivedAt) } : null;
  for (let attempt = 0; attempt < 20; attempt++) {
    try { return await ledger.claim(row, copy, numbered); } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      if (await ledger.find(judged.identity) !== null) return null;
      // Somebody took the number first: try the next.
      await new Promise((resolve) => { setTimeout(resolve, Math.random() * 20 * (attempt + 1)); });
    }
  }
  throw new Fault('The number of the next concern could not be taken. It is tried again.', 'later');
}

/** References count by the calendar year of receipt. */
export function yearOf(receivedAt: number): number {
  return Number(londonDay(receivedAt).slice(0, 4));
}
