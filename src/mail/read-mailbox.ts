import { faultName } from '../log.ts';
import { Fault, type MailboxFolder } from '../ports.ts';
import type { School } from '../school.ts';
import { copyHashOf, takeInMessage, type Arrived } from './take-in-message.ts';

/**
 * One reading of school@: what changed in each folder since its cursor, each mail taken in. The mailbox is only read. `inbox` alone when a
 * notification brings the reading forward. Gives how many mails were new to the cursor.
 */
export async function readMailbox(school: School, which: 'inbox' | 'every-folder'): Promise<number> {
  const mailbox = school.settings.mail.schoolMailbox;
  const folders = which === 'inbox' ? [{ id: 'inbox', name: 'Inbox' }] : await foldersOf(school, mailbox);
  let count = which === 'inbox' ? 0 : await takeInLeftOver(school);
  const faults: unknown[] = [];
  for (const folder of folders) {
    // A folder that cannot be read now never holds up the next.
    try { count += await readFolder(school, mailbox, folder); } catch (error) { faults.push(error); }
  }
  if (faults.length > 0) throw faults[0];
  return count;
}

/** The inbox first: that is where a parent's mail arrives. It is asked for by its well-known name, so both readings share a cursor. */
async function foldersOf(school: School, mailbox: string): Promise<MailboxFolder[]> {
  const others = (await school.mailbox.folders(mailbox)).filter((folder) => folder.name !== 'Inbox');
  return [{ id: 'inbox', name: 'Inbox' }, ...others];
}

const cursors = 'cursor';
const leftOver = 'left-over';

async function readFolder(school: School, mailbox: string, folder: MailboxFolder): Promise<number> {
  const { goLive } = school.settings.mail;
  const key = `${mailbox}~${folder.id}`;
  const cursor = await school.stores.links.get(cursors, key);
  const round = await school.mailbox.changes(mailbox, folder.id, typeof cursor === 'string' ? cursor : null, goLive);
  const arrived = round.mails.filter((mail) => !mail.removed && !mail.draft && mail.receivedAt >= goLive);
  for (const mail of arrived) await takeInOrLeave(school, { mailbox, id: mail.id, receivedAt: mail.receivedAt });
  // The cursor moves only when each mail is in, or is written down to be tried again: a crash before this line replays the round.
  await school.stores.links.put(cursors, key, round.cursor);
  return arrived.length;
}

/** A mail that is not in yet, and how often it was tried. */
interface LeftOver extends Arrived { tries?: number }

/** Tried so often, the operator hears of it. */
const triesBeforeAlarm = 5;

/** One bad mail never blocks the next: it is left for the next reading. */
async function takeInOrLeave(school: School, arrived: LeftOver): Promise<boolean> {
  const tries = (arrived.tries ?? 0) + 1;
  const taken = await takenIn(school, arrived, tries);
  if (!taken) await school.stores.links.put(leftOver, copyHashOf(arrived), { ...arrived, tries });
  return taken;
}

async function takenIn(school: School, arrived: Arrived, tries: number): Promise<boolean> {
  try {
    const after = await takeInMessage(school, arrived);
    await after();
    return true;
  } catch (error) {
    school.log({ what: 'mail-left-over', count: tries, fault: faultName(error), level: error instanceof Fault && tries < triesBeforeAlarm ? 'info' : 'attention' });
    return false;
  }
}

/** Written down until it is in: a crash on the way forgets none. */
async function takeInLeftOver(school: School): Promise<number> {
  const rows = await school.stores.links.all(leftOver);
  for (const { key, value } of rows) {
    if (await takeInOrLeave(school, value as LeftOver)) await school.stores.links.remove(leftOver, key);
  }
  return rows.length;
}

const sweepDays = 14;

/** The sweep is the truth: everything of the last fourteen days against the ledger, whatever the cursors and notifications said. */
export async function sweepMailbox(school: School): Promise<number> {
  const mailbox = school.settings.mail.schoolMailbox;
  const now = school.clock.now();
  const from = Math.max(school.settings.mail.goLive, now - sweepDays * 86_400_000);
  let missed = 0;
  for (const mail of await school.mailbox.listing(mailbox, from, now + 86_400_000)) {
    const arrived = { mailbox, id: mail.id, receivedAt: mail.receivedAt };
    if (mail.draft || await school.stores.ledger.identityOfCopy(copyHashOf(arrived)) !== null) continue;
    missed += 1;
    await takeInOrLeave(school, arrived);
  }
  return missed;
}
