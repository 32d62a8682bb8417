import { attachmentsStillKept } from '../../concern/rules/decide/decide-mail.ts';
import { faultName } from '../../log.ts';
import { Fault } from '../../ports.ts';
import type { School } from '../../school.ts';
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
  for await (const index of inTurn(mails, bytes)) {
    const { arrived, triedBefore } = mails[index] ?? noMail;
    const tried = { ...arrived, tries: triedBefore + 1 };
    const after = await takenIn(school, tried, () => bytes.of(index), owed);
    bytes.forget(index);
    if (after === null) await keepLeftOver(school, copyHashOf(arrived), tried); else await owed.add(after);
    taken[index] = after !== null;
  }
  await owed.rest();
  return taken;
}

const noMail: ToTakeIn = { arrived: { mailbox: '', id: '', receivedAt: 0 }, triedBefore: 0 };

interface Bytes { of(index: number): Promise<Uint8Array | null>; forget(index: number): void }

/** The mailbox counts whole seconds: of mails of one second, one that answers another comes after it. */
async function* inTurn(mails: readonly ToTakeIn[], bytes: Bytes): AsyncGenerator<number> {
  const left = [...mails.keys()];
  const putOff = new Set<number>();
  for (let index = left.shift(); index !== undefined; index = left.shift()) {
    const second = mails[index]?.arrived.receivedAt;
    const others = left.filter((each) => mails[each]?.arrived.receivedAt === second);
    const answered = others.length === 0 || putOff.has(index) ? -1 : answeredBy(mails, others, await bytes.of(index).catch(() => null));
    if (answered < 0) { yield index; continue; }
    putOff.add(index);
    left.splice(left.indexOf(answered) + 1, 0, index);
  }
}

const longestHead = 32_000;

/** Which of the others these bytes answer, by the ids in their headers; -1 for none. */
function answeredBy(mails: readonly ToTakeIn[], others: readonly number[], raw: Uint8Array | null): number {
  const head = new TextDecoder('latin1').decode(raw?.subarray(0, longestHead) ?? new Uint8Array()).split(/\r?\n\r?\n/, 1)[0] ?? '';
  const named = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/).filter((line) => /^(?:in-reply-to|references):/i.test(line)).join(' ');
  return others.findLast((each) => { const id = mails[each]?.arrived.messageId ?? ''; return id !== '' && named.includes(id); }) ?? -1;
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
function fetchAhead(school: School, mails: readonly ToTakeIn[]): Bytes {
  const begun = new Map<number, Promise<() => Uint8Array | null>>();
  const begin = (index: number): Promise<() => Uint8Array | null> => {
    const found = begun.get(index) ?? settled(fetchUnknown(school, mails[index]?.arrived));
    begun.set(index, found);
    return found;
  };
  return {
    of: async (index) => {
      for (let next = index; next <= Math.min(index + ahead, mails.length - 1); next++) void begin(next);
      return (await begin(index))();
    },
    forget: (index) => { begun.set(index, Promise.resolve(() => null)); },
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
