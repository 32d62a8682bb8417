import type { Mailbox } from '../ports.ts';

const days = 14;

/**
 * Are copies of what people send in the name of school@ kept in its Sent Items? Only Exchange PowerShell can read that setting, so all that can
 * be done is to look whether any lie there.
 */
export async function sentCopies(mailbox: Pick<Mailbox, 'changes'>, address: string, now: number): Promise<{ sentence: string; sure: boolean }> {
  const { mails } = await mailbox.changes(address, 'sentitems', null, now - days * 86_400_000);
  const sent = mails.filter((mail) => !mail.draft && !mail.removed);
  const onBehalf = sent.filter((mail) => mail.sender !== null && mail.sender.address !== (mail.from?.address ?? mail.sender.address));
  if (onBehalf.length > 0) return { sure: true, sentence: `${counted(sent.length)} of the last ${String(days)} days, ${String(onBehalf.length)} of them sent on behalf of school@: copies are kept.` };
  const run = `If people write in its name, run in Exchange PowerShell: Set-Mailbox ${address} -MessageCopyForSentAsEnabled $true -MessageCopyForSendOnBehalfEnabled $true`;
  if (sent.length === 0) return { sure: false, sentence: `Cannot be told: nothing was sent in the last ${String(days)} days, or the copies lie in people's own mailboxes. ${run}` };
  return { sure: false, sentence: `Cannot be told for certain: ${counted(sent.length)} of the last ${String(days)} days, but what is sent "as" school@ looks like its own. ${run}` };
}

function counted(count: number): string {
  return count === 1 ? '1 email lies in Sent Items' : `${String(count)} emails lie in Sent Items`;
}
