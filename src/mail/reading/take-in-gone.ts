import { formatLondon } from '../../calendar/rules/london-time.ts';
import { sha256 } from '../../concern/chain.ts';
import type { LedgerMail, MailboxPerson } from '../../ports.ts';
import type { School } from '../../school.ts';
import { judgeMail } from '../judge-mail.ts';
import type { Arrived } from './arrived.ts';

/**
 * The ledger's row of a mail that was deleted for good, from Recoverable Items too, before it could be read. All that is left is what the
 * mailbox listed; whom that names may not know of it. What was sent from here and is gone is only counted.
 */
export async function rowOfGone(school: School, arrived: Arrived, copyHash: string): Promise<LedgerMail> {
  const { from = null, subject = '' } = arrived;
  const judged = await judgeMail(school, asMail(from, subject));
  const sent = arrived.sent === true;
  return {
    identity: sha256(`gone/1\n${copyHash}`), messageId: null, messageIdHash: null, mailId: arrived.id, mailbox: arrived.mailbox, receivedAt: arrived.receivedAt,
    outcome: sent ? 'sent-by-hand' : 'unreadable', reason: sent ? 'Sent by hand from school.' : goneSentence(arrived.receivedAt, from, subject),
    concern: null, raw: null, words: sent ? null : { from: shown(from), subject }, audience: judged.audience, copies: 1, gone: true, ...(sent ? { sent: true } : {}),
  };
}

function goneSentence(receivedAt: number, from: MailboxPerson | null, subject: string): string {
  const who = from === null ? 'from somebody the mailbox did not name' : `from ${shown(from)}`;
  return `It was deleted for good before it could be read: received ${formatLondon(receivedAt)}, ${who}, subject "${subject.slice(0, 300)}".`;
}

function shown(person: MailboxPerson | null): string {
  if (person === null) return '';
  return person.name === '' ? person.address : person.name;
}

/** What the listing said, as a mail: so that it is narrowed as any other would be. */
function asMail(from: MailboxPerson | null, subject: string): Uint8Array {
  const line = (text: string): string => text.replace(/[\r\n]+/g, ' ');
  const author = from === null ? '' : `From: "${line(from.name).replace(/["\\]/g, ' ')}" <${line(from.address)}>\r\n`;
  return new TextEncoder().encode(`${author}Subject: ${line(subject)}\r\n\r\n${line(subject)}\r\n`);
}
