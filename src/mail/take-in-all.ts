import { attachmentsStillKept } from '../concern/rules/decide/decide-mail.ts';
import { faultName } from '../log.ts';
import { Fault } from '../ports.ts';
import type { School } from '../school.ts';
import { copyHashOf, type Arrived } from './arrived.ts';
import type { AfterMail } from './finish-mail.ts';
import { keepLeftOver } from './left-over.ts';
import { takeInMessage } from './take-in-message.ts';

/** Bytes of so many mails are fetched while an earlier one is judged: Outlook serves an app four at once, and each may be 150 MB. */
const ahead = 2;
/** What is owed on so many mails (cards, files, tasks) is done beside the next. */
const aftersAtOnce = 4;
/** Tried so often, the operator hears of it. */
const triesBeforeAlarm = 5;

/** `triedBefore`: how often this mail was left over already. */
export interface ToTakeIn { arrived: Arrived; triedBefore: number }

/**
 * Takes mails in, one judged after the other in the order given, so that an answer finds what it answers. One bad mail never blocks the next:
 * it is written down to be tried again. Says of each whether it is in, once all that is owed on them has been tried.
 */
export async function takeInAll(school: School, mails: readonly ToTakeIn[]): Promise<boolean[]> {
  const bytes = fetchAhead(school, mails);
  const owed = beside(aftersAtOnce);
  const taken: boolean[] = [];
  for (const [index, { arrived, triedBefore }] of mails.entries()) {
    const tried = { ...arrived, tries: triedBefore + 1 };
    const after = await takenIn(school, tried, () => bytes(index), owed);
    if (after === null) await keepLeftOver(school, copyHashOf(arrived), tried); else await owed.add(after);
    taken.push(after !== null);
  }
  await owed.rest();
  return taken;
}

type Beside = ReturnType<typeof beside>;

async function takenIn(school: School, arrived: Arrived & { tries: number }, bytes: () => Promise<Uint8Array | null>, owed: Beside): Promise<AfterMail | null> {
  try { return await unlessStillKept(() => takeInMessage(school, arrived, bytes), owed); } catch (error) {
    school.log({ what: 'mail-left-over', count: arrived.tries, fault: faultName(error), level: error instanceof Fault && arrived.tries < triesBeforeAlarm ? 'info' : 'attention' });
    return null;
  }
}

/** The attachments of the mail before it may be what is being done beside: then this one waits for them. */
async function unlessStillKept(work: () => Promise<AfterMail>, owed: Beside): Promise<AfterMail> {
  try { return await work(); } catch (error) {
    if (!(error instanceof Fault) || error.message !== attachmentsStillKept.sentence) throw error;
    await owed.rest();
    return work();
  }
}

/** Bytes by place in the list; those of the next few are asked for meanwhile. A mail that the ledger knows is not fetched. */
function fetchAhead(school: School, mails: readonly ToTakeIn[]): (index: number) => Promise<Uint8Array | null> {
  const begun = new Map<number, Promise<() => Uint8Array | null>>();
  const begin = (index: number): Promise<() => Uint8Array | null> => {
    const found = begun.get(index) ?? settled(fetchUnknown(school, mails[index]?.arrived));
    begun.set(index, found);
    return found;
  };
  return async (index) => {
    for (let next = index; next <= Math.min(index + ahead, mails.length - 1); next++) void begin(next);
    const found = await begin(index);
    begun.delete(index);
    return found();
  };
}

async function fetchUnknown(school: School, arrived: Arrived | undefined): Promise<Uint8Array | null> {
  if (arrived === undefined || await school.stores.ledger.identityOfCopy(copyHashOf(arrived)) !== null) return null;
  return school.mailbox.raw(arrived.mailbox, arrived.id);
}

/** A failure is thrown to whoever asks for the bytes, not to the air. */
function settled<T>(work: Promise<T>): Promise<() => T> {
  return work.then((value) => () => value, (error: unknown) => () => { throw error; });
}

/** Work that goes on beside other work, at most so much at once; it does not throw. */
function beside(most: number): { add(work: () => Promise<void>): Promise<void>; rest(): Promise<void> } {
  const running = new Set<Promise<void>>();
  return {
    add: async (work) => {
      while (running.size >= most) await Promise.race(running);
      const one = work().finally(() => { running.delete(one); });
      running.add(one);
    },
    rest: async () => { await Promise.all(running); },
  };
}
