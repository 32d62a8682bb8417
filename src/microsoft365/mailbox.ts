import type { Mailbox } from '../ports.ts';
import type { Graph } from './client.ts';
import { drafts } from './mail/drafts.ts';
import { mailCalls } from './mail/mail-calls.ts';
import { mailFolders } from './mail/mail-folders.ts';
import { readMail } from './mail/read-mail.ts';
import { subscriptions } from './mail/subscriptions.ts';

/** The port `Mailbox` on Exchange Online. `now` is the clock by which Microsoft 365 counts (subscriptions run out by it). */
export function openMailbox(graph: Graph, now: () => number): Mailbox {
  const sendIn = mailCalls(graph);
  const folders = mailFolders(sendIn);
  return { ...readMail(sendIn, folders), ...drafts(sendIn, folders), ...subscriptions(graph, now) };
}
