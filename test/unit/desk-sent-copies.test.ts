import { expect, test } from '@jest/globals';
import { sentCopies } from '../../src/desk/sent-copies.ts';
import type { MailListed } from '../../src/ports.ts';

const school = 'school@grove.example';
const mail = (sender: string, more: Partial<MailListed> = {}): MailListed => ({
  id: sender, receivedAt: 0, removed: false, draft: false, sent: true, messageId: null, from: { name: 'Grove', address: school }, sender: { name: '', address: sender }, subject: 'x', ...more,
});
const asked = (mails: MailListed[]) => sentCopies({ changes: () => Promise.resolve({ mails, cursor: '', reset: false }) }, school, 0);

test('a copy of what somebody sent on behalf of school@ proves that copies are kept', async () => {
  expect(await asked([mail(school), mail('olive.marsh@grove.example')])).toEqual({ sure: true, sentence: '2 emails lie in Sent Items of the last 14 days, 1 of them sent on behalf of school@: copies are kept.' });
});

test('mail of school@ itself proves nothing, an empty folder nothing either: both say what to run', async () => {
  for (const found of [[mail(school)], [], [mail('olive.marsh@grove.example', { draft: true })]]) {
    const { sure, sentence } = await asked(found);
    expect(sure).toBe(false);
    expect(sentence).toMatch(/^Cannot be told.*Set-Mailbox school@grove\.example -MessageCopyForSentAsEnabled \$true -MessageCopyForSendOnBehalfEnabled \$true$/);
  }
});
