import type { Mailbox } from '../ports.ts';
import type { Graph } from './client.ts';
import { drafts } from './drafts.ts';
import { mailCalls } from './mail-calls.ts';
import { mailFolders } from './mail-folders.ts';
import { readMail } from './read-mail.ts';
import { subscriptions } from './subscriptions.ts';

/** The port `Mailbox` on Exchange Online. `now` is the clock by which Microsoft 365 counts (subscriptions run out by it). */
export function openMailbox(graph: Graph, now: () => number): Mailbox {
  const sendIn = mailCalls(graph);
  const folders = mailFolders(sendIn);
  return { ...readMail(sendIn, folders), ...drafts(sendIn, folders), ...subscriptions(graph, now) };
}
