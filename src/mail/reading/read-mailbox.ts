import type { MailboxFolder, MailListed } from '../../ports.ts';
import type { School } from '../../school.ts';
import { copyHashOf, type Arrived } from './arrived.ts';
import { fetchScanned } from './fetch-scanned.ts';
import { dropLeftOver, leftOvers } from './left-over.ts';
import { takeInAll, type ToTakeIn } from './take-in-all.ts';
import { takeInBytes } from './take-in-message.ts';

/**
 * One reading of school@: what changed in each folder since its cursor, each mail taken in. The mailbox is only read. `inbox` alone when a
 * notification brings the reading forward. Gives how many mails were new to the cursor.
 */
export async function readMailbox(school: School, which: 'inbox' | 'every-folder'): Promise<number> {
  const mailbox = school.settings.mail.schoolMailbox;
  const folders = which === 'inbox' ? [{ id: 'inbox', name: 'Inbox' }] : await school.mailbox.folders(mailbox);
  let count = which === 'inbox' ? 0 : await takeInLeftOver(school);
  if (which === 'every-folder') await fetchScanned(school, (mail, raw, copy) => takeInBytes(school, mail, raw, copy));
  const faults: unknown[] = [];
  for (const folder of folders) {
    // A folder that cannot be read now never holds up the next.
    try { count += await readFolder(school, mailbox, folder); } catch (error) { faults.push(error); }
  }
  if (faults.length > 0) throw faults[0];
  return count;
}

const cursors = 'cursor';

async function readFolder(school: School, mailbox: string, folder: MailboxFolder): Promise<number> {
  const { goLive } = school.settings.mail;
  const key = `${mailbox}~${folder.id}`;
  const cursor = await school.stores.links.get(cursors, key);
  const round = await school.mailbox.changes(mailbox, folder.id, typeof cursor === 'string' ? cursor : null, goLive);
  const arrived = inOrder(round.mails.filter((mail) => !mail.removed && !mail.draft && mail.receivedAt >= goLive));
  await takeInAll(school, arrived.map((mail) => ({ arrived: arrivedOf(mailbox, mail), triedBefore: 0 })));
  // The cursor moves only when each mail is in, or is written down to be tried again: a crash before this line replays the round.
  await school.stores.links.put(cursors, key, round.cursor);
  return arrived.length;
}

/** Oldest first: an answer is not judged before the mail that it answers. */
function inOrder(mails: readonly MailListed[]): MailListed[] {
  return [...mails].sort((a, b) => a.receivedAt - b.receivedAt);
}

function arrivedOf(mailbox: string, { id, receivedAt, sent, messageId, from, subject }: MailListed): Arrived {
  return { mailbox, id, receivedAt, messageId, from, subject, ...(sent ? { sent } : {}) };
}

/** What was sent by hand after the rest, so that it finds what it answers. */
async function takeInLeftOver(school: School): Promise<number> {
  const rows = (await leftOvers(school)).sort((a, b) => Number(a.value.sent ?? false) - Number(b.value.sent ?? false) || a.value.receivedAt - b.value.receivedAt);
  const taken = await takeInAll(school, rows.map(({ value }) => ({ arrived: value, triedBefore: value.tries })));
  for (const [index, { key }] of rows.entries()) if (taken[index] === true) await dropLeftOver(school, key);
  return rows.length;
}

const sweepDays = 14;

/** The sweep is the truth: everything of the last fourteen days against the ledger, whatever the cursors and notifications said. */
export async function sweepMailbox(school: School): Promise<number> {
  const mailbox = school.settings.mail.schoolMailbox;
  const now = school.clock.now();
  const from = Math.max(school.settings.mail.goLive, now - sweepDays * 86_400_000);
  const leftOver = new Set((await leftOvers(school)).map(({ key }) => key));
  const missed: ToTakeIn[] = [];
  for (const mail of inOrder(await school.mailbox.listing(mailbox, from, now + 86_400_000))) {
    const arrived = arrivedOf(mailbox, mail);
    const copy = copyHashOf(arrived);
    // What is left over is tried at each reading of every folder; here it would begin to count its tries anew.
    if (!mail.draft && !leftOver.has(copy) && await school.stores.ledger.identityOfCopy(copy) === null) missed.push({ arrived, triedBefore: 0 });
  }
  await takeInAll(school, missed);
  return missed.length;
}
