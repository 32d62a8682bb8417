import { openStores } from './open-stores.ts';
import { answer } from './output.ts';
import type { Verb } from './verb.ts';

/** `desk mail`: every mail of the ledger and what became of it. Counts and outcomes freely; never what a mail says. */
export const mail: Verb = async (desk) => {
  const mails = (await openStores().ledger.all()).sort((a, b) => a.receivedAt - b.receivedAt).map((each) => ({
    identity: each.identity, messageId: each.messageId, received: new Date(each.receivedAt).toISOString(), outcome: each.outcome, concern: each.concern,
  }));
  answer(desk, { mails }, mails.map((each) => `${each.received}  ${each.outcome.padEnd(12)} ${each.concern ?? '-'}  ${each.identity.slice(0, 12)}`));
  return 0;
};
