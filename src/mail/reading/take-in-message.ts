import { sha256 } from '../../concern/chain.ts';
import { Conflict, Fault, type LedgerMail } from '../../ports.ts';
import type { School } from '../../school.ts';
import { copyHashOf, type Arrived } from './arrived.ts';
import { safetyMs } from '../../concern/handle-command.ts';
import { beyondFirst, identityBeyond } from './beyond-first.ts';
import { awaitScanned } from './fetch-scanned.ts';
import { threadOf } from '../find-thread.ts';
import { finishMail, wordsOfMail, type AfterMail } from './finish-mail.ts';
import { judgeMail, type Judged } from '../judge-mail.ts';
import { leftOvers } from './left-over.ts';
import type { ParsedMail } from '../rules/mail.ts';
import { showMail } from '../show-mail.ts';
import { rowOfGone } from './take-in-gone.ts';
import { londonDay } from '../../calendar/rules/london-time.ts';

const nothing: AfterMail = () => Promise.resolve();

/**
 * Takes one mail in: bytes sealed, claimed in the ledger under its identity (with its concern's number in the same transaction), then
 * raised, joined or set aside. Safe to call for the same mail any number of times. Gives what is owed after it, to be done when
 * the next mail need no longer wait.
 */
export async function takeInMessage(school: School, arrived: Arrived, bytes = (): Promise<Uint8Array | null> => school.mailbox.raw(arrived.mailbox, arrived.id)): Promise<AfterMail> {
  const copy = copyHashOf(arrived);
  const known = await school.stores.ledger.identityOfCopy(copy);
  if (known !== null) return finishUnlessDone(school, known);
  const raw = await bytes();
  return raw === null ? takeInGone(school, arrived, copy) : takeInBytes(school, arrived, raw, copy);
}

/** The bytes of one mail, under the hash by which this copy is known. */
export async function takeInBytes(school: School, arrived: Arrived, raw: Uint8Array, copy: string): Promise<AfterMail> {
  const { ledger, sealed, wake } = school.stores;
  const judged = await judgeAsItsOwn(school, raw, arrived.sent === true);
  if (judged.byHand && judged.joins === null && judged.parsed !== null) await refuseWhileOthersWait(school, arrived, judged.parsed);
  const there = await ledger.find(judged.identity);
  if (there !== null) {
    // Of a mail whose content may no longer be kept, no copy brings it back.
    if (there.mail.raw !== null) await sealed.seal(judged.identity, raw);
    await ledger.addCopy(judged.identity, copy);
    return finishUnlessDone(school, judged.identity);
  }
  if (judged.outcome === 'sent-by-hand') {
    // About no concern of ours: it is counted, and nothing of it is kept.
    await claim(school, { ...rowOf(judged, arrived), raw: null, words: null }, copy, null);
    return nothing;
  }
  await awaitScanned(school, arrived, judged.identity, judged.parsed, raw);
  const row: LedgerMail = { ...rowOf(judged, arrived), raw: await sealed.seal(judged.identity, raw), ...await sameIdAs(school, judged) };
  await wake.put(`mail.${judged.identity}`, school.clock.machine() + safetyMs, 'machine');
  const claimed = await claim(school, row, copy, judged.outcome === 'pending' && judged.joins === null ? { year: yearOf(row.receivedAt) } : null);
  return finishMail(school, judged.identity, claimed === null ? undefined : judged);
}

/** Asked for a second time, since a mail that is just being moved may be nowhere for a moment. */
async function takeInGone(school: School, arrived: Arrived, copy: string): Promise<AfterMail> {
  if ((arrived.tries ?? 1) < 2) throw new Fault('This email is not where the mailbox listed it. It is looked for once more.', 'later');
  const claimed = await claim(school, await rowOfGone(school, arrived, copy), copy, null);
  if (claimed?.sent !== true && claimed !== null) await showMail(school, claimed);
  return nothing;
}

/** After so many tries an answer sent by hand waits no longer for what it may answer. */
const triesOfAnAnswer = 5;

/** An answer sent by hand is known by what it answers: while some mail is still to be read, it waits. */
async function refuseWhileOthersWait(school: School, arrived: Arrived, parsed: ParsedMail): Promise<void> {
  if ((arrived.tries ?? 1) >= triesOfAnAnswer || (parsed.inReplyTo === null && parsed.references.length === 0)) return;
  if ((await leftOvers(school)).some(({ value }) => value.sent !== true)) throw new Fault('What this email answers may still have to be read. It is read after that.', 'later');
}

/** A copy that says more than the first is read like new mail, so that nothing hides behind a known Message-ID; it goes where the first one went. */
async function judgeAsItsOwn(school: School, raw: Uint8Array, inSentItems: boolean): Promise<Judged> {
  const judged = await judgeMail(school, raw, null, inSentItems);
  const first = await school.stores.ledger.find(judged.identity);
  const more = first === null || judged.parsed === null ? 'nothing' : await beyondFirst(school, first.mail, judged.parsed, raw);
  if (more === 'nothing' || first === null || judged.parsed === null) return judged;
  const again = await judgeMail(school, raw, await threadOf(school, first.mail), inSentItems);
  return { ...(more === 'files' ? toldBefore(again) : again), identity: identityBeyond(judged.identity, judged.parsed) };
}

/** The words were read with the first copy: nobody is alarmed by them twice. */
function toldBefore(judged: Judged): Judged {
  return judged.joins === null || judged.understood === null ? judged : { ...judged, understood: { ...judged.understood, priority: 'PX' } };
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
    receivedAt: arrived.receivedAt, outcome: judged.outcome, reason: judged.reason, concern: judged.joins, sender: judged.sender,
    words: wordsOfMail(judged), audience: judged.audience, copies: 1, ...(judged.byHand ? { sent: true as const } : {}),
  };
}

/** Null when another instance claimed it meanwhile: then it is theirs, and what they made of it stands. */
async function claim(school: School, row: LedgerMail, copy: string, numbered: { year: number } | null): Promise<LedgerMail | null> {
  const { ledger } = school.stores;
  for (let attempt = 0; attempt < 20; attempt++) {
    try { return await ledger.claim(row, copy, numbered); } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      if (await ledger.find(row.identity) !== null) return null;
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
